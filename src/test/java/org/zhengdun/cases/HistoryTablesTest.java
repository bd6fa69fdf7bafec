package org.zhengdun.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhengdun.shared.security.Role;
import org.zhengdun.support.SampleCase;
import org.zhengdun.support.TestStack;
import org.zhengdun.support.World;

/** The intervals behind the past of a case (ADR 12). */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class HistoryTablesTest {

    private static final String HISTORIES = "SELECT substr(relname, 1, length(relname) - 8) FROM pg_class"
            + " WHERE relkind = 'r' AND relname LIKE '%\\_history' AND to_regclass(substr(relname, 1, length(relname) - 8) || '_version') IS NOT NULL";

    @Inject
    Jdbi jdbi;

    private SampleCase subject;

    @BeforeEach
    void createCase() {
        World world = World.create(jdbi);
        subject = SampleCase.create(jdbi, world, world.branch(1), world.person(Role.TOWNSHIP, world.township()),
                "RECTIFYING");
    }

    private List<String> words(String sql, Object... arguments) {
        return jdbi.withHandle(handle -> handle.select(sql, arguments).mapTo(String.class).list());
    }

    private List<String> columns(String table) {
        return words("SELECT column_name || ' ' || data_type FROM information_schema.columns WHERE table_name = ?"
                + " AND column_name <> 'valid_to' ORDER BY column_name", table);
    }

    @Test
    void aHistoryHasEveryColumnOfItsTable() {
        List<String> tables = words(HISTORIES);
        assertThat(tables).contains("rectification_case", "problem", "measure", "responsibility", "evidence_note");
        for (String table : tables) {
            assertThat(columns(table + "_history")).as("CALL keep_history('%s') where a column is added",
                    table).isEqualTo(columns(table));
            assertThat(columns(table + "_version")).isEqualTo(columns(table));
        }
    }

    @Test
    void theVersionsOfARowFollowEachOtherWithoutGap() {
        List.of("SELF_CHECKED", "ACCEPTANCE", "TRANSFORMED").forEach(subject::put);
        assertThat(words("SELECT state FROM rectification_case_version WHERE id = ? ORDER BY valid_from",
                subject.caseId())).containsExactly("RECTIFYING", "SELF_CHECKED", "ACCEPTANCE", "TRANSFORMED");
        assertThat(words("""
                SELECT count(*) FROM (SELECT valid_to, lead(valid_from) OVER (ORDER BY valid_from) AS next
                                      FROM rectification_case_version WHERE id = ?) v
                WHERE v.valid_to <> coalesce(v.next, 'infinity')""", subject.caseId())).containsExactly("0");
    }

    @Test
    void severalChangesInOneTransactionAreOneVersion() {
        jdbi.useTransaction(handle -> {
            for (String state : List.of("SELF_CHECKED", "ACCEPTANCE", "RECTIFYING")) {
                handle.execute("UPDATE rectification_case SET state = ? WHERE id = ?", state, subject.caseId());
            }
        });
        assertThat(words("SELECT state FROM rectification_case_history WHERE id = ?",
                subject.caseId())).containsExactly("RECTIFYING");
    }

    @Test
    void allChangesOfATransactionHaveOneInstant() {
        jdbi.useTransaction(handle -> {
            handle.execute(
                    """
                            INSERT INTO problem (case_id, ancestors, category, category_version, restricted, fact, source, state,
                                created_at)
                            SELECT id, ancestors, 'W04', 1, false, '未开会', '走访', 'OPEN', now() FROM rectification_case
                            WHERE id = ?""",
                    subject.caseId());
            handle.execute("UPDATE rectification_case SET events = 9 WHERE id = ?", subject.caseId());
        });
        assertThat(words("""
                SELECT valid_from FROM problem WHERE case_id = ?1
                UNION SELECT valid_from FROM rectification_case WHERE id = ?1""".replace("?1",
                Long.toString(subject.caseId())))).hasSize(1);
    }

    @Test
    void nobodyRewritesThePast() {
        subject.put("SELF_CHECKED");
        for (String sql : List.of("UPDATE rectification_case_history SET state = 'CLOSED'",
                "DELETE FROM rectification_case_history", "TRUNCATE rectification_case_history")) {
            assertThatThrownBy(() -> jdbi.useHandle(handle -> handle.execute(sql))).hasMessageContaining(
                    "permission denied");
            assertThatThrownBy(() -> TestStack.superuser().useHandle(
                    handle -> handle.execute(sql))).hasMessageContaining("append-only");
        }
    }
}
