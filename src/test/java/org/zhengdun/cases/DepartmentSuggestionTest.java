package org.zhengdun.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import java.util.List;
import java.util.Map;
import java.util.Set;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.zhengdun.catalogue.Department;
import org.zhengdun.cases.DepartmentQueries.Reason;
import org.zhengdun.organization.UnitKind;
import org.zhengdun.shared.security.Role;
import org.zhengdun.support.Api;
import org.zhengdun.support.SampleCase;
import org.zhengdun.support.TestStack;
import org.zhengdun.support.World;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
class DepartmentSuggestionTest {

    @Inject
    Jdbi jdbi;

    @Test
    void ranksWhoLeadsTheMainCategoryFirst() {
        Reason mainLead = new Reason("W08", "", true, true);
        Reason lead = new Reason("W07", "", false, true);
        Reason mainSupport = new Reason("W08", "", true, false);
        Reason support = new Reason("W07", "", false, false);
        DepartmentQueries.Suggestions ranked = DepartmentQueries.ranked(Map.of(Department.AUDIT, List.of(support),
                Department.POLICE, List.of(mainSupport), Department.AGRICULTURE, List.of(lead, lead),
                Department.CIVIL_AFFAIRS, List.of(lead), Department.PETITION, List.of(mainLead),
                Department.FINANCE, List.of(support)));
        assertThat(ranked.items()).extracting(DepartmentQueries.Suggestion::rank).containsExactly(1, 2, 3, 4, 5, 5);
        assertThat(ranked.items()).extracting(DepartmentQueries.Suggestion::department).startsWith(
                Department.PETITION, Department.AGRICULTURE, Department.CIVIL_AFFAIRS, Department.POLICE);
    }

    @Test
    void suggestsFromMainAndFurtherCategories() {
        World world = World.create(jdbi);
        World.Person proposer = world.person(Role.TOWNSHIP, world.township());
        SampleCase subject = SampleCase.create(jdbi, world, world.branch(1), proposer, "CONFIRMED");
        jdbi.useHandle(handle -> handle.execute("""
                INSERT INTO problem (case_id, ancestors, category, category_version, restricted, fact, source, state,
                    created_at)
                SELECT id, ancestors, 'W07', 1, false, '财务不公开', '研判', 'OPEN', now()
                FROM rectification_case WHERE id = ?""", subject.caseId()));
        new Api(proposer.token()).get(subject.path("department-suggestions")).statusCode(200).body(
                "items[0].department", is("ORGANIZATION")).body("items[0].reasons[0].main", is(true)).body(
                        "items.department", hasItem("AUDIT")).body("items[-1].reasons[0].category", is("W07"));
        machinesDoNotSee(world, subject);
        World elsewhere = World.create(jdbi);
        new Api(elsewhere.user(Role.COUNTY_ORG, elsewhere.county())).get(
                subject.path("department-suggestions")).statusCode(404);
    }

    /** Nor does who has nothing but the role of machines at this place. */
    private void machinesDoNotSee(World world, SampleCase subject) {
        String path = subject.path("department-suggestions");
        new Api(world.user(Role.STATISTICS, world.province())).get(path).statusCode(403);
        World.Person both = world.person(Role.STATISTICS, world.province());
        world.grant(both.accountId(), Role.COUNTY_ORG, world.unit(world.city(), UnitKind.COUNTY, "邻县县委"));
        Api official = new Api(TestStack.identity().accessToken(both.subject(), Set.of("statistics", "county_org")));
        official.get(path).statusCode(403).body("rule", is("restricted-rows"));
        world.grant(both.accountId(), Role.COUNTY_ORG, world.county());
        official.get(path).statusCode(200);
    }
}
