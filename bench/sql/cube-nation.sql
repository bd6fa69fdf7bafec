-- Captured by bench/capture.
SELECT a.id, a.display_name, 'GRANT' AS source, g.id AS grant_id, g.role, g.department, u.ancestors, g.valid_from, g.valid_to,
NULL::bigint AS case_id, NULL::integer AS unit_id
FROM account a
LEFT JOIN access_grant g ON g.account_id = a.id AND g.revoked_at IS NULL AND g.valid_from <= '2026-11-22 14:10:29.079615+00'
AND (g.valid_to IS NULL OR g.valid_to > '2026-11-22 14:10:29.079615+00')
LEFT JOIN org_unit u ON u.id = g.org_unit_id
WHERE a.issuer = 'http://localhost:9481' AND a.subject = 'bench-nation'
UNION ALL
SELECT a.id, a.display_name, 'ASSIGNMENT', NULL, s.role, NULL, NULL, NULL, NULL, s.case_id, s.unit_id
FROM account a JOIN case_assignment s ON s.account_id = a.id AND s.valid_from <= '2026-11-22 14:10:29.079615+00'
AND (s.valid_to IS NULL OR s.valid_to > '2026-11-22 14:10:29.079615+00')
WHERE a.issuer = 'http://localhost:9481' AND a.subject = 'bench-nation';
SELECT id, code, name, kind, branch_kind, ancestors, closed_on FROM org_unit WHERE id = '1';
BEGIN;
SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY;
SET LOCAL parallel_tuple_cost = 0.01;
SELECT statement_timestamp() AS at;
SELECT l.a1, l.main_category, count(*) FROM (SELECT c.id, c.a1, c.a2, c.a3, c.a4, c.a5, c.branch_kind, c.main_category, c.listed_month, c.raised,
c.closed_as_raised, coalesce((SELECT o.from_round_id FROM carry_over o WHERE o.case_id = c.id AND o.from_year < c.year
ORDER BY o.years LIMIT 1), c.round_id) AS round_id, false AS carried_on, false AS carried_in, c.number, c.ancestors, c.branch_id, c.state, c.outcome, c.main_category_version, c.deadline, c.warn_on,
c.suspended_until, c.confirmed_at, c.transformed_at, c.closed_at, c.cycle, c.failed_acceptances, c.relapses
FROM rectification_case c WHERE c.listed_month BETWEEN :first AND :last AND c.listed_month IS NOT NULL AND true) l WHERE true GROUP BY 1, 2;
SELECT id, code, name, kind FROM org_unit WHERE id = ANY('{2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30,31,32}');
SELECT code, name_zh AS name FROM category WHERE code = ANY('{W01,W02,W03,W04,W05,W06,W07,W08,W09,W10,W11,W12,W13,W14,W15,W16}') ORDER BY version;
COMMIT;
