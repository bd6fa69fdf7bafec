package org.zhengdun.rounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhengdun.organization.UnitKind;
import org.zhengdun.shared.security.Role;
import org.zhengdun.shared.time.Days;
import org.zhengdun.support.Api;
import org.zhengdun.support.AtOnce;
import org.zhengdun.support.Cast;
import org.zhengdun.support.TestStack;
import org.zhengdun.support.World;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
class ScreeningApiTest {

    @Inject
    Jdbi jdbi;
    private World world;
    private Cast cast;
    private Api township;
    private long round;
    private final LocalDate today = LocalDate.now(Days.ZONE);

    @BeforeEach
    void openRound() {
        world = World.create(jdbi);
        cast = new Cast(world);
        round = cast.openRound();
        township = new Api(cast.token(Role.TOWNSHIP));
    }

    @Test
    void recordsOneBranchAndCorrectsItByANewVersion() {
        screen(world.branch(1), "WEAK", "半年未开会").statusCode(201).header("ETag", equalTo("\"1\"")).body("version",
                is(1)).body("result", equalTo("WEAK"));
        String record = path("/" + world.branch(1));
        township.put(record, "\"1\"", correction("WATCH")).statusCode(200).header("ETag", equalTo("\"2\"")).body(
                "reason", equalTo("复核"));
        township.put(record, "\"1\"", correction("NORMAL")).statusCode(412);
        township.as().body(correction("NORMAL")).put(record).then().statusCode(428);
        township.get(record).statusCode(200).body("result", equalTo("WATCH")).body("supersededAt", nullValue());
        township.get(record + "/versions").statusCode(200).body("items.version", contains(2, 1)).body("items.result",
                contains("WATCH", "WEAK"));
        township.get(path("")).body("items.version", contains(2));
    }

    @Test
    void aBranchHasOneCurrentRecordInARound() {
        screen(world.branch(1), "NORMAL", "正常").statusCode(201);
        screen(world.branch(1), "WEAK", "半年未开会").statusCode(409).body("type",
                equalTo("urn:zhengdun:problem:already-exists"));
    }

    @Test
    void refusesWhatCannotBeScreenedWithItsPointer() {
        World other = World.create(jdbi);
        screen(other.branch(1), "NORMAL", "正常").statusCode(422).body("errors[0].pointer", equalTo("/branchId"));
        screen(world.township(), "NORMAL", "正常").statusCode(422).body("errors[0].code",
                equalTo("branch.not-a-branch"));
        close(world.branch(2));
        screen(world.branch(2), "NORMAL", "正常").statusCode(422).body("errors[0].code", equalTo("branch.closed"));
        township.as().body(body(world.branch(1), "WEAK", " ", today.plusDays(1))).post(path("")).then().statusCode(
                422).body("errors.pointer", contains("/screenedOn", "/findings"));
        township.as().body(body(world.branch(1), "DREADFUL", "坏", today)).post(path("")).then().statusCode(
                422).body("errors[0].pointer", equalTo("/result"));
        township.get(path("")).body("items", empty());
    }

    @Test
    void aClosedRoundTakesNoRecords() {
        cast.as(Role.COUNTY_ORG).header("If-Match", "\"0\"").post(
                "/api/v1/rounds/" + round + "/close").then().statusCode(
                        200);
        screen(world.branch(1), "NORMAL", "正常").statusCode(409);
        batch(row(code(world.branch(1)), "VISIT", "NORMAL")).statusCode(409);
    }

    @Test
    void outsideTheWindowIsAWarning() {
        LocalDate early = LocalDate.of(today.getYear() - 1, 12, 1);
        township.as().body(body(world.branch(1), "NORMAL", "正常", early)).post(path("")).then().statusCode(201).body(
                "outsideWindow", is(true));
        township.get(path("?outsideWindow=true")).body("items", hasSize(1));
        township.get(path("?outsideWindow=false")).body("items", empty());
    }

    @Test
    void oneBadRowOfABatchDoesNotStopTheOthers() {
        World other = World.create(jdbi);
        screen(world.branch(3), "NORMAL", "正常").statusCode(201);
        close(world.branch(2));
        String first = code(world.branch(1));
        batch(row(first, "VISIT", "WEAK"), row(first, "VISIT", "NORMAL"), row(code(other.branch(1)), "VISIT", "NORMAL"),
                row(code(world.branch(2)), "VISIT", "NORMAL"), row(code(world.branch(3)), "TELEPHONE", "NORMAL"),
                row("no-such-code", "VISIT", "NORMAL")).statusCode(200).body("created", is(1)).body("refused",
                        is(5)).body("rows.outcome",
                                contains("CREATED", "REFUSED", "REFUSED", "REFUSED", "REFUSED", "REFUSED")).body(
                                        "rows[1].errors[0].pointer", equalTo("/rows/1/branchCode")).body(
                                                "rows[1].errors[0].code", equalTo("screening.repeated")).body(
                                                        "rows[2].errors[0].code", equalTo("reference.unknown")).body(
                                                                "rows[3].errors[0].code",
                                                                equalTo("branch.closed")).body(
                                                                        "rows[4].errors[0].pointer",
                                                                        equalTo("/rows/4/method")).body(
                                                                                "rows[5].errors[0].code",
                                                                                equalTo("reference.unknown"));
        township.get(path("?result=WEAK")).body("items.branchId", contains(world.branch(1)));
    }

    @Test
    void aRepeatedBatchChangesNothingAndAChangedRowIsANewVersion() {
        String first = row(code(world.branch(1)), "VISIT", "NORMAL");
        String second = row(code(world.branch(2)), "VISIT", "NORMAL");
        batch(first, second).body("created", is(2));
        batch(first, second).body("unchanged", is(2)).body("created", is(0));
        String changed = row(code(world.branch(2)), "INTERVIEW", "WATCH");
        batch(first, changed).body("rows.outcome", contains("UNCHANGED", "REFUSED")).body(
                "rows[1].errors.pointer", contains("/rows/1/version", "/rows/1/reason")).body("rows[0].version", is(1));
        batch(with(changed, 7, "复核")).body("rows[0].errors.code", contains("version.stale"));
        batch(with(changed, 1, " ")).body("rows[0].errors.pointer", contains("/rows/0/reason"));
        for (String outcome : List.of("UPDATED", "UNCHANGED")) {
            batch(first, with(changed, 1, "复核")).body("rows.outcome", contains("UNCHANGED", outcome)).body(
                    "rows[1].version", is(2));
        }
        township.get(path("/" + world.branch(2) + "/versions")).body("items[0].reason", equalTo("复核"));
        township.get(path("/" + world.branch(2) + "/versions")).body("items.method", contains("INTERVIEW", "VISIT"));
    }

    @Test
    void aDryRunOfABatchStoresNothing() {
        township.as().queryParam("dryRun", true).body(rows(row(code(world.branch(1)), "VISIT", "NORMAL"))).post(
                path("/batch")).then().statusCode(200).body("created", is(1));
        township.get(path("")).body("items", empty());
    }

    @Test
    void threeThousandBranchesAreTakenAtOnceAndTheAuditHasOneEntry() {
        List<String> codes = manyBranches(3000);
        String body = rows(codes.stream().map(code -> row(code, "DATA_COMPARISON", "NORMAL")).toArray(String[]::new));
        long start = System.nanoTime();
        township.as().body(body).post(path("/batch")).then().statusCode(200).body("created", is(3000)).body("refused",
                is(0));
        assertThat((System.nanoTime() - start) / 1_000_000_000L).as("seconds").isLessThan(10);
        cast.as(Role.AUDITOR).queryParam("action", "screening.batch").get("/api/v1/audit").then().body("items",
                hasSize(1));
        int stored = jdbi.withHandle(handle -> handle.createQuery(
                "SELECT count(*) FROM screening WHERE round_id = :round").bind("round", round).mapTo(
                        Integer.class).one());
        assertThat(stored).isEqualTo(3000);
    }

    @Test
    void ofRecordsMadeAtOnceOneIsTheFirst() throws Exception {
        List<Integer> answers = AtOnce.times(4,
                () -> screen(world.branch(1), "NORMAL", "正常").extract().statusCode());
        assertThat(answers).containsExactlyInAnyOrder(201, 409, 409, 409);
        List<Integer> created = AtOnce.times(3,
                () -> batch(row(code(world.branch(2)), "VISIT", "NORMAL")).extract().<Integer>path("created"));
        assertThat(created).containsExactlyInAnyOrder(1, 0, 0);
    }

    @Test
    void aTownshipSeesAndRecordsOnlyItsOwn() {
        int otherTownship = world.unit(world.county(), UnitKind.TOWNSHIP, "邻镇党委");
        int beside = world.unit(otherTownship, UnitKind.BRANCH, "邻村党支部");
        new Api(world.user(Role.TOWNSHIP, otherTownship)).as().body(body(beside, "NORMAL", "正常", today)).post(
                path("")).then().statusCode(201);
        screen(beside, "NORMAL", "正常").statusCode(422);
        screen(world.branch(1), "NORMAL", "正常").statusCode(201);
        township.get(path("")).body("items.branchId", contains(world.branch(1)));
        township.get(path("/" + beside)).statusCode(404);
        new Api(cast.token(Role.COUNTY_ORG)).get(path("")).body("items.branchId",
                containsInAnyOrder(world.branch(1), beside));
        new Api(cast.token(Role.BRANCH)).get(path("")).statusCode(403);
        new Api(cast.token(Role.CITY_ORG)).as().body(body(world.branch(2), "NORMAL", "正常", today)).post(
                path("")).then().statusCode(403);
    }

    @Test
    void aRowWithATextThatCannotBeSeenStopsNoOther() {
        String good = row(code(world.branch(1)), "VISIT", "WEAK");
        List<String> codes = manyBranches(5);
        for (String blank : List.of("\\u3000", "\\u00a0", "\\u2003", "\\u200b")) {
            String sound = row(codes.get(3), "VISIT", "WEAK");
            batch(row(blank, "VISIT", "WEAK"), row(codes.get(0), blank, "WEAK"),
                    row(codes.get(1), "VISIT", "WEAK").replace("情况", blank),
                    with(row(codes.get(2), "VISIT", "WEAK"), 1, blank),
                    sound.replace("\"findings\"", "\"evidence\":\"" + blank + "\",\"findings\""),
                    row(codes.get(4), "VISIT", "WEAK")).statusCode(200).body("refused", is(5)).body(
                            "rows.findAll { it.errors }.errors.flatten().pointer",
                            contains("/rows/0/branchCode", "/rows/1/method", "/rows/2/findings", "/rows/3/reason",
                                    "/rows/4/evidence"));
        }
        township.as().body(body(world.branch(3), "WEAK", "\\u3000", today)).post(path("")).then().statusCode(422);
    }

    @Test
    void aRecordCannotBeRewrittenInTheDatabase() {
        screen(world.branch(1), "WEAK", "半年未开会").statusCode(201);
        assertThat(refusedByDatabase("UPDATE screening SET result = 'NORMAL' WHERE round_id = ?")).isTrue();
        assertThat(refusedByDatabase("DELETE FROM screening WHERE round_id = ?")).isTrue();
        assertThat(refusedByDatabase(
                """
                        INSERT INTO screening (round_id, branch_id, version, ancestors, method, result, findings, screened_on,
                            outside_window, recorded_by, recorded_at)
                        SELECT round_id, branch_id, 2, ancestors, method, result, findings, screened_on, false, recorded_by, now()
                        FROM screening WHERE round_id = ?""")).as(
                        "a correction without a reason").isTrue();
    }

    private boolean refusedByDatabase(String sql) {
        try {
            jdbi.useHandle(handle -> handle.execute(sql, round));
            return false;
        } catch (UnableToExecuteStatementException refused) {
            return true;
        }
    }

    private List<String> manyBranches(int count) {
        String prefix = world.newCode();
        jdbi.useHandle(handle -> handle.createUpdate("""
                INSERT INTO org_unit (id, parent_id, code, name, kind, branch_kind, ancestors)
                SELECT n.id, p.id, :prefix || '-' || n.i, '村党支部', 'BRANCH', 'VILLAGE', p.ancestors || n.id
                FROM org_unit p, (SELECT i, nextval(pg_get_serial_sequence('org_unit', 'id'))::integer AS id
                                  FROM generate_series(1, :count) i) n WHERE p.id = :parent""").bind("prefix",
                prefix).bind("count", count).bind("parent", world.township()).execute());
        return IntStream.rangeClosed(1, count).mapToObj(i -> prefix + "-" + i).toList();
    }

    private void close(int branch) {
        jdbi.useHandle(handle -> handle.execute("UPDATE org_unit SET closed_on = '2020-01-01' WHERE id = ?", branch));
    }

    private String code(int branch) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT code FROM org_unit WHERE id = :id").bind("id",
                branch).mapTo(String.class).one());
    }

    private ValidatableResponse screen(int branch, String result, String findings) {
        return township.as().body(body(branch, result, findings, today)).post(path("")).then();
    }

    private static String with(String row, int version, String reason) {
        return "%s,\"version\":%d,\"reason\":\"%s\"}".formatted(row.substring(0, row.length() - 1), version, reason);
    }

    private ValidatableResponse batch(String... rows) {
        return township.as().body(rows(rows)).post(path("/batch")).then();
    }

    private static String rows(String... rows) {
        return List.of(rows).stream().collect(Collectors.joining(",", "{\"rows\":[", "]}"));
    }

    private String row(String code, String method, String result) {
        return """
                {"branchCode":"%s","method":"%s","result":"%s","findings":"情况","screenedOn":"%s"}""".formatted(code,
                method, result, today);
    }

    private static String body(int branch, String result, String findings, LocalDate day) {
        return """
                {"branchId":%d,"method":"VISIT","result":"%s","findings":"%s","evidence":"会议记录","screenedOn":"%s"}""".formatted(
                branch, result, findings, day);
    }

    private String correction(String result) {
        return """
                {"method":"VISIT","result":"%s","findings":"情况","screenedOn":"%s","reason":"复核"}""".formatted(result,
                today);
    }

    private String path(String part) {
        return "/api/v1/rounds/" + round + "/screenings" + part;
    }
}
