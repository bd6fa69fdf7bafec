package org.zhengdun.cases;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import java.util.List;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhengdun.local.CaseStory;
import org.zhengdun.organization.UnitKind;
import org.zhengdun.shared.security.Role;
import org.zhengdun.support.Api;
import org.zhengdun.support.Cast;
import org.zhengdun.support.TestStack;
import org.zhengdun.support.World;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
class RoundSummaryApiTest {

    @Inject
    Jdbi jdbi;
    private World world;
    private Cast cast;
    private Api county;
    private long round;

    @BeforeEach
    void listABranch() {
        world = World.create(jdbi);
        cast = new Cast(world);
        round = cast.openRound();
        county = new Api(cast.token(Role.COUNTY_ORG));
        new CaseStory(cast).nominate(round, world.branch(1)).confirm();
    }

    @Test
    void countsOnlyWhatWasConfirmedAndWarnsAboveTheBound() {
        new CaseStory(cast).nominate(round, world.branch(2));
        county.get(path()).statusCode(200).body("total.listed", is(1)).body("total.branches", is(3)).body(
                "total.listedPercent", is(33.33f)).body("units.unitId", contains(world.township())).body(
                        "warnings.kind", contains("RATIO_ABOVE")).body("warnings[0].bound", is(10)).body(
                                "warnings[0].numerator", is(1)).body("warnings[0].denominator", is(3));
    }

    @Test
    void warnsOfAListCopiedFromTheRoundBefore() {
        jdbi.useHandle(handle -> handle.createUpdate("""
                WITH former AS (
                    INSERT INTO round (unit_id, ancestors, year, name, starts_on, ends_on, state, settings, opened_by,
                        opened_at)
                    SELECT unit_id, ancestors, year - 1, '上年', starts_on - 365, ends_on - 365, 'CLOSED', settings,
                        opened_by, now() FROM round WHERE id = :round RETURNING id)
                INSERT INTO rectification_case (number, round_id, year, branch_id, branch_kind, responsible_unit_id,
                    ancestors, state, cycle, main_category, main_category_version, proposed_by, confirmed_at, version,
                    created_at, changed_at)
                SELECT c.number || '-0', former.id, c.year - 1, c.branch_id, c.branch_kind, c.responsible_unit_id,
                    c.ancestors, 'CLOSED', 1, c.main_category, 1, c.proposed_by, now(), 0, now(), now()
                FROM rectification_case c, former WHERE c.round_id = :round""").bind("round", round).execute());
        county.get(path()).body("total.repeated", is(1)).body("warnings.kind", hasItem("LIST_COPIED")).body(
                "warnings.find { it.kind == 'LIST_COPIED' }.units.unitId", contains(world.township()));
    }

    @Test
    void warnsWhenEveryTownshipListsTheSameNumber() {
        int second = world.unit(world.county(), UnitKind.TOWNSHIP, "二镇党委");
        int branch = world.unit(second, UnitKind.BRANCH, "远村党支部");
        county.get(path()).body("warnings.kind", contains("RATIO_ABOVE"));
        long caseId = ((Number) new Api(world.user(Role.TOWNSHIP, second)).as().body("""
                {"roundId": %d, "branchId": %d, "mainCategory": "W04",
                 "problems": [{"category": "W04", "fact": "半年未开会", "source": "走访"}]}""".formatted(round, branch)).post(
                "/api/v1/cases").then().statusCode(201).extract().path("id")).longValue();
        jdbi.useHandle(handle -> handle.execute(
                "UPDATE rectification_case SET state = 'CONFIRMED', confirmed_at = now() WHERE id = ?", caseId));
        county.get(path()).body("warnings.kind", contains("RATIO_ABOVE", "SAME_COUNT_EVERYWHERE")).body(
                "warnings[1].units.unitId", contains(world.township(), second));
    }

    @Test
    void aCaseListedInErrorDoesNotCount() {
        jdbi.useHandle(handle -> handle.execute(
                "UPDATE rectification_case SET state = 'CANCELLED', outcome = 'LISTED_IN_ERROR' WHERE round_id = ?",
                round));
        county.get(path()).body("total.listed", is(0)).body("warnings.kind", contains("RATIO_BELOW"));
    }

    @Test
    void everybodySeesHisOwnPart() {
        int second = world.unit(world.county(), UnitKind.TOWNSHIP, "二镇党委");
        world.unit(second, UnitKind.BRANCH, "远村党支部");
        new Api(world.user(Role.TOWNSHIP, second)).get(path()).statusCode(200).body("total.listed", is(0)).body(
                "units.unitId", contains(second));
        new Api(cast.token(Role.STATISTICS)).get(path()).body("total.listed", is(1)).body("total.unitName",
                equalTo("县委"));
        new Api(cast.token(Role.BRANCH)).get(path()).statusCode(403);
        World other = World.create(jdbi);
        new Api(other.user(Role.COUNTY_ORG, other.county())).get(path()).statusCode(404);
    }

    @Test
    void aRoundWithoutBranchesSumsUpToNothing() {
        World other = World.create(jdbi);
        int empty = other.unit(other.city(), UnitKind.COUNTY, "新县委");
        Api api = new Api(other.user(Role.COUNTY_ORG, empty));
        int id = api.as().body("""
                {"unitId":%d,"year":2026,"name":"整顿","startsOn":"2026-01-01","endsOn":"2026-12-31"}""".formatted(
                empty)).post("/api/v1/rounds").then().statusCode(201).extract().path("id");
        api.get("/api/v1/rounds/" + id + "/summary").statusCode(200).body("units", is(List.of())).body("warnings",
                is(List.of()));
    }

    private String path() {
        return "/api/v1/rounds/" + round + "/summary";
    }
}
