package org.zhengdun.contract;

import org.zhengdun.shared.security.Role;

/** Rows of the audit trail for the matrix. */
final class AuditFixtures {

    private AuditFixtures() {}

    static Object entry(MatrixWorld world, Relation relation, Object outer) {
        return world.insert("""
                INSERT INTO audit_entry (at, account_id, actor, role, unit_id, ancestors, action, entity, entity_id,
                                         trace_id)
                SELECT now(), :by, '审计', 'COUNTY_ORG', id, ancestors, 'round.open', 'round', '1', 'none'
                FROM org_unit WHERE id = :of RETURNING id""", world.unit(relation),
                world.caller(Role.COUNTY_ORG).accountId());
    }

    static Object erasure(MatrixWorld world, Relation relation, Object entry) {
        return world.insert("""
                INSERT INTO audit_erasure (entry_id, ancestors, fields, reason, state, requested_by, requester,
                                           requested_at)
                SELECT id, ancestors, '{REASON}', '申请', 'PENDING', :by, '审计', now()
                FROM audit_entry WHERE id = :of RETURNING id""", entry, world.caller(Role.AUDITOR).accountId());
    }
}
