-- Fills an imported tree with cases of several years: psql "$DATABASE" -f bench/national.sql
--   -v cases=300000 -v years=5 -v last_year=2026   (defaults; 1.5 million problems and 4.5 million measures)
-- Every value comes from a hash of codes and years, so the same tree gives the same rows at every run. Needs a superuser:
-- triggers and foreign keys rest while the rows go in. Refuses a database that has cases.
\set ON_ERROR_STOP on
\timing on
\if :{?cases} \else \set cases 300000 \endif
\if :{?years} \else \set years 5 \endif
\if :{?last_year} \else \set last_year 2026 \endif

BEGIN;
SET LOCAL session_replication_role = replica;
SET LOCAL work_mem = '256MB';
SET LOCAL maintenance_work_mem = '512MB';
SET LOCAL timezone = 'Asia/Shanghai';
SET LOCAL synchronous_commit = off;

DO $$ BEGIN
    IF EXISTS (SELECT 1 FROM rectification_case) THEN RAISE EXCEPTION 'the database has cases already'; END IF;
END $$;

-- A number from 0 to below n that depends on the text alone.
CREATE FUNCTION pg_temp.pick(text, integer) RETURNS integer LANGUAGE sql IMMUTABLE
    RETURN mod(hashtextextended($1, 20261122) & 9223372036854775807, $2)::integer;

INSERT INTO account (issuer, subject, display_name, created_at)
VALUES ('bench', 'proposer', 'Proposer', '2020-01-01'), ('bench', 'decider', 'Decider', '2020-01-01');
SELECT id AS proposer FROM account WHERE issuer = 'bench' AND subject = 'proposer' \gset
SELECT id AS decider FROM account WHERE issuer = 'bench' AND subject = 'decider' \gset

INSERT INTO round (unit_id, ancestors, year, name, starts_on, ends_on, state, settings, opened_by, opened_at, closed_at)
SELECT u.id, u.ancestors, y, y || '年整顿', make_date(y, 1, 1), make_date(y, 12, 31),
       CASE WHEN y = :last_year THEN 'OPEN' ELSE 'CLOSED' END, '{}', :decider, make_date(y, 1, 1),
       CASE WHEN y < :last_year THEN make_date(y + 1, 1, 10) END
FROM org_unit u, generate_series(:last_year - :years + 1, :last_year) y
WHERE u.kind = 'COUNTY'
ORDER BY u.code, y;

INSERT INTO branch_fact (branch_id, valid_from, branch_kind, urban, registered_poor_village, members, secretary_status,
                         secretary_vacant_since, secretary_to_replace, secretary_replaced_on, secretary_trained_on,
                         secretary_training_level, reported_by, reported_at)
SELECT id, first, branch_kind, branch_kind = 'COMMUNITY', branch_kind = 'VILLAGE' AND h % 10 = 0, 3 + h % 90,
       CASE WHEN h % 25 = 0 THEN 'VACANT' ELSE 'FILLED' END, CASE WHEN h % 25 = 0 THEN first - 40 END,
       h % 20 = 1, CASE WHEN h % 40 = 1 THEN latest + h % 300 END, CASE WHEN h % 3 = 0 THEN latest + h % 300 END,
       CASE WHEN h % 3 = 0 THEN (ARRAY['TOWNSHIP', 'COUNTY', 'CITY'])[1 + h / 3 % 3] END, :proposer, first
FROM (SELECT id, code, branch_kind, pg_temp.pick(code, 1000000) AS h, make_date(:last_year - :years + 1, 1, 1) AS first,
             make_date(:last_year, 1, 5) AS latest
      FROM org_unit WHERE kind = 'BRANCH') b
ORDER BY code;

-- The branches of each year: consecutive ranks in a shuffled order; the last tenth of a year is listed again in the next.
CREATE TEMPORARY TABLE shuffled ON COMMIT DROP AS
SELECT b.id AS branch_id, b.branch_kind, b.ancestors, b.code, county.id AS county_id, substr(county.code, 1, 6) AS county_code,
       row_number() OVER (ORDER BY pg_temp.pick(b.code, 2000000000), b.code) AS rank
FROM org_unit b JOIN org_unit county ON county.id = b.a3
WHERE b.kind = 'BRANCH' AND b.closed_on IS NULL AND county.kind = 'COUNTY';
ANALYZE shuffled;

CREATE TEMPORARY TABLE listing ON COMMIT DROP AS
SELECT b.*, r.year, r.place, r.age, r.place > r.per_year - r.per_year / 10 AND r.age > 0 AS listed_again, round.id AS round_id,
       pg_temp.pick(b.code || r.year, 100) AS h, pg_temp.pick(b.code || 'day' || r.year, 40) AS day
FROM (SELECT y AS year, :last_year - y AS age, :cases / :years AS per_year, place,
             1 + mod((y - :last_year + :years - 1) * (:cases / :years - :cases / :years / 10) + place - 1,
                     (SELECT count(*) FROM shuffled)) AS rank
      FROM generate_series(:last_year - :years + 1, :last_year) y, generate_series(1, :cases / :years) place) r
JOIN shuffled b USING (rank)
JOIN round ON round.unit_id = b.county_id AND round.year = r.year;
ANALYZE listing;

-- States by age of the listing: two years back all is over, last year mostly, this year is in full work.
CREATE TEMPORARY TABLE share (age integer, below integer, state text) ON COMMIT DROP;
INSERT INTO share VALUES
    (2, 93, 'CLOSED'), (2, 97, 'CANCELLED'), (2, 100, 'REJECTED'),
    (1, 25, 'CLOSED'), (1, 85, 'TRANSFORMED'), (1, 92, 'RECTIFYING'), (1, 95, 'ACCEPTANCE'), (1, 98, 'CANCELLED'),
    (1, 100, 'REJECTED'),
    (0, 6, 'NOMINATED'), (0, 12, 'UNDER_REVIEW'), (0, 14, 'RETURNED'), (0, 16, 'REJECTED'), (0, 30, 'CONFIRMED'),
    (0, 40, 'PLANNING'), (0, 48, 'PLAN_SUBMITTED'), (0, 80, 'RECTIFYING'), (0, 85, 'SELF_CHECKED'),
    (0, 90, 'ACCEPTANCE'), (0, 98, 'TRANSFORMED'), (0, 100, 'CANCELLED');

-- The moves that lead to each state; a cancelled case was in work before.
CREATE TEMPORARY TABLE walk (state text, seq integer, action text, source text, target text) ON COMMIT DROP;
INSERT INTO walk
SELECT s.state, m.seq, m.action, m.source, m.target
FROM (VALUES (1, 'NOMINATE', NULL, 'NOMINATED'), (2, 'SUBMIT', 'NOMINATED', 'UNDER_REVIEW'),
             (3, 'CONFIRM', 'UNDER_REVIEW', 'CONFIRMED'), (4, 'START_PLANNING', 'CONFIRMED', 'PLANNING'),
             (5, 'SUBMIT_PLAN', 'PLANNING', 'PLAN_SUBMITTED'), (6, 'APPROVE_PLAN', 'PLAN_SUBMITTED', 'RECTIFYING'),
             (7, 'SELF_CHECK', 'RECTIFYING', 'SELF_CHECKED'), (8, 'APPLY_FOR_ACCEPTANCE', 'SELF_CHECKED', 'ACCEPTANCE'),
             (9, 'TRANSFORM', 'ACCEPTANCE', 'TRANSFORMED'), (10, 'CLOSE', 'TRANSFORMED', 'CLOSED'))
         m (seq, action, source, target)
JOIN (VALUES ('NOMINATED', 1), ('UNDER_REVIEW', 2), ('RETURNED', 2), ('REJECTED', 2), ('CONFIRMED', 3), ('PLANNING', 4),
             ('PLAN_SUBMITTED', 5), ('RECTIFYING', 6), ('CANCELLED', 6), ('SELF_CHECKED', 7), ('ACCEPTANCE', 8),
             ('TRANSFORMED', 9), ('CLOSED', 10)) s (state, steps) ON m.seq <= s.steps
UNION ALL VALUES ('RETURNED', 3, 'RETURN', 'UNDER_REVIEW', 'RETURNED'), ('REJECTED', 3, 'REJECT', 'UNDER_REVIEW', 'REJECTED'),
                 ('CANCELLED', 7, 'CANCEL', 'RECTIFYING', 'CANCELLED');

CREATE TEMPORARY TABLE draft ON COMMIT DROP AS
SELECT l.*, CASE WHEN l.listed_again THEN 'CLOSED' ELSE s.state END AS state,
       make_date(l.year, 1, 10) + l.day AS nominated_on,
       'W' || to_char(1 + pg_temp.pick(l.code || 'type', 16), 'FM00') AS category
FROM listing l
CROSS JOIN LATERAL (SELECT state FROM share WHERE share.age = least(l.age, 2) AND l.h < below ORDER BY below LIMIT 1) s;

INSERT INTO rectification_case (number, round_id, year, branch_id, branch_kind, responsible_unit_id, ancestors, state, outcome,
    cycle, main_category, main_category_version, cause, proposed_by, decided_by, meeting_on, decided_on, document_number,
    confirmed_at, deadline, original_deadline, plan_due_on, plan_hash, plan_approved_at, self_check, transformed_at,
    observation_ends_on, closed_at, events, version, created_at, changed_at)
SELECT county_code || '-' || year || '-'
           || to_char(row_number() OVER (PARTITION BY county_code, year ORDER BY place), 'FM0000'),
       round_id, year, branch_id, branch_kind, branch_id, ancestors, state,
       CASE WHEN state = 'CLOSED' THEN 'TRANSFORMED'
            WHEN state = 'CANCELLED' THEN (ARRAY['MERGED', 'DISSOLVED', 'LISTED_IN_ERROR'])[1 + h % 3] END,
       CASE WHEN age < :years - 1 AND place <= :cases / :years / 10 THEN 2 ELSE 1 END, category, 1, '班子战斗力不强', :proposer,
       CASE WHEN steps >= 3 THEN :decider END, CASE WHEN steps >= 2 THEN nominated_on + 5 END,
       CASE WHEN confirmed THEN nominated_on + 30 END, CASE WHEN confirmed THEN '组发〔' || year || '〕1号' END,
       CASE WHEN confirmed THEN nominated_on + 30 END, CASE WHEN confirmed THEN make_date(year, 12, 31) - day % 10 END,
       CASE WHEN confirmed THEN make_date(year, 12, 31) - day % 10 END, CASE WHEN confirmed THEN nominated_on + 60 END,
       CASE WHEN steps >= 6 THEN md5(code || year) END, CASE WHEN steps >= 6 THEN nominated_on + 60 END,
       CASE WHEN steps BETWEEN 7 AND 10 AND state <> 'CANCELLED' THEN '已逐项整改' END,
       CASE WHEN steps >= 9 THEN make_date(year, 11, 1) + day % 19 END,
       CASE WHEN steps >= 9 THEN make_date(year + 1, 11, 1) + day % 19 END,
       CASE WHEN state = 'CLOSED' THEN make_date(year + 1, 11, 2) + day % 19
            WHEN state = 'CANCELLED' THEN make_date(year, 9, 1) + day % 19 END,
       steps, steps, nominated_on, least(make_date(year, 1, 10) + steps * 30, make_date(:last_year, 11, 20))
FROM (SELECT d.*, w.steps, w.confirmed
      FROM draft d JOIN (SELECT state, max(seq) AS steps, bool_or(action = 'CONFIRM') AS confirmed FROM walk GROUP BY state) w
          USING (state)) d
ORDER BY year, place;

UPDATE rectification_case c SET former_case_id = f.id
FROM rectification_case f WHERE c.cycle = 2 AND f.branch_id = c.branch_id AND f.year = c.year - 1;

INSERT INTO case_counter (unit_code, year, last)
SELECT split_part(number, '-', 1), year, count(*) FROM rectification_case GROUP BY 1, 2;

ANALYZE rectification_case;

INSERT INTO case_event (case_id, seq, at, kind, from_state, to_state, account_id, actor, role, unit_id)
SELECT c.id, w.seq, c.created_at + w.seq * interval '20 days', 'move.' || w.action, w.source, w.target, :proposer, 'Proposer',
       CASE WHEN w.action IN ('CONFIRM', 'RETURN', 'REJECT', 'APPROVE_PLAN', 'TRANSFORM', 'CLOSE', 'CANCEL') THEN 'COUNTY_ORG'
            ELSE 'TOWNSHIP' END, c.ancestors[array_upper(c.ancestors, 1) - 1]
FROM rectification_case c JOIN walk w USING (state)
ORDER BY c.id, w.seq;

-- Five problems per case, the first in the main category.
INSERT INTO problem (case_id, ancestors, category, category_version, restricted, fact, source, state, done_at, done_by,
                     closed_at, closed_by, created_at, valid_from)
SELECT id, ancestors, category, 1, category IN ('W05', 'W06', 'W16'), '问题' || n || '：组织生活不规范，群众反映较多', '排查',
       state, CASE WHEN state <> 'OPEN' THEN finished END, CASE WHEN state <> 'OPEN' THEN :proposer END,
       CASE WHEN state = 'CLOSED' THEN finished + interval '3 days' END, CASE WHEN state = 'CLOSED' THEN :decider END, created_at,
       CASE state WHEN 'CLOSED' THEN finished + interval '3 days' WHEN 'DONE' THEN finished ELSE created_at END
FROM (SELECT c.id, c.ancestors, n, c.created_at, make_date(c.year, 4, 1) + 30 * n + h % 28 + time '10:00' AS finished,
             CASE WHEN n = 1 THEN c.main_category ELSE 'W' || to_char(1 + (h + n) % 16, 'FM00') END AS category,
             CASE WHEN c.state IN ('CLOSED', 'TRANSFORMED', 'ACCEPTANCE', 'SELF_CHECKED') THEN 'CLOSED'
                  WHEN c.state <> 'RECTIFYING' THEN 'OPEN'
                  ELSE (ARRAY['OPEN', 'DONE', 'CLOSED', 'CLOSED'])[1 + (h + n) % 4] END AS state
      FROM (SELECT *, pg_temp.pick(number, 10000) AS h FROM rectification_case) c CROSS JOIN generate_series(1, 5) n) p
ORDER BY id, n;

-- Three or four measures per problem of planned cases, each with the person responsible for it.
INSERT INTO measure (case_id, problem_id, kind, description, doers, starts_on, due_on, state, done_on, valid_from)
SELECT p.case_id, p.id,
       CASE WHEN (p.h + n) % 10 = 0 THEN 'SPECIAL_CLEAN_UP' WHEN (p.h + n) % 25 = 1 THEN 'VIOLATION_INVESTIGATION'
            ELSE 'ORDINARY' END,
       '措施' || n || '：健全制度，定期公开', '村党支部委员', make_date(c.year, 3, 1), make_date(c.year, 10, 1) + n,
       CASE WHEN p.state = 'OPEN' THEN 'OPEN' ELSE 'DONE' END,
       CASE WHEN p.state <> 'OPEN' THEN (p.done_at AT TIME ZONE 'Asia/Shanghai')::date - n END, make_date(c.year, 3, 1)
FROM rectification_case c
JOIN (SELECT q.*, pg_temp.pick(q.category || k.number, 10000) AS h
      FROM problem q JOIN rectification_case k ON k.id = q.case_id) p ON p.case_id = c.id
CROSS JOIN LATERAL generate_series(1, CASE WHEN p.h % 4 = 0 THEN 4 ELSE 3 END) n
WHERE c.plan_due_on IS NOT NULL AND c.state <> 'CONFIRMED'
ORDER BY p.id, n;

INSERT INTO responsibility (measure_id, case_id, name, post, unit, since, valid_from)
SELECT id, case_id, '王' || case_id % 97, '党委副书记', '镇党委', starts_on, starts_on FROM measure ORDER BY id;

-- A note of evidence with each problem that was dealt with.
INSERT INTO evidence_note (case_id, problem_id, text, occurred_on, recorded_at, recorded_by, valid_from)
SELECT case_id, id, '会议记录三份，到会率92%', done_at::date, done_at, :proposer, done_at FROM problem
WHERE done_at IS NOT NULL ORDER BY id;

-- The four ones on every confirmed case, a work team on a third; released when the case ended.
INSERT INTO helper_assignment (case_id, ancestors, kind, person, post, unit, since, until, assigned_by, assigned_at,
                               released_by, released_at)
SELECT c.id, c.ancestors, k.kind, '李' || c.branch_id % 97, '干部', '帮扶单位', c.decided_on + 7, c.closed_at::date, :decider, c.confirmed_at,
       CASE WHEN c.closed_at IS NOT NULL THEN :decider END, c.closed_at
FROM rectification_case c
JOIN (VALUES (1, 'COUNTY_LEADER'), (2, 'TOWNSHIP_LEADER'), (3, 'FIRST_SECRETARY'), (4, 'PAIRED_UNIT'), (5, 'WORK_TEAM'))
    k (n, kind) ON k.n < 5 OR pg_temp.pick(c.number, 3) = 0
WHERE c.confirmed_at IS NOT NULL
ORDER BY c.id, k.n;

-- A deadline for each confirmed case and each measure, with its history; the dates are already where lists sort by them.
ALTER TABLE deadline DISABLE TRIGGER deadline_shows_due_date;
INSERT INTO deadline (kind, subject_id, case_id, unit_id, ancestors, starts_on, original_due_on, base_on, warn_days, state,
                      ended_on, opened_at, changed_at, valid_from)
SELECT 'CASE', c.id, c.id, c.responsible_unit_id, c.ancestors, c.decided_on, c.deadline, c.deadline, 30,
       CASE WHEN c.state = 'CANCELLED' THEN 'CANCELLED' WHEN c.transformed_at IS NOT NULL THEN 'MET' ELSE 'OPEN' END,
       CASE WHEN c.state = 'CANCELLED' THEN c.closed_at::date ELSE c.transformed_at::date END, c.confirmed_at, c.changed_at, c.confirmed_at
FROM rectification_case c WHERE c.deadline IS NOT NULL ORDER BY c.id;
INSERT INTO deadline (kind, subject_id, case_id, unit_id, ancestors, starts_on, original_due_on, base_on, warn_days, state,
                      ended_on, opened_at, changed_at, valid_from)
SELECT 'MEASURE', m.id, c.id, c.responsible_unit_id, c.ancestors, m.starts_on, m.due_on, m.due_on, 7,
       CASE m.state WHEN 'DONE' THEN 'MET' ELSE 'OPEN' END, CASE m.state WHEN 'DONE' THEN coalesce(m.done_on, m.due_on) END,
       c.confirmed_at, c.changed_at, c.confirmed_at
FROM measure m JOIN rectification_case c ON c.id = m.case_id ORDER BY m.id;
INSERT INTO deadline_change (deadline_id, kind, new_due_on, at) SELECT id, 'SET', due_on, opened_at FROM deadline ORDER BY id;
ALTER TABLE deadline ENABLE TRIGGER deadline_shows_due_date;

-- The approved plan is the plan as it stands: its hash is that of docs/case-history.md. The row is as old as its state.
CREATE TEMPORARY TABLE plan ON COMMIT DROP AS
SELECT case_id, encode(sha256(convert_to('{"problems":[' || string_agg(text, ',' ORDER BY id) || ']}', 'UTF8')), 'hex') AS hash
FROM (SELECT p.case_id, p.id, format('{"category":"%s","fact":"%s","id":%s,"measures":[%s]}', p.category, p.fact, p.id,
                                     string_agg(m.text, ',' ORDER BY m.id)) AS text
      FROM problem p
      LEFT JOIN (SELECT m.id, m.problem_id, format('{"accountable":{"name":"%s","post":"%s","unit":"%s"},"description":"%s",'
                            '"doers":"%s","id":%s,"kind":"%s","originalDueOn":"%s","startsOn":"%s"}', r.name, r.post, r.unit,
                            m.description, m.doers, m.id, m.kind, m.due_on, m.starts_on) AS text
                 FROM measure m JOIN responsibility r ON r.measure_id = m.id) m ON m.problem_id = p.id
      GROUP BY p.id) entry
GROUP BY case_id;
UPDATE rectification_case c SET warn_on = deadline - 30, plan_hash = CASE WHEN plan_approved_at IS NOT NULL THEN p.hash END,
    valid_from = CASE state WHEN 'NOMINATED' THEN created_at WHEN 'CONFIRMED' THEN confirmed_at
        WHEN 'RECTIFYING' THEN plan_approved_at WHEN 'TRANSFORMED' THEN transformed_at WHEN 'CLOSED' THEN closed_at
        WHEN 'CANCELLED' THEN closed_at ELSE greatest(changed_at, created_at + interval '1 day') END
FROM plan p WHERE p.case_id = c.id;

-- What the rows were before: a case at its milestones, a problem before it was done and closed.
CREATE TEMPORARY TABLE milestone (state text, seq integer, later text[]) ON COMMIT DROP;
INSERT INTO milestone VALUES
    ('NOMINATED', 1, '{decided_by, meeting_on, decided_on, document_number, confirmed_at, deadline, original_deadline, plan_due_on,
        warn_on, plan_hash, plan_approved_at, self_check, transformed_at, observation_ends_on, closed_at, outcome}'),
    ('CONFIRMED', 2, '{plan_hash, plan_approved_at, self_check, transformed_at, observation_ends_on, closed_at, outcome}'),
    ('RECTIFYING', 3, '{self_check, transformed_at, observation_ends_on, closed_at, outcome}'),
    ('TRANSFORMED', 4, '{closed_at, outcome}');
INSERT INTO rectification_case_history
SELECT past.*
FROM (SELECT c, m.state, m.later, at, coalesce(lead(at) OVER (PARTITION BY c.id ORDER BY m.seq), c.valid_from) AS until
      FROM rectification_case c JOIN milestone m ON m.state <> c.state
      CROSS JOIN LATERAL (SELECT CASE m.seq WHEN 1 THEN c.created_at WHEN 2 THEN c.confirmed_at WHEN 3 THEN c.plan_approved_at
                                            ELSE c.transformed_at END AS at) began
      WHERE at < c.valid_from) v
CROSS JOIN LATERAL jsonb_populate_record(NULL::rectification_case_history, (to_jsonb(c) - later) || jsonb_build_object(
    'state', v.state, 'valid_from', at, 'valid_to', until, 'active_branch_id', (c).branch_id,
    'deadline_order', CASE WHEN v.state = 'NOMINATED' THEN '9999-12-31' ELSE (c).deadline_order END)) past;
INSERT INTO problem_history
SELECT past.*
FROM problem p
CROSS JOIN LATERAL (VALUES
    ('OPEN', p.created_at, coalesce(p.done_at, p.closed_at), '{done_at, done_by, closed_at, closed_by}'::text[]),
    ('DONE', p.done_at, p.closed_at, '{closed_at, closed_by}')) v (state, since, until, later)
CROSS JOIN LATERAL jsonb_populate_record(NULL::problem_history, (to_jsonb(p) - later) || jsonb_build_object(
    'state', v.state, 'valid_from', since, 'valid_to', until)) past
WHERE v.since < v.until;
COMMIT;

VACUUM (FULL, ANALYZE) rectification_case;
VACUUM rectification_case;
VACUUM (ANALYZE) problem, measure, responsibility, evidence_note, helper_assignment, case_event, branch_fact, round, deadline,
    deadline_change, rectification_case_history, problem_history;
ANALYZE;

SELECT (SELECT count(*) FROM rectification_case) AS cases, (SELECT count(*) FROM problem) AS problems,
       (SELECT count(*) FROM measure) AS measures,
       (SELECT md5(string_agg(number || state || main_category, '' ORDER BY number)) FROM rectification_case) AS fingerprint;
