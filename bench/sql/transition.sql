-- Captured by bench/capture.
-- Columns of the case that the move leaves alone are set to themselves, as one value cannot stand for all cases.
\set n :i * :clients + :client_id
\set id :low + :n
\set i :i + 1
\if :id > :high
SELECT 1 / 0 AS no_case_left;
\endif
SELECT a.id, a.display_name, 'GRANT' AS source, g.id AS grant_id, g.role, g.department, u.ancestors, g.valid_from, g.valid_to,
NULL::bigint AS case_id, NULL::integer AS unit_id
FROM account a
LEFT JOIN access_grant g ON g.account_id = a.id AND g.revoked_at IS NULL AND g.valid_from <= '2026-11-22 14:11:39.922954+00'
AND (g.valid_to IS NULL OR g.valid_to > '2026-11-22 14:11:39.922954+00')
LEFT JOIN org_unit u ON u.id = g.org_unit_id
WHERE a.issuer = 'http://localhost:9481' AND a.subject = 'bench-township'
UNION ALL
SELECT a.id, a.display_name, 'ASSIGNMENT', NULL, s.role, NULL, NULL, NULL, NULL, s.case_id, s.unit_id
FROM account a JOIN case_assignment s ON s.account_id = a.id AND s.valid_from <= '2026-11-22 14:11:39.922954+00'
AND (s.valid_to IS NULL OR s.valid_to > '2026-11-22 14:11:39.922954+00')
WHERE a.issuer = 'http://localhost:9481' AND a.subject = 'bench-township';
BEGIN;
SELECT pg_try_advisory_xact_lock(hashtextextended(('7|POST /api/v1/cases/' || :id || '/transitions|capture-' || :id || ''), 0));
SELECT digest, authority, status, etag, location, body, created_at FROM idempotency
WHERE account_id = '7' AND operation = ('POST /api/v1/cases/' || :id || '/transitions') AND key = ('capture-' || :id || '') AND created_at > '2026-11-21 14:11:39.946408+00';
select rc1_0.id,rc1_0.acceptance_since,rc1_0.branch_id,rc1_0.branch_kind,rc1_0.cause,rc1_0.changed_at,rc1_0.closed_at,rc1_0.confirmed_at,rc1_0.created_at,rc1_0.cycle,rc1_0.deadline,rc1_0.decided_by,rc1_0.decided_on,rc1_0.document_number,rc1_0.events,rc1_0.failed_acceptances,rc1_0.former_case_id,rc1_0.main_category,rc1_0.main_category_version,rc1_0.meeting_on,rc1_0.number,rc1_0.observation_ends_on,rc1_0.original_deadline,rc1_0.outcome,rc1_0.ancestors,rc1_0.plan_approved_at,rc1_0.plan_hash,rc1_0.plan_stale,rc1_0.proposed_by,rc1_0.relapses,rc1_0.responsible_unit_id,EXISTS (SELECT 1 FROM problem p WHERE p.case_id = rc1_0.id AND p.restricted),rc1_0.round_id,rc1_0.second_check_on,rc1_0.self_check,rc1_0.state,rc1_0.transformed_at,rc1_0.version,rc1_0.year from rectification_case rc1_0 where rc1_0.id=:id for no key update of rc1_0;
SELECT c.branch_kind, c.round_id, c.observation_ends_on, c.acceptance_since,
(SELECT count(*) FROM problem p WHERE p.case_id = c.id) AS problems,
(SELECT count(*) FROM problem p WHERE p.case_id = c.id AND p.state <> 'CLOSED') AS open_problems,
(SELECT count(*) FROM problem p WHERE p.case_id = c.id AND p.state <> 'CLOSED'
AND p.pending_reason IS NULL) AS unexplained,
(SELECT count(*) FROM problem p WHERE p.case_id = c.id AND p.state <> 'CLOSED' AND p.check_id IS NULL
AND p.look_back_id IS NULL AND NOT EXISTS (
SELECT FROM measure m WHERE m.problem_id = p.id)) AS without_measure,
(SELECT count(*) FROM measure m WHERE m.case_id = c.id AND m.state = 'OPEN' AND m.due_on > c.deadline)
AS beyond_deadline,
(SELECT count(*) FROM problem p WHERE p.case_id = c.id AND p.state = 'CLOSED' AND NOT EXISTS (
SELECT FROM evidence_note e WHERE e.case_id = c.id AND e.problem_id = p.id) AND NOT EXISTS (
SELECT FROM evidence_file f WHERE f.problem_id = p.id)) AS without_evidence,
(SELECT count(*) FROM measure m JOIN problem p ON p.id = m.problem_id
WHERE m.case_id = c.id AND m.state = 'OPEN' AND m.due_on IS NULL AND p.check_id IS NULL
AND p.look_back_id IS NULL) AS without_date,
(SELECT count(*) FROM extension x WHERE x.case_id = c.id AND x.state = 'PENDING') AS pending_extensions,
c.plan_hash
FROM rectification_case c WHERE c.id = :id;
update rectification_case set acceptance_since=acceptance_since,branch_id=branch_id,branch_kind=branch_kind,cause=cause,changed_at='2026-11-22 14:11:39.950798+00',closed_at=closed_at,confirmed_at=confirmed_at,created_at=created_at,cycle=cycle,decided_by=decided_by,decided_on=decided_on,document_number=document_number,events='4',failed_acceptances=failed_acceptances,former_case_id=former_case_id,main_category=main_category,main_category_version=main_category_version,meeting_on=meeting_on,number=number,observation_ends_on=observation_ends_on,original_deadline=original_deadline,outcome=outcome,ancestors=ancestors,plan_approved_at=plan_approved_at,plan_hash=plan_hash,plan_stale=plan_stale,proposed_by=proposed_by,relapses=relapses,responsible_unit_id=responsible_unit_id,round_id=round_id,second_check_on=second_check_on,self_check=self_check,state='PLANNING',transformed_at=transformed_at,version='4',year=year where id=:id and version='3';
WITH sent AS (INSERT INTO notice (at, case_id, kind, unit_id, ancestors)
SELECT '2026-11-22 14:11:39.950798+00', :id, 'START_PLANNING', id, ancestors FROM org_unit
WHERE id = ANY('{1,25,293,2710,36606,570514}') AND (kind = 'COUNTY' OR level = 0) ORDER BY level DESC LIMIT 1 RETURNING unit_id)
INSERT INTO case_event (case_id, seq, at, kind, from_state, to_state, account_id, actor, role, unit_id,
unit_name, reason, data, audience, notified_unit_id)
VALUES (:id, '4', '2026-11-22 14:11:39.950798+00', 'move.START_PLANNING', 'CONFIRMED', 'PLANNING', '7', 'bench-township', 'TOWNSHIP', '1',
(SELECT name FROM org_unit WHERE id = '1'), NULL, '{"action":"START_PLANNING"}'::jsonb, 'EVERYBODY', (SELECT unit_id FROM sent));
INSERT INTO audit_entry (at, account_id, actor, role, unit_id, ancestors, action, entity, entity_id, reason,
trace_id, client_address, before, after)
VALUES ('2026-11-22 14:11:39.959891+00', '7', 'bench-township', 'TOWNSHIP', '1', '{1,25,293,2710,36606,570514}', 'case.transition.START_PLANNING', 'case', :id, NULL,
'79a19be89a4e2472bd477d8d80761218', '127.0.0.1', '{"state":"CONFIRMED"}'::jsonb, '{"action":"START_PLANNING"}'::jsonb);
SELECT rectification_case.*, b.code AS branch_code, b.name AS branch_name, k.name_zh, k.name_en,
r.name AS round_name, h.name AS round_unit, EXISTS (SELECT FROM monthly_report r
WHERE r.round_id = rectification_case.round_id AND r.unit_id = ANY (rectification_case.ancestors) AND r.due_on < '2026-11-22'
AND (r.submitted_on IS NULL OR r.submitted_on > '2026-11-22') AND r.red_after <= (
SELECT count(*) FROM monthly_report m
WHERE m.unit_id = r.unit_id AND m.round_id = r.round_id
AND (m.submitted_on IS NULL OR m.submitted_on > '2026-11-22') AND m.month <= r.month
AND m.month > r.month - make_interval(months => r.red_after))) AS reports_missed
FROM rectification_case JOIN org_unit b ON b.id = branch_id
JOIN round r ON r.id = rectification_case.round_id JOIN org_unit h ON h.id = r.unit_id
LEFT JOIN category k ON k.code = main_category AND k.version = main_category_version
WHERE rectification_case.id = :id;
SELECT deadline.id, deadline.kind, subject_id, state, original_due_on, due_on, warn_on, resumes_on, ended_on,
starts_on, budget, budget_unit, calendars, provisional,
h.kind AS change, h.old_due_on, h.new_due_on, h.days, h.at, h.reason
FROM deadline JOIN deadline_change h ON h.deadline_id = deadline.id
WHERE deadline.case_id = :id ORDER BY deadline.id, h.id;
SELECT measure.id, problem_id, kind, description, doers, starts_on, due_on, state, done_on,
name, post, unit, since, until
FROM measure LEFT JOIN responsibility ON responsibility.measure_id = measure.id AND responsibility.case_id = :id
WHERE measure.case_id = :id ORDER BY measure.id, responsibility.id;
SELECT id, problem_id, text, occurred_on, recorded_at FROM evidence_note WHERE case_id = :id ORDER BY id;
SELECT id, category, category_version, restricted, fact, source, state, check_id, look_back_id, due_on,
pending_reason, done_at, closed_at
FROM problem WHERE case_id = :id ORDER BY id;
SELECT c.branch_kind, c.round_id, c.observation_ends_on, c.acceptance_since,
(SELECT count(*) FROM problem p WHERE p.case_id = c.id) AS problems,
(SELECT count(*) FROM problem p WHERE p.case_id = c.id AND p.state <> 'CLOSED') AS open_problems,
(SELECT count(*) FROM problem p WHERE p.case_id = c.id AND p.state <> 'CLOSED'
AND p.pending_reason IS NULL) AS unexplained,
(SELECT count(*) FROM problem p WHERE p.case_id = c.id AND p.state <> 'CLOSED' AND p.check_id IS NULL
AND p.look_back_id IS NULL AND NOT EXISTS (
SELECT FROM measure m WHERE m.problem_id = p.id)) AS without_measure,
(SELECT count(*) FROM measure m WHERE m.case_id = c.id AND m.state = 'OPEN' AND m.due_on > c.deadline)
AS beyond_deadline,
(SELECT count(*) FROM problem p WHERE p.case_id = c.id AND p.state = 'CLOSED' AND NOT EXISTS (
SELECT FROM evidence_note e WHERE e.case_id = c.id AND e.problem_id = p.id) AND NOT EXISTS (
SELECT FROM evidence_file f WHERE f.problem_id = p.id)) AS without_evidence,
(SELECT count(*) FROM measure m JOIN problem p ON p.id = m.problem_id
WHERE m.case_id = c.id AND m.state = 'OPEN' AND m.due_on IS NULL AND p.check_id IS NULL
AND p.look_back_id IS NULL) AS without_date,
(SELECT count(*) FROM extension x WHERE x.case_id = c.id AND x.state = 'PENDING') AS pending_extensions,
c.plan_hash
FROM rectification_case c WHERE c.id = :id;
SELECT 1 + (SELECT count(*) FROM carry_over o WHERE o.case_id = c.id AND o.carried_at <= '2026-11-22 14:11:39.970558+00') AS years,
(SELECT count(*) FROM accountability_alert t WHERE t.case_id = c.id AND t.raised_at <= '2026-11-22 14:11:39.970558+00') AS alerts,
c.confirmed_at IS NOT NULL AND EXISTS (SELECT FROM rectification_case f WHERE f.branch_id = c.branch_id AND f.id < c.id AND f.listed_month IS NOT NULL
AND f.confirmed_at >= coalesce(c.confirmed_at, c.created_at) - make_interval(years => coalesce((SELECT (r.settings -> 'cycles' ->> 'relistedYears')::integer FROM round r WHERE r.id = c.round_id), 5))) AS relisted, s.*, coalesce(c.state IN ('CONFIRMED', 'PLANNING', 'PLAN_SUBMITTED', 'RECTIFYING', 'SELF_CHECKED', 'ACCEPTANCE') AND NOT EXISTS (SELECT FROM supervision v WHERE v.case_id = c.id AND v.ended_at IS NULL) AND EXISTS (SELECT FROM problem p WHERE p.case_id = c.id AND p.restricted), false) AS suggested_restricted_category, coalesce(c.state IN ('CONFIRMED', 'PLANNING', 'PLAN_SUBMITTED', 'RECTIFYING', 'SELF_CHECKED', 'ACCEPTANCE') AND NOT EXISTS (SELECT FROM supervision v WHERE v.case_id = c.id AND v.ended_at IS NULL) AND EXISTS (SELECT FROM rectification_case f WHERE f.branch_id = c.branch_id AND f.id < c.id AND f.listed_month IS NOT NULL
AND f.confirmed_at >= coalesce(c.confirmed_at, c.created_at) - make_interval(years => coalesce((SELECT (r.settings -> 'cycles' ->> 'relistedYears')::integer FROM round r WHERE r.id = c.round_id), 5))), false) AS suggested_relisted, coalesce(c.state IN ('CONFIRMED', 'PLANNING', 'PLAN_SUBMITTED', 'RECTIFYING', 'SELF_CHECKED', 'ACCEPTANCE') AND NOT EXISTS (SELECT FROM supervision v WHERE v.case_id = c.id AND v.ended_at IS NULL) AND (c.suspended_until IS NULL OR c.suspended_until <= '2026-11-22') AND c.deadline <= CAST('2026-11-22' AS date) - coalesce((SELECT (r.settings -> 'cycles' ->> 'supervisionOverdueDays')::integer FROM round r WHERE r.id = c.round_id), 60), false) AS suggested_long_overdue
FROM rectification_case c LEFT JOIN supervision s ON s.case_id = c.id AND s.listed_at <= '2026-11-22 14:11:39.970558+00'
AND (s.ended_at IS NULL OR s.ended_at > '2026-11-22 14:11:39.970558+00')
WHERE c.id = :id;
INSERT INTO idempotency (account_id, operation, key, digest, authority, status, etag, location, body,
created_at)
VALUES ('7', ('POST /api/v1/cases/' || :id || '/transitions'), ('capture-' || :id || ''), '\xecc2c16b1783476b5b5e67f3efa82c4cb22866538158513c4349799d6a3260d3', 'TOWNSHIP', '201', '"4"', ('/api/v1/cases/' || :id || ''), ('{"id":' || :id || ',"number":"520327-2026-0001","state":"PLANNING","stateLabel":"制定方案","roundId":79710,"year":2026,"round":{"year":2026,"name":"2026年整顿","unitName":"凤冈县党委"},"branch":{"id":570514,"code":"520327110206","name":"平头溪村党支部","kind":"VILLAGE"},"responsibleUnitId":570514,"mainCategory":{"code":"W16","version":1,"name":"村干部违纪违法、村霸"},"cause":"班子战斗力不强","cycle":2,"formerCaseId":1140070,"dates":{"createdAt":"2026-01-27T16:00:00Z","meetingOn":"2026-02-02","decidedOn":"2026-02-27","confirmedAt":"2026-02-26T16:00:00Z","planDueOn":"2026-03-29","deadline":"2026-12-23","originalDeadline":"2026-12-23"},"documentNumber":"组发〔2026〕1号","planStale":' || 'false,"failedAcceptances":0,"relapses":0,"overdue":' || 'false,"light":"GREEN","lightReason":{"code":"light.ON_TIME","message":"还有 31 天到期"},"standing":{"years":1,"accountabilityAlerts":0,"relisted":' || 'true,"supervisionSuggested":[{"reason":"RESTRICTED_CATEGORY","label":"涉及限制类问题"},{"reason":"RELISTED","label":"数年内再次列入"}]},"problems":[{"id":5730346,"category":"W16","categoryVersion":1,"restricted":' || 'true,"fact":"问题1：组织生活不规范，群众反映较多","source":"排查","state":"OPEN","measures":[],"evidence":[]},{"id":5730347,"category":"W12","categoryVersion":1,"restricted":' || 'false,"fact":"问题2：组织生活不规范，群众反映较多","source":"排查","state":"OPEN","measures":[],"evidence":[]},{"id":5730348,"category":"W13","categoryVersion":1,"restricted":' || 'false,"fact":"问题3：组织生活不规范，群众反映较多","source":"排查","state":"OPEN","measures":[],"evidence":[]},{"id":5730349,"category":"W14","categoryVersion":1,"restricted":' || 'false,"fact":"问题4：组织生活不规范，群众反映较多","source":"排查","state":"OPEN","measures":[],"evidence":[]},{"id":5730350,"category":"W15","categoryVersion":1,"restricted":' || 'false,"fact":"问题5：组织生活不规范，群众反映较多","source":"排查","state":"OPEN","measures":[],"evidence":[]}],"deadlines":[{"id":5683586,"kind":"CASE","subjectId":' || :id || ',"state":"OPEN","originalDueOn":"2026-12-23","dueOn":"2026-12-23","overdue":' || 'false,"light":"GREEN","lightReason":{"code":"light.ON_TIME","message":"还有 31 天到期"},"dueBasis":{"startsOn":"2026-02-27","fixedOn":"2026-12-23","calendars":[],"provisional":' || 'false,"steps":[]},"history":[{"kind":"SET","newDueOn":"2026-12-23","at":"2026-02-26T16:00:00Z"}]}],"allowedTransitions":[],"blockedTransitions":[{"action":"SUBMIT_PLAN","label":"报审方案","to":"PLAN_SUBMITTED","missing":[{"code":"gate.problem-without-measure","message":"5 个问题没有措施"}]}],"version":4}'), '2026-11-22 14:11:39.972469+00')
ON CONFLICT (account_id, operation, key) DO UPDATE SET digest = excluded.digest,
authority = excluded.authority, status = excluded.status,
etag = excluded.etag, location = excluded.location, body = excluded.body,
created_at = excluded.created_at;
COMMIT;
