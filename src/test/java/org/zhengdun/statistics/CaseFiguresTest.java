package org.zhengdun.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhengdun.support.TestStack;
import org.zhengdun.support.World;

/** The intervals from which figures of the past are read. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class CaseFiguresTest {

    private static final List<String> CHANGES = List.of("state = 'RECTIFYING'", "state = 'SELF_CHECKED'",
            "state = 'TRANSFORMED'", "state = 'CLOSED', outcome = 'TRANSFORMED'", "state = 'CLOSED', outcome = 'OTHER'",
            "state = 'CANCELLED', outcome = 'LISTED_IN_ERROR'", "outcome = NULL", "confirmed_at = NULL",
            "confirmed_at = '2026-03-31T16:00:00Z'", "branch_kind = 'AGENCY'", "year = 2027", "events = 7",
            "version = 9");

    @Inject
    Jdbi jdbi;

    private FormWorld form;
    private long caseId;

    @BeforeEach
    void list() {
        World world = World.create(jdbi);
        form = new FormWorld(jdbi, world);
        caseId = form.confirmedCase(world.branch(1), 2026, 4);
    }

    @Test
    void theySayWhatTheHistorySaysAtEveryInstant() {
        Random random = new Random(20_261_122);
        for (int i = 0; i < 60; i++) {
            form.set("rectification_case", caseId, CHANGES.get(random.nextInt(CHANGES.size())));
        }
        assertThat(number("SELECT count(*) FROM rectification_case_version WHERE id = ?")).isGreaterThan(40);
        assertThat(
                number("""
                        SELECT count(*) FROM rectification_case_version v WHERE v.id = ? AND 1 <> (
                            SELECT count(*) FROM case_figures_version f
                            WHERE f.id = v.id AND f.valid_from <= v.valid_from AND f.valid_to >= v.valid_to
                            AND (f.round_id, f.year, f.branch_kind, f.main_category, f.listed_month, f.raised, f.closed_as_raised,
                                 f.a1, f.a2, f.a3, f.a4, f.a5) IS NOT DISTINCT FROM
                                (v.round_id, v.year, v.branch_kind, v.main_category, v.listed_month, v.raised, v.closed_as_raised,
                                 v.a1, v.a2, v.a3, v.a4, v.a5))""")).isZero();
    }

    @Test
    void onlyWhatChangesFiguresEndsThem() {
        for (String state : List.of("PLANNING", "RECTIFYING", "SELF_CHECKED", "ACCEPTANCE")) {
            form.set("rectification_case", caseId, "state = '" + state + "'");
        }
        assertThat(number("SELECT count(*) FROM case_figures_past WHERE id = ?")).isZero();
        form.set("rectification_case", caseId, "state = 'TRANSFORMED'");
        form.set("rectification_case", caseId, "state = 'CLOSED', outcome = 'TRANSFORMED'");
        assertThat(number("SELECT count(*) FROM case_figures_past WHERE id = ?")).isEqualTo(2);
    }

    @Test
    void nobodyRewritesThem() {
        assertThatThrownBy(() -> TestStack.superuser().useHandle(
                handle -> handle.execute("DELETE FROM case_figures_past WHERE id = ?", caseId))).hasMessageContaining(
                        "append-only");
    }

    private long number(String sql) {
        return jdbi.withHandle(handle -> handle.select(sql, caseId).mapTo(Long.class).one());
    }
}
