package org.zhengdun.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhengdun.organization.Unit;
import org.zhengdun.organization.UnitKind;
import org.zhengdun.shared.persistence.AsOf;
import org.zhengdun.shared.security.Role;
import org.zhengdun.support.Cast;
import org.zhengdun.support.TestStack;
import org.zhengdun.support.World;

/** Figures of a part of the tree enter large tables by index; those of listed and raised cases do not read the rows at all. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class CubePlanTest {

    /** Twenty counties in ten provinces; every 200th case is under the caller's township. */
    private static final String FILL = """
            INSERT INTO rectification_case (number, round_id, year, branch_id, branch_kind, responsible_unit_id,
                ancestors, state, cycle, main_category, main_category_version, proposed_by, confirmed_at, deadline, version,
                created_at, changed_at)
            SELECT 'cube-' || n, :round, 2026, :branch, 'VILLAGE', :branch,
                CASE WHEN n % 200 = 0 THEN :mine
                     ELSE ARRAY[1, -1 - n % 10, -20 - n % 20, -100 - n % 20, -1000 - n % 200, -10000 - n] END,
                'CLOSED', 1, 'W04', 1, :by, timestamptz '2022-01-15 00:00:00+08' + interval '1 month' * (n % 60),
                date '2020-01-01' + n % 2000, 0, now(), now()
            FROM generate_series(1, 20000) n""";
    private static final String PAST = """
            INSERT INTO case_figures_past
            SELECT id, round_id, year, branch_kind, main_category, listed_month, raised, closed_as_raised, a1, a2, a3, a4, a5,
                   timestamptz '2022-01-01' + interval '1 hour' * (id % 20000), timestamptz '2022-01-02' + interval '1 hour' * (id % 20000)
            FROM rectification_case WHERE number LIKE 'cube-%'""";
    private static final String PROBLEMS = """
            INSERT INTO problem (case_id, ancestors, category, category_version, restricted, fact, source, state, created_at)
            SELECT id, ancestors, 'W04', 1, false, 'f', 's', 'OPEN', now() FROM rectification_case WHERE number LIKE 'cube-%'""";
    private static final Span MONTHS = new Span.OfMonths(YearMonth.of(2025, 1), YearMonth.of(2025, 12));

    @Inject
    Jdbi jdbi;

    private World world;
    private Cast cast;
    private long round;
    private long proposer;

    @BeforeEach
    void openRound() {
        world = World.create(jdbi);
        cast = new Cast(world);
        round = cast.openRound();
        proposer = cast.person(Role.TOWNSHIP).accountId();
    }

    @Test
    void aCountyReadsIndexRangesOnly() {
        Unit county = unit(world.county(), UnitKind.COUNTY, 1, world.province(), world.city(), world.county());
        List<String> plans = new ArrayList<>();
        for (Span span : List.of(new Span.OfYear(2026), new Span.OfRound(round, 2026), MONTHS)) {
            plans.addAll(
                    plans(new Scene(county, span, AsOf.NOW), "listed", "raised", "overdue", "problem-closing-rate"));
        }
        assertThat(plans).hasSize(6).allSatisfy(
                plan -> assertThat(plan).contains("on rectification_case").doesNotContain(
                        "Seq Scan on rectification_case").doesNotContain("Seq Scan on problem"));
    }

    @Test
    void aProvinceReadsListedAndRaisedCasesFromTheIndexAlone() {
        Unit province = unit(-3, UnitKind.PROVINCE, 1, -3);
        assertThat(plans(new Scene(province, MONTHS, AsOf.NOW), "listed", "conversion-rate",
                "closing-rate")).singleElement().asString().contains(
                        "Index Only Scan using case_figures").doesNotContain("Seq Scan");
    }

    /** A table as small as that of the test is cheaper to read whole; what counts is that the index is enough. */
    @Test
    void theNationReadsListedAndRaisedCasesFromTheIndexAlone() {
        Unit nation = unit(1, UnitKind.NATION, 1);
        assertThat(plans(true, new Scene(nation, MONTHS, AsOf.NOW), "listed",
                "conversion-rate")).singleElement().asString().contains(
                        "Index Only Scan using case_figures").doesNotContain("Seq Scan");
    }

    @Test
    void aPastMomentIsReadFromTheIndexesOfBothPresentAndPast() {
        Unit province = unit(-3, UnitKind.PROVINCE, 1, -3);
        AsOf asOf = new AsOf(Instant.parse("2024-04-01T00:00:00Z"));
        assertThat(plans(new Scene(province, MONTHS, asOf), "listed",
                "conversion-rate")).singleElement().asString().contains(
                        "Index Only Scan using case_figures on", "on case_figures_past").doesNotContain("Seq Scan");
    }

    private static Unit unit(int id, UnitKind kind, int... path) {
        return new Unit(id, "code", "name", kind, null, path, null);
    }

    /** The plans of the statements that count the measures by the next units and by category. */
    private List<String> plans(Scene scene, String... measures) {
        return plans(false, scene, measures);
    }

    private List<String> plans(boolean indexesOnly, Scene scene, String... measures) {
        CubeQuery query = new CubeQuery(scene,
                List.of(measures).stream().map(code -> Indicators.find(code).orElseThrow()).toList(),
                new Axis(Dimension.ORG, scene.unit().kind() == UnitKind.NATION ? OrgLevel.PROVINCE : OrgLevel.COUNTY),
                new Axis(Dimension.CATEGORY, null), new FigureFilter(null, null, null));
        return TestStack.superuser().withHandle(handle -> handle.inTransaction(transaction -> {
            fill(transaction);
            transaction.execute("SET LOCAL enable_seqscan = " + !indexesOnly);
            List<String> plans = CubeSql.of(query).stream().map(statement -> {
                Query explained = transaction.createQuery("EXPLAIN " + statement.text());
                scene.bind(explained, LocalDate.of(2026, 6, 30));
                return String.join("\n", explained.mapTo(String.class).list());
            }).toList();
            transaction.rollback();
            return plans;
        }));
    }

    private void fill(Handle handle) {
        handle.execute("SET LOCAL session_replication_role = replica");
        handle.createUpdate(FILL).bind("round", round).bind("branch", world.branch(1)).bind("by",
                proposer).bind("mine",
                        new int[]{1, world.province(), world.city(),
                                world.county(), world.township(), world.branch(1)}).execute();
        handle.execute(PROBLEMS);
        handle.execute(PAST);
        for (String table : List.of("rectification_case", "problem", "case_figures_past")) {
            handle.execute("ANALYZE " + table);
            handle.execute(
                    """
                            SELECT pg_restore_relation_stats('schemaname', 'public', 'relname', relname::text, 'relpages', relpages,
                                'reltuples', reltuples, 'relallvisible', relpages)
                            FROM pg_class WHERE oid = '%s'::regclass""".formatted(
                            table));
        }
    }
}
