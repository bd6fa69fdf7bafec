-- PROVISIONAL: written by hand after MoveCase; replace by the captured statements (README).
\set n :i * :clients + :client_id
\set id :low + :n
\set i :i + 1
\if :id > :high
SELECT 1 / 0 AS no_case_left;
\endif
BEGIN;
SELECT * FROM rectification_case WHERE id = :id;
UPDATE rectification_case SET state = 'PLANNING', events = events + 1, version = version + 1, changed_at = now()
WHERE id = :id AND state = 'CONFIRMED';
INSERT INTO case_event (case_id, seq, at, kind, from_state, to_state, account_id, actor, role, unit_id)
SELECT id, events, now(), 'move.START_PLANNING', 'CONFIRMED', 'PLANNING', proposed_by, 'Proposer', 'TOWNSHIP', branch_id
FROM rectification_case WHERE id = :id;
INSERT INTO audit_entry (at, account_id, actor, role, unit_id, ancestors, action, entity, entity_id, trace_id, after)
SELECT now(), proposed_by, 'Proposer', 'TOWNSHIP', branch_id, ancestors, 'case.move', 'case', id::text, md5(id::text), '{}'
FROM rectification_case WHERE id = :id;
INSERT INTO idempotency (account_id, operation, key, digest, status, body, created_at)
SELECT proposed_by, 'move', id || '-' || events, sha256('x'), 200, convert_to(repeat('x', 2000), 'UTF8'), now()
FROM rectification_case WHERE id = :id;
COMMIT;
