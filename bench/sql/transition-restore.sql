-- After all runs: the cases stand where they stood before the first transition-reset.sql.
SET session_replication_role = replica;
UPDATE rectification_case c
SET state = f.state, outcome = f.outcome, closed_at = f.closed_at, events = f.events, version = f.version
FROM bench_former_state f WHERE f.id = c.id;
DROP TABLE bench_former_state;
SET session_replication_role = DEFAULT;
VACUUM (FULL, ANALYZE) rectification_case;
VACUUM rectification_case;
