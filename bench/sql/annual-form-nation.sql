-- Captured by bench/capture.
SELECT a.id, a.display_name, 'GRANT' AS source, g.id AS grant_id, g.role, g.department, u.ancestors, g.valid_from, g.valid_to,
NULL::bigint AS case_id, NULL::integer AS unit_id
FROM account a
LEFT JOIN access_grant g ON g.account_id = a.id AND g.revoked_at IS NULL AND g.valid_from <= '2026-11-22 14:11:05.147459+00'
AND (g.valid_to IS NULL OR g.valid_to > '2026-11-22 14:11:05.147459+00')
LEFT JOIN org_unit u ON u.id = g.org_unit_id
WHERE a.issuer = 'http://localhost:9481' AND a.subject = 'bench-nation'
UNION ALL
SELECT a.id, a.display_name, 'ASSIGNMENT', NULL, s.role, NULL, NULL, NULL, NULL, s.case_id, s.unit_id
FROM account a JOIN case_assignment s ON s.account_id = a.id AND s.valid_from <= '2026-11-22 14:11:05.147459+00'
AND (s.valid_to IS NULL OR s.valid_to > '2026-11-22 14:11:05.147459+00')
WHERE a.issuer = 'http://localhost:9481' AND a.subject = 'bench-nation';
SELECT id, code, name, kind, branch_kind, ancestors, closed_on FROM org_unit WHERE id = '1';
WITH listed AS MATERIALIZED (SELECT l.id, l.branch_id, l.branch_kind, l.raised, l.state, l.outcome, l.carried_on, l.deadline, l.warn_on,
l.suspended_until, l.round_id, l.ancestors, k.form_column, NOT EXISTS (SELECT FROM rectification_case n WHERE n.branch_id = l.branch_id AND n.id > l.id AND n.listed_month IS NOT NULL AND (n.year = '2026' OR EXISTS (SELECT FROM carry_over x WHERE x.case_id = n.id AND x.from_year = '2026' AND x.from_year < n.year))) AS last_of_year
FROM (SELECT c.id, c.a1, c.a2, c.a3, c.a4, c.a5, c.branch_kind, c.main_category, c.listed_month, c.raised,
c.closed_as_raised, c.round_id AS round_id, false AS carried_on, EXISTS (SELECT FROM carry_over i WHERE i.case_id = c.id AND i.to_year = '2026') AS carried_in, c.number, c.ancestors, c.branch_id, c.state, c.outcome, c.main_category_version, c.deadline, c.warn_on,
c.suspended_until, c.confirmed_at, c.transformed_at, c.closed_at, c.cycle, c.failed_acceptances, c.relapses
FROM rectification_case c WHERE c.year = '2026' AND c.listed_month IS NOT NULL AND true
UNION ALL
SELECT c.id, c.a1, c.a2, c.a3, c.a4, c.a5, c.branch_kind, c.main_category, c.listed_month, c.raised,
c.closed_as_raised, o.from_round_id AS round_id, true AS carried_on, EXISTS (SELECT FROM carry_over i WHERE i.case_id = c.id AND i.to_year = '2026') AS carried_in, c.number, c.ancestors, c.branch_id, c.state, c.outcome, c.main_category_version, c.deadline, c.warn_on,
c.suspended_until, c.confirmed_at, c.transformed_at, c.closed_at, c.cycle, c.failed_acceptances, c.relapses
FROM carry_over o JOIN rectification_case c ON c.id = o.case_id WHERE o.from_year = '2026' AND o.from_year < c.year AND c.listed_month IS NOT NULL AND true) l LEFT JOIN category k ON k.code = l.main_category AND k.version = l.main_category_version)
SELECT 'CASES' AS source, l.branch_kind, ARRAY[count(*) FILTER (WHERE true), count(*) FILTER (WHERE s.poor_village), count(*) FILTER (WHERE NOT l.carried_on AND l.raised), count(*) FILTER (WHERE l.form_column = 4), count(*) FILTER (WHERE l.form_column = 5), count(*) FILTER (WHERE l.form_column = 6), count(*) FILTER (WHERE l.form_column = 7), count(*) FILTER (WHERE l.form_column = 8), count(*) FILTER (WHERE l.form_column = 9), count(*) FILTER (WHERE l.form_column = 10), count(*) FILTER (WHERE l.form_column = 11), count(*) FILTER (WHERE l.form_column = 12), count(*) FILTER (WHERE l.form_column = 13), count(*) FILTER (WHERE l.last_of_year AND s.missing), count(*) FILTER (WHERE l.last_of_year AND s.missing AND f.filled), count(*) FILTER (WHERE l.last_of_year AND s.to_replace), count(*) FILTER (WHERE l.last_of_year AND s.to_replace AND f.replaced), count(*) FILTER (WHERE f.trained), count(*) FILTER (WHERE f.trained_by_county)] AS counts FROM listed l
LEFT JOIN LATERAL (
SELECT x.registered_poor_village AS poor_village, x.secretary_to_replace AS to_replace,
x.secretary_status = 'VACANT'
AND (x.valid_from <= '2026-01-01' OR x.secretary_vacant_since <= '2026-01-01') AS missing
FROM branch_fact x
WHERE x.branch_id = l.branch_id AND x.valid_from <= '2026-12-31' AND (x.valid_to IS NULL OR x.valid_to > '2026-01-01')
ORDER BY x.valid_from LIMIT 1) s ON true
LEFT JOIN LATERAL (
SELECT (array_agg(x.secretary_status ORDER BY x.valid_from DESC))[1] = 'FILLED' AS filled,
bool_or(x.secretary_replaced_on BETWEEN '2026-01-01' AND '2026-12-31') AS replaced,
bool_or(x.secretary_trained_on BETWEEN '2026-01-01' AND '2026-12-31') AS trained,
bool_or(x.secretary_trained_on BETWEEN '2026-01-01' AND '2026-12-31'
AND x.secretary_training_level <> 'TOWNSHIP') AS trained_by_county
FROM branch_fact x
WHERE x.branch_id = l.branch_id AND x.valid_from <= '2026-12-31' AND (x.valid_to IS NULL OR x.valid_to > '2026-01-01')
) f ON l.last_of_year GROUP BY l.branch_kind
UNION ALL
SELECT 'HELPERS' AS source, l.branch_kind, ARRAY[count(*) FILTER (WHERE h.kind = 'PAIRED_UNIT'), count(*) FILTER (WHERE h.kind IN ('COUNTY_LEADER', 'TOWNSHIP_LEADER')), count(*) FILTER (WHERE h.kind = 'FIRST_SECRETARY'), count(*) FILTER (WHERE h.kind IN ('RESIDENT_CADRE', 'WORK_TEAM'))] AS counts FROM listed l JOIN helper_assignment h ON h.case_id = l.id AND h.since <= least('2026-12-31'::date, '2026-11-22')
AND h.assigned_at <= 'infinity' AND (h.until IS NULL OR h.until >= greatest(h.since, '2026-01-01') OR h.released_at > 'infinity') GROUP BY l.branch_kind
UNION ALL
SELECT 'MEASURES' AS source, l.branch_kind, ARRAY[count(*) FILTER (WHERE measure.kind = 'SPECIAL_CLEAN_UP'), count(*) FILTER (WHERE measure.kind = 'VIOLATION_INVESTIGATION')] AS counts FROM listed l JOIN measure ON measure.case_id = l.id AND measure.kind <> 'ORDINARY' AND measure.state = 'DONE' AND measure.done_on BETWEEN '2026-01-01' AND '2026-12-31' GROUP BY l.branch_kind
UNION ALL
SELECT 'PROBLEMS' AS source, l.branch_kind, ARRAY[count(*) FILTER (WHERE true)] AS counts FROM listed l JOIN problem ON problem.case_id = l.id AND problem.state = 'CLOSED' AND problem.closed_at >= '2025-12-31 16:00:00+00' AND problem.closed_at < '2026-12-31 16:00:00+00' GROUP BY l.branch_kind;
