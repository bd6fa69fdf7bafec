package org.zhengdun.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import java.util.ArrayList;
import java.util.List;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhengdun.local.CaseStory;
import org.zhengdun.shared.security.Role;
import org.zhengdun.support.Cast;
import org.zhengdun.support.TestStack;
import org.zhengdun.support.World;

/** Everything that happens to a case stands in its timeline, for those who may read it. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class TimelineTest {

    @Inject
    Jdbi jdbi;

    private World world;
    private Cast cast;
    private CaseAtHand subject;

    @BeforeEach
    void leadACase() {
        world = World.create(jdbi);
        cast = new Cast(world);
        cast.waiveObservation();
        subject = new CaseAtHand(jdbi, cast, new CaseStory(cast).nominate(cast.openRound(),
                world.branch(1)).confirm().plan().rectify().applyForAcceptance().check().transform().close().caseId());
    }

    private Response timeline(Role role, @Nullable String kind) {
        RequestSpecification request = cast.as(role).queryParam("limit", 200);
        if (kind != null) {
            request.queryParam("kind", kind);
        }
        return request.get(subject.path() + "/timeline");
    }

    private void hide(int seq, String audience) {
        TestStack.superuser().useTransaction(handle -> {
            handle.execute("SET LOCAL session_replication_role = replica");
            handle.execute("UPDATE case_event SET audience = ? WHERE case_id = ? AND seq = ?", audience, subject.id(),
                    seq);
        });
    }

    @Test
    void holdsEveryKindOfEventInOneOrder() {
        Response all = timeline(Role.TOWNSHIP, null);
        List<String> kinds = all.path("items.kind");
        assertThat(kinds).contains("move.NOMINATE", "helper.assigned", "measure.added", "measure.done",
                "problem.MARK_DONE", "problem.CLOSE", "check.formed", "check.completed", "move.CLOSE");
        List<Integer> numbers = all.path("items.seq");
        assertThat(numbers).isSorted().doesNotHaveDuplicates().hasSize(kinds.size());
        all.then().body("items.every { it.actor && it.role && it.unitId && it.unitName && it.at }", is(true)).body(
                "items.every { it.audience == 'EVERYBODY' }", is(true));
    }

    @Test
    void aMoveNamesTheUnitThatGotTheNotice() {
        timeline(Role.COUNTY_ORG, "move.CONFIRM").then().statusCode(200).body("items.size()", is(1)).body(
                "items[0].notifiedUnitId", is(world.city()));
        timeline(Role.COUNTY_ORG, "measure").then().body("items.every { it.notifiedUnitId == null }", is(true));
    }

    @Test
    void theKindFilterTakesAKindOrItsFirstWords() {
        List<String> moves = timeline(Role.TOWNSHIP, "move").path("items.kind");
        assertThat(moves).hasSize(10).allMatch(kind -> kind.startsWith("move."));
        List<String> one = timeline(Role.TOWNSHIP, "move.SUBMIT").path("items.kind");
        assertThat(one).containsExactly("move.SUBMIT");
        List<String> none = timeline(Role.TOWNSHIP, "mov%").path("items.kind");
        assertThat(none).isEmpty();
        timeline(Role.TOWNSHIP, "x".repeat(61)).then().statusCode(400);
    }

    @Test
    void pagesThroughWithoutLosingOrRepeatingAnEvent() {
        List<Integer> walked = new ArrayList<>();
        @Nullable
        String cursor = null;
        do {
            RequestSpecification request = cast.as(Role.TOWNSHIP).queryParam("limit", 4);
            if (cursor != null) {
                request.queryParam("cursor", cursor);
            }
            Response page = request.get(subject.path() + "/timeline");
            page.then().statusCode(200);
            walked.addAll(page.<List<Integer>>path("items.seq"));
            cursor = page.path("next");
        } while (cursor != null);
        assertThat(walked).isEqualTo(timeline(Role.TOWNSHIP, null).<List<Integer>>path("items.seq"));
    }

    @Test
    void anEventIsReadByItsAudienceOnly() {
        hide(2, "COUNTY");
        hide(3, "CITY");
        assertThat(timeline(Role.BRANCH, null).<List<Integer>>path("items.seq")).doesNotContain(2, 3);
        assertThat(timeline(Role.TOWNSHIP, null).<List<Integer>>path("items.seq")).doesNotContain(2, 3);
        assertThat(timeline(Role.STATISTICS, null).<List<Integer>>path("items.seq")).doesNotContain(2, 3);
        assertThat(timeline(Role.COUNTY_ORG, null).<List<Integer>>path("items.seq")).contains(2).doesNotContain(3);
        assertThat(timeline(Role.CITY_ORG, null).<List<Integer>>path("items.seq")).contains(2, 3);
        assertThat(timeline(Role.PROVINCE_ORG, null).<List<Integer>>path("items.seq")).contains(2, 3);
    }

    @Test
    void theNameOfTheUnitIsTheOneOfThatTime() {
        jdbi.useHandle(handle -> handle.execute("UPDATE org_unit SET name = '更名镇党委' WHERE id = ?",
                world.township()));
        timeline(Role.TOWNSHIP, "move.SUBMIT").then().body("items[0].unitName", is("镇党委"));
    }
}
