-- Captured by bench/capture.
SELECT a.id, a.display_name, 'GRANT' AS source, g.id AS grant_id, g.role, g.department, u.ancestors, g.valid_from, g.valid_to,
NULL::bigint AS case_id, NULL::integer AS unit_id
FROM account a
LEFT JOIN access_grant g ON g.account_id = a.id AND g.revoked_at IS NULL AND g.valid_from <= '2026-11-22 14:10:21.104381+00'
AND (g.valid_to IS NULL OR g.valid_to > '2026-11-22 14:10:21.104381+00')
LEFT JOIN org_unit u ON u.id = g.org_unit_id
WHERE a.issuer = 'http://localhost:9481' AND a.subject = 'bench-nation'
UNION ALL
SELECT a.id, a.display_name, 'ASSIGNMENT', NULL, s.role, NULL, NULL, NULL, NULL, s.case_id, s.unit_id
FROM account a JOIN case_assignment s ON s.account_id = a.id AND s.valid_from <= '2026-11-22 14:10:21.104381+00'
AND (s.valid_to IS NULL OR s.valid_to > '2026-11-22 14:10:21.104381+00')
WHERE a.issuer = 'http://localhost:9481' AND a.subject = 'bench-nation';
SELECT c.id, c.number, c.ancestors, c.state, c.outcome, c.round_id, c.year, c.branch_id, b.code, b.name, c.branch_kind,
c.main_category, coalesce((SELECT bool_or(k.restricted) FROM category k WHERE k.code = c.main_category),
false) AS restricted, c.cycle, c.deadline, c.warn_on, c.suspended_until, c.created_at, c.version,
c.deadline_order, coalesce(n.problems, 0) AS problems, coalesce(n.closed, 0) AS closed,
1 + (SELECT count(*) FROM carry_over o WHERE o.case_id = c.id) AS years, EXISTS (
SELECT FROM supervision v WHERE v.case_id = c.id AND v.ended_at IS NULL) AS supervised, EXISTS (SELECT FROM monthly_report r
WHERE r.round_id = c.round_id AND r.unit_id = ANY (c.ancestors) AND r.due_on < '2026-11-22'
AND (r.submitted_on IS NULL OR r.submitted_on > '2026-11-22') AND r.red_after <= (
SELECT count(*) FROM monthly_report m
WHERE m.unit_id = r.unit_id AND m.round_id = r.round_id
AND (m.submitted_on IS NULL OR m.submitted_on > '2026-11-22') AND m.month <= r.month
AND m.month > r.month - make_interval(months => r.red_after))) AS reports_missed
FROM (SELECT * FROM (SELECT x.* FROM (SELECT c.deadline_order AS k1, c.id AS k2 FROM rectification_case c WHERE true  AND (c.deadline_order, c.id) > ('2012-12-30', '340026') ORDER BY c.deadline_order ASC, c.id ASC LIMIT 51) x) p ORDER BY k1 ASC, k2 ASC LIMIT '51') page JOIN rectification_case c ON c.id = page.k2 JOIN org_unit b ON b.id = c.branch_id
LEFT JOIN LATERAL (SELECT count(*) AS problems, count(*) FILTER (WHERE p.state = 'CLOSED') AS closed
FROM problem p WHERE p.case_id = c.id) n ON true
ORDER BY page.k1, page.k2;
