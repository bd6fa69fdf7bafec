package org.zhengdun.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhengdun.local.CaseStory;
import org.zhengdun.shared.security.Role;
import org.zhengdun.shared.time.Days;
import org.zhengdun.support.Cast;
import org.zhengdun.support.Contract;
import org.zhengdun.support.TestStack;
import org.zhengdun.support.World;

/** No read of cases, branches, rounds or units tells a machine that pulls statistics a category, a name or a free text. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@SuppressWarnings("NullAway.Init")
class MachineReadsTest {

    private static final Pattern DOORS = Pattern.compile("/api/v1/(cases|branches|rounds|org-units)(/.*)?");
    private static final Pattern CATEGORY = Pattern.compile("\"W\\d\\d\"|\"restricted\":");
    /** Every name and free text on record of the case. */
    private static final String SECRETS = """
            SELECT cause FROM rectification_case WHERE id = :case
            UNION SELECT self_check FROM rectification_case WHERE id = :case
            UNION SELECT unnest(ARRAY[fact, source, pending_reason]) FROM problem WHERE case_id = :case
            UNION SELECT description FROM measure WHERE case_id = :case
            UNION SELECT unnest(ARRAY[name, post]) FROM responsibility WHERE case_id = :case
            UNION SELECT unnest(ARRAY[person, post]) FROM helper_assignment WHERE case_id = :case
            UNION SELECT text FROM evidence_note WHERE case_id = :case
            UNION SELECT facts FROM look_back WHERE case_id = :case
            UNION SELECT conclusion FROM acceptance_check WHERE case_id = :case
            UNION SELECT unnest(ARRAY[reason, progress]) FROM extension WHERE case_id = :case
            UNION SELECT unnest(ARRAY[actor, reason]) FROM case_event WHERE case_id = :case
            UNION SELECT '查阅资料' UNION SELECT '孙组长' UNION SELECT '改为走访'""";

    @Inject
    Jdbi jdbi;

    private World world;
    private Cast cast;
    private CaseStory story;
    private Map<String, Object> ids;

    /** A case with everything that may be written in one, one problem of a restricted category among it. */
    @BeforeEach
    void tellAWholeStory() {
        world = World.create(jdbi);
        cast = new Cast(world);
        story = new CaseStory(cast).nominate(cast.openRound(), world.branch(1)).confirm().plan();
        extend();
        story.rectify().applyForAcceptance().check().transform().relapse();
        jdbi.useHandle(handle -> handle.execute("""
                UPDATE problem SET category = 'W16', restricted = true WHERE id = (
                    SELECT max(id) FROM problem WHERE case_id = ?)""", story.caseId()));
        cast.send("township", "PUT", "/branches/" + world.branch(1) + "/facts", """
                {"validFrom":"2026-01-01","branchKind":"VILLAGE","urban":false,"registeredPoorVillage":false,
                 "members":9,"secretaryStatus":"FILLED","secretaryToReplace":false}""", "\"0\"");
        ids = Map.of("checkId", number("SELECT max(id) FROM acceptance_check WHERE case_id = :case"), "code",
                jdbi.withHandle(handle -> handle.createQuery("SELECT code FROM org_unit WHERE id = :id").bind("id",
                        world.county()).mapTo(String.class).one()));
    }

    private void extend() {
        long deadline = number("SELECT min(id) FROM deadline WHERE case_id = :case AND kind = 'CASE'");
        String body = "{\"deadlineId\": %d, \"reason\": \"换届推迟\", \"progress\": \"已谈话\", \"newDueOn\": \"%s\"}".formatted(
                deadline, LocalDate.now(Days.ZONE).plusMonths(4));
        long asked = cast.send("township", "POST", "/cases/" + story.caseId() + "/extensions", body,
                story.refresh("township").etag()).id();
        cast.send("county_org", "POST", "/cases/" + story.caseId() + "/extensions/" + asked + "/decision",
                "{\"decision\": \"REJECT\", \"reason\": \"改为走访\"}", story.refresh("township").etag());
        story.refresh("township");
    }

    private long number(String sql) {
        return jdbi.withHandle(handle -> handle.createQuery(sql).bind("case", story.caseId()).mapTo(Long.class).one());
    }

    private String path(Contract.Operation operation) {
        String top = operation.path().split("/", -1)[3];
        Object id = switch (top) {
            case "cases" -> story.caseId();
            case "branches" -> world.branch(1);
            case "rounds" -> number("SELECT round_id FROM rectification_case WHERE id = :case");
            default -> world.county();
        };
        return operation.path(ids).replace("{id}", id.toString()).replaceAll("\\{\\w+}", "1");
    }

    private static boolean isOpenToMachines(Contract.Operation operation) {
        return StreamSupport.stream(operation.node().path("x-roles").spliterator(), false).anyMatch(
                role -> role.asText().equals(Role.STATISTICS.tokenName()));
    }

    @Test
    void whatMachinesReadTellsNoCategoryNoNameAndNoWords() {
        List<String> secrets = jdbi.withHandle(handle -> handle.createQuery(SECRETS).bind("case",
                story.caseId()).mapTo(String.class).list()).stream().filter(
                        text -> text != null && text.length() > 1).toList();
        List<String> leaks = new ArrayList<>();
        List<Contract.Operation> doors = Contract.served().operations().stream().filter(
                operation -> operation.method().equals("GET") && DOORS.matcher(operation.path()).matches()).toList();
        for (Contract.Operation door : doors) {
            Response answer = cast.as(Role.STATISTICS).get(path(door));
            int expected = isOpenToMachines(door) ? 200 : 403;
            String text = answer.asString();
            String told = secrets.stream().filter(text::contains).collect(Collectors.joining(", "))
                    + CATEGORY.matcher(text).results().map(match -> match.group()).distinct().toList();
            if (answer.statusCode() != expected || !told.equals("[]")) {
                leaks.add(door.operationId() + " " + answer.statusCode() + " " + told);
            }
        }
        assertThat(secrets).hasSizeGreaterThan(15);
        assertThat(doors).filteredOn(MachineReadsTest::isOpenToMachines).hasSizeGreaterThan(15);
        assertThat(leaks).isEmpty();
    }
}
