-- Fills an empty migrated database for the rung scan: psql "$DATABASE" -f bench/rungs.sql
--   -v cases=300000 -v today=2026-11-22   (defaults; five open deadlines a case, 1.5 million in all)
-- 100 counties with 3,000 townships in one made-up province; due dates lie evenly over a year around today, and everything
-- up to yesterday has fired. Needs a superuser: triggers and foreign keys rest while the rows go in.
\set ON_ERROR_STOP on
\timing on
\if :{?cases} \else \set cases 300000 \endif
\if :{?today} \else \set today 2026-11-22 \endif

BEGIN;
SET LOCAL session_replication_role = replica;
SET LOCAL synchronous_commit = off;

DO $$ BEGIN
    IF EXISTS (SELECT 1 FROM rectification_case) THEN RAISE EXCEPTION 'the database has cases already'; END IF;
END $$;

INSERT INTO account (id, issuer, subject, display_name, created_at) VALUES (1000, 'bench', 'proposer', 'Proposer', '2020-01-01');
INSERT INTO org_unit (id, parent_id, code, name, kind, branch_kind, ancestors)
SELECT 10, 1, 'R', '省委', 'PROVINCE', NULL, '{1,10}'
UNION ALL SELECT 100 + n, 10, 'R' || n, '市委', 'CITY', NULL, ARRAY[1, 10, 100 + n] FROM generate_series(0, 9) n
UNION ALL SELECT 1000 + n, 100 + n / 10, 'R1' || n, '县委', 'COUNTY', NULL, ARRAY[1, 10, 100 + n / 10, 1000 + n]
FROM generate_series(0, 99) n
UNION ALL SELECT 10000 + n, 1000 + n / 30, 'R2' || n, '镇党委', 'TOWNSHIP', NULL,
    ARRAY[1, 10, 100 + n / 300, 1000 + n / 30, 10000 + n] FROM generate_series(0, 2999) n
UNION ALL SELECT 1000000 + n, 10000 + n % 3000, 'R3' || n, '村党支部', 'BRANCH', 'VILLAGE',
    ARRAY[1, 10, 100 + n % 3000 / 300, 1000 + n % 3000 / 30, 10000 + n % 3000, 1000000 + n]
FROM generate_series(0, :cases - 1) n;

INSERT INTO round (id, unit_id, ancestors, year, name, starts_on, ends_on, state, settings, opened_by, opened_at)
VALUES (1, 10, '{1,10}', 2026, '2026', '2026-01-01', '2026-12-31', 'OPEN', '{}', 1000, '2026-01-01');
INSERT INTO rectification_case (id, number, round_id, year, branch_id, branch_kind, responsible_unit_id, ancestors, state,
    cycle, main_category, main_category_version, proposed_by, version, created_at, changed_at)
SELECT b.id - 999999, b.code, 1, 2026, b.id, 'VILLAGE', b.id, b.ancestors, 'RECTIFYING', 1, 'W01', 1, 1000, 0,
    '2026-01-01', '2026-01-01'
FROM org_unit b WHERE b.kind = 'BRANCH';
INSERT INTO deadline (kind, subject_id, case_id, unit_id, ancestors, starts_on, original_due_on, base_on, warn_days, state,
    opened_at, changed_at, reminders, escalations)
SELECT 'MEASURE', c.id * 10 + n, c.id, c.responsible_unit_id, c.ancestors, '2026-01-01', due, due, 7, 'OPEN',
    '2026-01-01', '2026-01-01', '{-7,-3,-1,0,1,3,7}', '{7,15}'
FROM rectification_case c CROSS JOIN generate_series(0, 4) n
CROSS JOIN LATERAL (SELECT :'today'::date + 182 - (c.id * 5 + n)::integer % 365 AS due) d;
UPDATE deadline SET next_rung_on = next_rung(due_on, reminders || escalations, :'today') WHERE next_rung_on IS NULL;
COMMIT;
VACUUM (ANALYZE) deadline, rectification_case, org_unit;
SELECT count(*) AS open_deadlines, count(*) FILTER (WHERE next_rung_on <= :'today') AS due_today FROM deadline;
