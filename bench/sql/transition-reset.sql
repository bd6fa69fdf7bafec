-- Before each run: every case of the last year stands at CONFIRMED again, after its third event, so that ids can be used once more.
SET session_replication_role = replica;
CREATE TABLE IF NOT EXISTS bench_former_state AS
SELECT id, state, outcome, closed_at, events, version FROM rectification_case
WHERE year = (SELECT max(year) FROM rectification_case);
UPDATE rectification_case SET state = 'CONFIRMED', outcome = NULL, closed_at = NULL, events = 3, version = 3
WHERE year = (SELECT max(year) FROM rectification_case) AND (state, version) IS DISTINCT FROM ('CONFIRMED', 3);
DELETE FROM case_event e USING rectification_case c
WHERE c.id = e.case_id AND c.year = (SELECT max(year) FROM rectification_case) AND e.seq > 3;
TRUNCATE idempotency;
SET session_replication_role = DEFAULT;
VACUUM (ANALYZE) rectification_case, case_event;
