package org.zhengdun.reminders;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhengdun.organization.UnitKind;
import org.zhengdun.settings.Settings;
import org.zhengdun.shared.security.Role;
import org.zhengdun.support.AtOnce;
import org.zhengdun.support.SampleCase;
import org.zhengdun.support.TestStack;
import org.zhengdun.support.World;

/** Scans over deadlines of years long past, so that only the deadlines of this test are ever due. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@SuppressWarnings("NullAway.Init")
class RungScanTest {

    private static final int SCANNERS = 3;
    private static final String OPEN = """
            INSERT INTO deadline (kind, subject_id, case_id, unit_id, ancestors, starts_on, original_due_on, base_on, state,
                opened_at, changed_at)
            SELECT :kind, :first - n, :case::bigint, u.id, u.ancestors, :set::date, :due::date + n % 30, :due::date + n % 30,
                'OPEN', :set::timestamp AT TIME ZONE 'Asia/Shanghai', :set::timestamp AT TIME ZONE 'Asia/Shanghai'
            FROM org_unit u, generate_series(0, :count - 1) n WHERE u.id = :unit""";
    private static final String FAULTS = """
            WITH mine AS (SELECT id FROM deadline WHERE a1 = :province),
            fired AS (SELECT * FROM rung WHERE deadline_id IN (SELECT id FROM mine))
            SELECT 'not nine rungs: ' || d.id FROM mine d WHERE (SELECT count(*) FROM fired WHERE deadline_id = d.id) <> 9
            UNION ALL SELECT 'not one notice: ' || f.id FROM fired f
                WHERE (SELECT count(*) FROM notice n WHERE n.rung_id = f.id) <> 1
            UNION ALL SELECT 'out of order: ' || id FROM (
                SELECT id, planned_on, lag(planned_on) OVER (PARTITION BY deadline_id ORDER BY id) AS former FROM fired) o
                WHERE former > planned_on
            UNION ALL SELECT 'events of ' || c.id FROM rectification_case c WHERE c.a1 = :province AND (
                c.events <> (SELECT count(*) FROM case_event e WHERE e.case_id = c.id)
                OR c.events <> (SELECT max(seq) FROM case_event e WHERE e.case_id = c.id)
                OR c.events <> (SELECT count(*) FROM fired f JOIN deadline d ON d.id = f.deadline_id WHERE d.case_id = c.id))""";

    @Inject
    Jdbi jdbi;
    @Inject
    RungScan scan;

    private World world;
    private World.Person township;

    @BeforeEach
    void someoneWorks() {
        world = World.create(jdbi);
        township = world.person(Role.TOWNSHIP, world.township());
    }

    private long caseOf(int branch) {
        return SampleCase.create(jdbi, world, world.branch(branch), township, "RECTIFYING").caseId();
    }

    private void open(String kind, @Nullable Long caseId, int count, String set, String due) {
        jdbi.useHandle(handle -> handle.createUpdate(OPEN).bind("kind", kind).bind("first",
                -1_000_000L * world.township()).bind("case", caseId).bind("count", count).bind("set", set).bind("due",
                        due).bind("unit", world.township()).execute());
    }

    private List<String> texts(String sql) {
        return jdbi.withHandle(handle -> handle.createQuery(sql).bind("province", world.province()).mapTo(
                String.class).list());
    }

    private void fireEach(String from, String to) {
        LocalDate.parse(from).datesUntil(LocalDate.parse(to).plusDays(1)).forEach(scan::fire);
    }

    private List<String> fired() {
        return texts(
                """
                        SELECT r.planned_on || ' ' || r.kind || ' ' || u.kind FROM rung r JOIN deadline d ON d.id = r.deadline_id
                        JOIN org_unit u ON u.id = r.unit_id WHERE d.a1 = :province ORDER BY r.id""");
    }

    @Test
    void threeReplicasFireEachRungOnceAlsoAfterDaysOfOutage() throws Exception {
        for (int branch = 1; branch <= SCANNERS; branch++) {
            long caseId = caseOf(branch);
            jdbi.useHandle(handle -> handle.createUpdate(OPEN).bind("kind", "MEASURE").bind("first",
                    -10_000L * caseId).bind("case", caseId).bind("count", 700).bind("set", "2001-01-01").bind("due",
                            "2001-03-01").bind("unit", world.township()).execute());
        }
        List<LocalDate> days = Stream.of("2001-02-20", "2001-02-25", "2001-03-12", "2001-03-13", "2001-03-14",
                "2001-04-02", "2001-04-20").map(LocalDate::parse).toList();
        for (LocalDate day : days) {
            AtOnce.all(IntStream.range(0, SCANNERS).<Callable<String>>mapToObj(replica -> () -> {
                scan.fire(day);
                return "scanned";
            }).toList());
        }
        scan.fire(LocalDate.parse("2001-04-20"));

        assertThat(texts(FAULTS)).isEmpty();
        assertThat(fired()).hasSize(2100 * 9);
        scan.fire(LocalDate.parse("2001-05-20"));
        assertThat(fired()).hasSize(2100 * 9);
    }

    @Test
    void remindersGoToTheTownshipAndEscalationsClimbTheTree() {
        open("MEASURE", caseOf(1), 1, "2002-01-01", "2002-03-10");
        fireEach("2002-03-01", "2002-03-31");
        assertThat(fired()).containsExactly("2002-03-03 REMINDER TOWNSHIP", "2002-03-07 REMINDER TOWNSHIP",
                "2002-03-09 REMINDER TOWNSHIP", "2002-03-10 REMINDER TOWNSHIP", "2002-03-11 REMINDER TOWNSHIP",
                "2002-03-13 REMINDER TOWNSHIP", "2002-03-17 REMINDER TOWNSHIP", "2002-03-17 ESCALATION COUNTY",
                "2002-03-25 ESCALATION CITY");
        assertThat(texts("""
                SELECT e.kind || ' ' || e.actor || ' ' || (e.role IS NULL) FROM case_event e
                JOIN rectification_case c ON c.id = e.case_id WHERE c.a1 = :province AND e.seq IN (1, 9)
                ORDER BY e.seq""")).containsExactly("deadline.reminded 系统时钟 true", "deadline.escalated 系统时钟 true");
    }

    @Test
    void whatTheCountyOwesClimbsFromTheCounty() {
        open("SECOND_CHECK", caseOf(1), 1, "2003-01-01", "2003-03-10");
        fireEach("2003-03-10", "2003-03-31");
        assertThat(fired()).contains("2003-03-10 REMINDER COUNTY", "2003-03-17 ESCALATION CITY",
                "2003-03-25 ESCALATION PROVINCE");
    }

    @Test
    void anObligationWithoutCaseLeavesNoticesOnly() {
        open("REPORT", null, 1, "2004-01-01", "2004-03-10");
        fireEach("2004-03-01", "2004-03-04");
        assertThat(
                texts("SELECT kind || coalesce(case_id::text, '') FROM notice WHERE a1 = :province")).containsExactly(
                        "REMINDER");
    }

    @Test
    void daysBeforeTheDeadlineWasOpenedDoNotFire() {
        open("MEASURE", caseOf(1), 1, "2005-03-08", "2005-03-10");
        fireEach("2005-03-08", "2005-03-10");
        assertThat(fired()).containsExactly("2005-03-09 REMINDER TOWNSHIP", "2005-03-10 REMINDER TOWNSHIP");
    }

    @Test
    void anExtensionPlansAnewAndAnEndFiresNothingMore() {
        open("MEASURE", caseOf(1), 1, "2006-01-01", "2006-03-10");
        fireEach("2006-03-01", "2006-03-08");
        update("base_on = '2006-04-10', changed_at = '2006-03-09 12:00+08'");
        fireEach("2006-03-09", "2006-04-04");
        assertThat(fired()).containsExactly("2006-03-03 REMINDER TOWNSHIP", "2006-03-07 REMINDER TOWNSHIP",
                "2006-04-03 REMINDER TOWNSHIP");
        update("state = 'MET', ended_on = '2006-04-05', changed_at = '2006-04-05 12:00+08'");
        fireEach("2006-04-05", "2006-05-04");
        assertThat(fired()).hasSize(3);
    }

    @Test
    void nothingFiresWhileTheClockStandsStill() {
        open("MEASURE", caseOf(1), 1, "2007-01-01", "2007-03-10");
        fireEach("2007-03-01", "2007-03-04");
        update("paused_days = 30, suspended_since = '2007-03-05', resumes_on = '2007-04-04', changed_at = '2007-03-05 12:00+08'");
        fireEach("2007-03-05", "2007-04-05");
        assertThat(fired()).containsExactly("2007-03-03 REMINDER TOWNSHIP");
        fireEach("2007-04-06", "2007-04-06");
        assertThat(fired()).containsExactly("2007-03-03 REMINDER TOWNSHIP", "2007-04-06 REMINDER TOWNSHIP");
    }

    @Test
    void aCaseThatMovesIsRemindedWhereItIs() {
        open("MEASURE", caseOf(1), 1, "2008-01-01", "2008-03-10");
        fireEach("2008-03-01", "2008-03-04");
        int county = world.unit(world.city(), UnitKind.COUNTY, "邻县县委");
        int township = world.unit(county, UnitKind.TOWNSHIP, "邻镇党委");
        update("unit_id = " + township + ", ancestors = (SELECT ancestors FROM org_unit WHERE id = " + township + ")");
        fireEach("2008-03-05", "2008-03-17");
        assertThat(texts("""
                SELECT DISTINCT r.unit_id FROM rung r JOIN deadline d ON d.id = r.deadline_id
                WHERE d.a1 = :province AND r.planned_on > '2008-03-04' ORDER BY 1""")).containsExactlyInAnyOrder(
                Integer.toString(county), Integer.toString(township));
        assertThat(texts("""
                SELECT h.kind FROM deadline_change h JOIN deadline d ON d.id = h.deadline_id
                WHERE d.a1 = :province""")).containsExactly("REASSIGNED");
    }

    private void update(String values) {
        jdbi.useHandle(handle -> handle.createUpdate("UPDATE deadline SET " + values + " WHERE a1 = :province").bind(
                "province", world.province()).execute());
    }

    @Test
    void theDatabaseHasTheSameNationalDefaultAsTheSettings() {
        assertThat(
                texts("SELECT jsonb_array_elements_text(national_rungs() -> 'reminders')")).containsExactlyElementsOf(
                        Settings.national().rungs().reminders().stream().map(String::valueOf).toList());
        assertThat(
                texts("SELECT jsonb_array_elements_text(national_rungs() -> 'escalations')")).containsExactlyElementsOf(
                        Settings.national().rungs().escalations().stream().map(String::valueOf).toList());
    }

    @Test
    void aScanReadsOnlyWhatIsDue() {
        String plan = jdbi.withHandle(handle -> handle.inTransaction(transaction -> {
            transaction.createUpdate(OPEN).bind("kind", "REPORT").bind("first", -1_000_000L * world.township()).bind(
                    "case", (Long) null).bind("count", 20_000).bind("set", "2009-01-01").bind("due",
                            "2009-03-01").bind("unit", world.township()).execute();
            transaction.execute("ANALYZE deadline");
            List<String> lines = transaction.createQuery("EXPLAIN " + RungScan.OF_CASES).bind("today",
                    LocalDate.of(2000, 1, 1)).bind("now", java.time.Instant.EPOCH).bind("batch", 500).mapTo(
                            String.class).list();
            transaction.rollback();
            return String.join("\n", lines);
        }));
        assertThat(plan).contains("deadline_next_rung").doesNotContain("Seq Scan on deadline d ");
    }
}
