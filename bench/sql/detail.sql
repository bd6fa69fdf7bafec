-- Captured by bench/capture.
-- The trace of a read of restricted matters, captured from a case that has some, is written for those cases alone.
\set id random(:low, :high)
SELECT a.id, a.display_name, 'GRANT' AS source, g.id AS grant_id, g.role, g.department, u.ancestors, g.valid_from, g.valid_to,
NULL::bigint AS case_id, NULL::integer AS unit_id
FROM account a
LEFT JOIN access_grant g ON g.account_id = a.id AND g.revoked_at IS NULL AND g.valid_from <= '2026-11-22 14:10:07.736679+00'
AND (g.valid_to IS NULL OR g.valid_to > '2026-11-22 14:10:07.736679+00')
LEFT JOIN org_unit u ON u.id = g.org_unit_id
WHERE a.issuer = 'http://localhost:9481' AND a.subject = 'bench-nation'
UNION ALL
SELECT a.id, a.display_name, 'ASSIGNMENT', NULL, s.role, NULL, NULL, NULL, NULL, s.case_id, s.unit_id
FROM account a JOIN case_assignment s ON s.account_id = a.id AND s.valid_from <= '2026-11-22 14:10:07.736679+00'
AND (s.valid_to IS NULL OR s.valid_to > '2026-11-22 14:10:07.736679+00')
WHERE a.issuer = 'http://localhost:9481' AND a.subject = 'bench-nation';
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
SELECT 1 + (SELECT count(*) FROM carry_over o WHERE o.case_id = c.id AND o.carried_at <= '2026-11-22 14:10:07.751019+00') AS years,
(SELECT count(*) FROM accountability_alert t WHERE t.case_id = c.id AND t.raised_at <= '2026-11-22 14:10:07.751019+00') AS alerts,
c.confirmed_at IS NOT NULL AND EXISTS (SELECT FROM rectification_case f WHERE f.branch_id = c.branch_id AND f.id < c.id AND f.listed_month IS NOT NULL
AND f.confirmed_at >= coalesce(c.confirmed_at, c.created_at) - make_interval(years => coalesce((SELECT (r.settings -> 'cycles' ->> 'relistedYears')::integer FROM round r WHERE r.id = c.round_id), 5))) AS relisted, s.*, coalesce(c.state IN ('CONFIRMED', 'PLANNING', 'PLAN_SUBMITTED', 'RECTIFYING', 'SELF_CHECKED', 'ACCEPTANCE') AND NOT EXISTS (SELECT FROM supervision v WHERE v.case_id = c.id AND v.ended_at IS NULL) AND EXISTS (SELECT FROM problem p WHERE p.case_id = c.id AND p.restricted), false) AS suggested_restricted_category, coalesce(c.state IN ('CONFIRMED', 'PLANNING', 'PLAN_SUBMITTED', 'RECTIFYING', 'SELF_CHECKED', 'ACCEPTANCE') AND NOT EXISTS (SELECT FROM supervision v WHERE v.case_id = c.id AND v.ended_at IS NULL) AND EXISTS (SELECT FROM rectification_case f WHERE f.branch_id = c.branch_id AND f.id < c.id AND f.listed_month IS NOT NULL
AND f.confirmed_at >= coalesce(c.confirmed_at, c.created_at) - make_interval(years => coalesce((SELECT (r.settings -> 'cycles' ->> 'relistedYears')::integer FROM round r WHERE r.id = c.round_id), 5))), false) AS suggested_relisted, coalesce(c.state IN ('CONFIRMED', 'PLANNING', 'PLAN_SUBMITTED', 'RECTIFYING', 'SELF_CHECKED', 'ACCEPTANCE') AND NOT EXISTS (SELECT FROM supervision v WHERE v.case_id = c.id AND v.ended_at IS NULL) AND (c.suspended_until IS NULL OR c.suspended_until <= '2026-11-22') AND c.deadline <= CAST('2026-11-22' AS date) - coalesce((SELECT (r.settings -> 'cycles' ->> 'supervisionOverdueDays')::integer FROM round r WHERE r.id = c.round_id), 60), false) AS suggested_long_overdue
FROM rectification_case c LEFT JOIN supervision s ON s.case_id = c.id AND s.listed_at <= '2026-11-22 14:10:07.751019+00'
AND (s.ended_at IS NULL OR s.ended_at > '2026-11-22 14:10:07.751019+00')
WHERE c.id = :id;
BEGIN;
INSERT INTO audit_entry (at, account_id, actor, role, unit_id, ancestors, action, entity, entity_id, reason,
trace_id, client_address, before, after)
SELECT '2026-11-22 14:11:36.578113+00', '5', 'bench-nation', 'PROVINCE_ORG', '1', '{1,12,121,1270,15298,227626}', 'case.read', 'case', :id, NULL,
'3dca4e3111a060b2810763c97a694322', '127.0.0.1', NULL::jsonb, ('{"target":"/api/v1/cases/' || :id || '"}')::jsonb
WHERE EXISTS (SELECT FROM problem WHERE case_id = :id AND restricted);
COMMIT;
