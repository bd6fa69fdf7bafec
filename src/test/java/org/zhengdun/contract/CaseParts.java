package org.zhengdun.contract;

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

    private static long insert(MatrixWorld world, String sql, Object of) {
        return world.insert(sql, of, world.caller(Role.COUNTY_ORG).accountId());
    }
}
