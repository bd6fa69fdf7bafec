-- PROVISIONAL: written by hand after CaseQueries; replace by the captured statements (README).
SELECT c.id, c.number, c.state, c.outcome, c.round_id, c.year, c.branch_id, b.code, b.name, c.branch_kind,
       c.main_category, c.cycle, c.deadline, coalesce((c.deadline < current_date AND c.state IN ('CONFIRMED', 'PLANNING',
       'PLAN_SUBMITTED', 'RECTIFYING', 'SELF_CHECKED', 'ACCEPTANCE')), false) AS overdue, c.created_at, c.version,
       c.deadline_order, coalesce(n.problems, 0) AS problems, coalesce(n.closed, 0) AS closed
FROM (SELECT deadline_order AS k1, id AS k2 FROM rectification_case ORDER BY deadline_order, id LIMIT 51) page JOIN rectification_case c ON c.id = page.k2 JOIN org_unit b ON b.id = c.branch_id
LEFT JOIN LATERAL (SELECT count(*) AS problems, count(*) FILTER (WHERE p.state = 'CLOSED') AS closed
                   FROM problem p WHERE p.case_id = c.id) n ON true
ORDER BY page.k1, page.k2;
