package org.zhengdun.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

import org.eclipse.microprofile.config.ConfigProvider;
import org.jdbi.v3.core.Jdbi;
import org.zhengdun.shared.security.Role;

/** Rows of the parts of a case, placed directly. */
final class CaseParts {

    private CaseParts() {}

    static Object problem(MatrixWorld world, Relation relation, Object caseId) {
        return insert(world,
                """
                        INSERT INTO problem (case_id, ancestors, category, category_version, restricted, fact, source, state, created_at)
                        SELECT id, ancestors, 'W01', 1, false, '书记空缺', '研判', 'OPEN', now()
                        FROM rectification_case WHERE id = :of AND :by > 0 RETURNING id""",
                caseId);
    }

    static Object measure(MatrixWorld world, Relation relation, Object caseId) {
        Object problem = problem(world, relation, caseId);
        return insert(world, """
                INSERT INTO measure (case_id, problem_id, kind, description, starts_on, due_on, state)
                SELECT case_id, id, 'ORDINARY', '选派书记', '2026-01-01', '2026-06-30', 'OPEN'
                FROM problem WHERE id = :of AND :by > 0 RETURNING id""", problem);
    }

    static Object helper(MatrixWorld world, Relation relation, Object caseId) {
        return insert(world, """
                INSERT INTO helper_assignment (case_id, kind, unit, since, assigned_by, assigned_at)
                VALUES (:of, 'PAIRED_UNIT', '县财政局', '2026-01-01', :by, now()) RETURNING id""", caseId);
    }

    static Object check(MatrixWorld world, Relation relation, Object caseId) {
        return insert(world, """
                INSERT INTO acceptance_check (case_id, checklist_id, held_on, state, formed_at, formed_by)
                SELECT :of, min(id), '2026-06-30', 'RUNNING', now(), :by FROM checklist RETURNING id""", caseId);
    }

    static Object lookBack(MatrixWorld world, Relation relation, Object caseId) {
        return insert(world, """
                INSERT INTO look_back (case_id, due_on) SELECT :of, '2026-06-30' WHERE :by > 0 RETURNING id""", caseId);
    }

    static Object deadline(MatrixWorld world, Relation relation, Object caseId) {
        return insert(world,
                """
                        INSERT INTO deadline (kind, subject_id, case_id, unit_id, ancestors, starts_on, base_on, state, opened_at,
                            changed_at)
                        SELECT 'CASE', id, id, responsible_unit_id, ancestors, '2026-01-01', '2099-12-31', 'OPEN', now(), now()
                        FROM rectification_case WHERE id = :of AND :by > 0
                        ON CONFLICT (kind, subject_id) DO UPDATE SET changed_at = now() RETURNING id""",
                caseId);
    }

    static Object extension(MatrixWorld world, Relation relation, Object caseId) {
        return insert(world,
                """
                        INSERT INTO extension (deadline_id, case_id, reason, progress, old_due_on, new_due_on, state, requested_by,
                            requested_at)
                        SELECT id, case_id, '汛期', '过半', due_on, due_on + 30, 'PENDING', :by, now() FROM deadline
                        WHERE id = :of RETURNING id""",
                deadline(world, relation, caseId));
    }

    static Object accountabilityAlert(MatrixWorld world, Relation relation, Object caseId) {
        insert(world,
                """
                        INSERT INTO carry_over (case_id, years, from_round_id, from_year, to_round_id, to_year, deadline, reason,
                            carried_at, carried_by)
                        SELECT id, 3, round_id, 2026, round_id, 2027, '2027-12-31', '未整顿到位', now(), :by
                        FROM rectification_case WHERE id = :of RETURNING case_id""",
                caseId);
        return insert(world, """
                INSERT INTO accountability_alert (case_id, years, raised_at)
                SELECT :of, 3, now() WHERE :by > 0 RETURNING years""", caseId);
    }

    /** A request to the department of the caller. */
    static Object opinion(MatrixWorld world, Relation relation, Object caseId) {
        return insert(world, """
                INSERT INTO department_opinion (case_id, department, ancestors, due_on, requested_by, requested_at)
                SELECT id, 'DISCIPLINE', ancestors, '2026-06-30', :by, now()
                FROM rectification_case WHERE id = :of RETURNING id""", caseId);
    }

    static Object opinionOfNewCase(MatrixWorld world, Relation relation, Object outer) {
        return opinion(world, relation, CaseFixtures.rectificationCase(world, relation, outer));
    }

    static Object visit(MatrixWorld world, Relation relation, Object caseId) {
        helper(world, relation, caseId);
        return visit(world.jdbi(), caseId);
    }

    /** A visit under the first assignment of the case. */
    static Object visit(Jdbi jdbi, Object caseId) {
        UUID id = UUID.randomUUID();
        jdbi.useHandle(handle -> {
            handle.createUpdate("""
                    INSERT INTO visit (id, case_id, account_id, helper_id, visited_on, versions)
                    SELECT :id, case_id, assigned_by, id, '2026-06-30', 1
                    FROM helper_assignment WHERE case_id = :case ORDER BY id LIMIT 1""").bind("id", id).bind("case",
                    caseId).execute();
            handle.createUpdate(
                    """
                            INSERT INTO visit_version (visit_id, version, visited_on, place, people, findings, photos, recorded_at)
                            VALUES (:id, 1, '2026-06-30', '村部', '两委', '正常', '{}', now())""").bind(
                            "id", id).execute();
        });
        return id;
    }

    static Object evidence(MatrixWorld world, Relation relation, Object caseId) {
        return evidence(world.jdbi(), caseId, world.caller(Role.COUNTY_ORG).accountId());
    }

    /** A file in the directory of the tests. */
    static Object evidence(Jdbi jdbi, Object caseId, long by) {
        UUID object = UUID.randomUUID();
        long file = jdbi.withHandle(handle -> handle.createQuery(
                """
                        WITH file AS (INSERT INTO evidence_file (case_id, versions) VALUES (:of, 1) RETURNING id)
                        INSERT INTO evidence_version (file_id, version, name, media_type, size, sha256, occurred_on, uploaded_at,
                                                      uploaded_by, object)
                        SELECT id, 1, 'a.jpg', 'image/jpeg', 4, sha256('a'), '2026-06-30', now(), :by, '%s' FROM file
                        RETURNING file_id""".formatted(
                        object)).bind("of", caseId).bind("by", by).mapTo(Long.class).one());
        Path directory = Path.of(ConfigProvider.getConfig().getValue("zhengdun.evidence.directory", String.class));
        try {
            Path target = directory.resolve(object.toString().substring(0, 2)).resolve(object.toString());
            Files.createDirectories(target.getParent());
            Files.write(target, new byte[]{1, 2, 3, 4});
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return file;
    }

    private static long insert(MatrixWorld world, String sql, Object of) {
        return world.insert(sql, of, world.caller(Role.COUNTY_ORG).accountId());
    }
}
