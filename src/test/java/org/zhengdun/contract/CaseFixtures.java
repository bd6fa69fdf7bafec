package org.zhengdun.contract;

import java.util.UUID;

import org.zhengdun.shared.security.Role;
import org.zhengdun.support.World;

/** Rows of rounds and cases, placed directly: the matrix asks who reaches them, not how they came to be. */
final class CaseFixtures {

    private CaseFixtures() {}

    static Object round(MatrixWorld world, Relation relation, Object outer) {
        return roundOf(world, world.unit(relation));
    }

    /** A nominated case of a new branch; in the relation ASSIGNED it is assigned to the helper and the inspector. */
    static Object rectificationCase(MatrixWorld world, Relation relation, Object outer) {
        int branch = world.branch(relation);
        long id = world.jdbi().withHandle(handle -> handle.createQuery(
                """
                        INSERT INTO rectification_case (number, round_id, year, branch_id, branch_kind, responsible_unit_id, ancestors,
                            state, cycle, main_category, main_category_version, proposed_by, version, created_at, changed_at)
                        SELECT :number, :round, 2026, b.id, 'VILLAGE', u.id, u.ancestors, 'NOMINATED', 1, 'W01', 1, :account, 0,
                            now(), now()
                        FROM org_unit b JOIN org_unit u ON u.id = b.parent_id WHERE b.id = :branch RETURNING id""").bind(
                        "number",
                        UUID.randomUUID().toString()).bind("round",
                                roundOf(world, World.create(world.jdbi()).province())).bind("account",
                                        world.caller(Role.TOWNSHIP).accountId()).bind("branch", branch).mapTo(
                                                Long.class).one());
        if (relation == Relation.ASSIGNED) {
            assign(world, id, Role.HELPER);
            assign(world, id, Role.INSPECTOR);
        }
        return id;
    }

    static Object branchWithFacts(MatrixWorld world, Relation relation, Object outer) {
        int branch = world.branch(relation);
        world.insert(
                """
                        INSERT INTO branch_fact (branch_id, valid_from, branch_kind, urban, registered_poor_village, members,
                            secretary_status, secretary_to_replace, reported_by, reported_at)
                        VALUES (:of, '2026-01-01', 'VILLAGE', false, false, 30, 'FILLED', false, :by, now()) RETURNING branch_id""",
                branch, world.caller(Role.TOWNSHIP).accountId());
        return branch;
    }

    /** A new branch with its record in the round. */
    static Object screenedBranch(MatrixWorld world, Relation relation, Object round) {
        return world.jdbi().withHandle(handle -> handle.createQuery(
                """
                        INSERT INTO screening (round_id, branch_id, version, ancestors, method, result, screened_on, outside_window,
                            recorded_by, recorded_at)
                        SELECT :round, id, 1, ancestors, 'VISIT', 'NORMAL', '2026-02-01', false, :account, now()
                        FROM org_unit WHERE id = :branch RETURNING branch_id""").bind(
                        "round", round).bind("account",
                                world.caller(Role.TOWNSHIP).accountId()).bind("branch", world.branch(relation)).mapTo(
                                        Integer.class).one());
    }

    static Object category(MatrixWorld world, Relation relation, Object outer) {
        return world.jdbi().withHandle(
                handle -> handle.createQuery(
                        "SELECT code FROM category WHERE owner_id = 1 ORDER BY code LIMIT 1").mapTo(
                                String.class).one());
    }

    /** A grant on the unit, held by somebody of another province. */
    static Object grant(MatrixWorld world, Relation relation, Object outer) {
        World elsewhere = World.create(world.jdbi());
        long account = elsewhere.person(Role.BRANCH, elsewhere.branch(1)).accountId();
        return world.insert("""
                INSERT INTO access_grant (account_id, role, org_unit_id, ancestors, valid_from, granted_at)
                SELECT :by, 'BRANCH', id, ancestors, now(), now() FROM org_unit WHERE id = :of RETURNING id""",
                world.unit(relation), account);
    }

    /** An import that an account of another unit has started. */
    static Object job(MatrixWorld world, Relation relation, Object outer) {
        World elsewhere = World.create(world.jdbi());
        return world.insert(
                """
                        INSERT INTO job (kind, state, dry_run, upload_id, rows, account_id, actor, role, unit_id, ancestors,
                            scope_roots, trace_id, created_at, finished_at, created, updated, unchanged)
                        SELECT 'ORG_IMPORT', 'SUCCEEDED', false, 0, 0, :by, '他人', 'PROVINCE_ORG', id, ancestors, '{}', 'none', now(),
                            now(), 0, 0, 0
                        FROM org_unit WHERE id = :of RETURNING id""",
                world.unit(relation),
                elsewhere.person(Role.PROVINCE_ORG, elsewhere.province()).accountId());
    }

    static Object checklist(MatrixWorld world, Relation relation, Object outer) {
        return world.insert(
                """
                        INSERT INTO checklist (family, edition, unit_id, name, state, created_at, created_by, published_at, published_by)
                        VALUES (gen_random_uuid(), 1, :of, '清单', 'PUBLISHED', now(), :by, now(), :by) RETURNING id""",
                world.unit(relation), world.caller(Role.COUNTY_ORG).accountId());
    }

    /** A report that the unit has submitted. */
    static Object monthlyReport(MatrixWorld world, Relation relation, Object outer) {
        return world.insert(
                """
                        INSERT INTO monthly_report (round_id, unit_id, ancestors, month, due_on, red_after, opened_at, submitted_on,
                            editions)
                        SELECT (SELECT max(id) FROM round), id, ancestors, '2026-06-01', '2026-07-05', 2, now(), '2026-07-01', 1
                        FROM org_unit WHERE id = :of AND :by > 0 RETURNING id""",
                world.unit(relation),
                world.caller(Role.TOWNSHIP).accountId());
    }

    /** Frozen figures of the unit, placed directly. */
    static Object snapshot(MatrixWorld world, Relation relation, Object outer) {
        long id = world.insert(
                """
                        INSERT INTO statistics_snapshot (kind, unit_id, ancestors, period, title)
                        SELECT 'ANNUAL_FORM', id, ancestors, '2025', 'x' FROM org_unit WHERE id = :of AND :by > 0 RETURNING id""",
                world.unit(relation), world.caller(Role.COUNTY_ORG).accountId());
        return world.insert(
                """
                        INSERT INTO statistics_snapshot_revision (snapshot_id, revision, content, hash, data_as_of, computed_at,
                            frozen_at, frozen_by)
                        SELECT :of, 1, t.content, encode(sha256(convert_to(t.content, 'UTF8')), 'hex'), now(), now(), now(), :by
                        FROM (SELECT '{"name": "x", "label": "x", "updated": "2026-01-01T00:00:00Z",
                            "computedAt": "2026-01-01T00:00:00Z", "values": [1], "status": {},
                            "dimensions": [{"code": "column", "label": "x", "categories": [{"code": "1", "label": "x"}]}]}'::text AS content) t
                        RETURNING snapshot_id""",
                id, world.caller(Role.COUNTY_ORG).accountId());
    }

    private static long roundOf(MatrixWorld world, int unit) {
        return world.jdbi().withHandle(handle -> handle.createQuery(
                """
                        INSERT INTO round (unit_id, ancestors, year, name, starts_on, ends_on, state, settings, opened_by, opened_at)
                        SELECT id, ancestors, 2026, '轮次', '2026-01-01', '2026-12-31', 'OPEN', '{}', :account, now()
                        FROM org_unit WHERE id = :unit RETURNING id""").bind(
                        "unit", unit).bind("account",
                                world.caller(Role.COUNTY_ORG).accountId()).mapTo(Long.class).one());
    }

    private static void assign(MatrixWorld world, long caseId, Role role) {
        world.jdbi().useHandle(handle -> handle.createUpdate("""
                INSERT INTO case_assignment (account_id, case_id, role, unit_id, valid_from)
                SELECT :account, id, :role, responsible_unit_id, now() - interval '1 day'
                FROM rectification_case WHERE id = :case""").bind("account", world.caller(role).accountId()).bind(
                "role",
                role.name()).bind("case", caseId).execute());
    }
}
