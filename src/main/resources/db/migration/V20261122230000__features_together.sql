CREATE OR REPLACE VIEW counted_case AS
SELECT c.id, c.branch_id, c.branch_kind, c.state, c.outcome, c.confirmed_at, c.main_category, c.main_category_version,
       c.ancestors, c.a1, c.a2, c.a3, c.a4, c.a5, c.round_id AS counted_round, c.year AS counted_year,
       false AS carried_on, c.listed_month
FROM rectification_case c
UNION ALL
SELECT c.id, c.branch_id, c.branch_kind, c.state, c.outcome, c.confirmed_at, c.main_category, c.main_category_version,
       c.ancestors, c.a1, c.a2, c.a3, c.a4, c.a5, o.from_round_id, o.from_year, true, c.listed_month
FROM carry_over o JOIN rectification_case c ON c.id = o.case_id;
