-- PROVISIONAL: written by hand after CaseDetails; replace by the captured statements (README).
\set id random(:low, :high)
SELECT c.*, b.code AS branch_code, b.name AS branch_name, k.name_zh, k.name_en
FROM rectification_case c JOIN org_unit b ON b.id = c.branch_id
LEFT JOIN category k ON k.code = c.main_category AND k.version = c.main_category_version WHERE c.id = :id;
SELECT * FROM problem WHERE case_id = :id ORDER BY id;
SELECT * FROM measure WHERE case_id = :id ORDER BY id;
SELECT * FROM responsibility WHERE case_id = :id ORDER BY id;
