-- Composed from the definitions in FormColumns on 2026-11-22; capture anew when they change (README).
WITH listed AS MATERIALIZED (
SELECT c.id, c.branch_id, c.branch_kind, c.state, c.outcome, k.form_column,
NOT EXISTS (SELECT 1 FROM rectification_case n WHERE n.branch_id = c.branch_id AND n.year = c.year
AND n.id > c.id AND n.confirmed_at IS NOT NULL AND (n.state <> 'CANCELLED' OR n.outcome IS DISTINCT FROM 'LISTED_IN_ERROR')) AS last_of_year
FROM rectification_case c
LEFT JOIN category k ON k.code = c.main_category AND k.version = c.main_category_version
WHERE c.year = :year AND c.ancestors[1] = :unit AND c.confirmed_at IS NOT NULL AND (c.state <> 'CANCELLED' OR c.outcome IS DISTINCT FROM 'LISTED_IN_ERROR'))
SELECT 'CASES' AS source, l.branch_kind, ARRAY[count(*) FILTER (WHERE true), count(*) FILTER (WHERE s.poor_village), count(*) FILTER (WHERE l.state = 'TRANSFORMED' OR l.state = 'CLOSED' AND l.outcome = 'TRANSFORMED'), count(*) FILTER (WHERE l.form_column = 4), count(*) FILTER (WHERE l.form_column = 5), count(*) FILTER (WHERE l.form_column = 6), count(*) FILTER (WHERE l.form_column = 7), count(*) FILTER (WHERE l.form_column = 8), count(*) FILTER (WHERE l.form_column = 9), count(*) FILTER (WHERE l.form_column = 10), count(*) FILTER (WHERE l.form_column = 11), count(*) FILTER (WHERE l.form_column = 12), count(*) FILTER (WHERE l.form_column = 13), count(*) FILTER (WHERE l.last_of_year AND s.missing), count(*) FILTER (WHERE l.last_of_year AND s.missing AND f.filled), count(*) FILTER (WHERE l.last_of_year AND s.to_replace), count(*) FILTER (WHERE l.last_of_year AND s.to_replace AND f.replaced), count(*) FILTER (WHERE f.trained), count(*) FILTER (WHERE f.trained_by_county)] AS counts             FROM listed l
LEFT JOIN LATERAL (
SELECT x.registered_poor_village AS poor_village, x.secretary_to_replace AS to_replace,
x.secretary_status = 'VACANT'
AND (x.valid_from <= make_date(:year, 1, 1) OR x.secretary_vacant_since <= make_date(:year, 1, 1)) AS missing
FROM branch_fact x
WHERE x.branch_id = l.branch_id AND x.valid_from <= make_date(:year, 12, 31) AND (x.valid_to IS NULL OR x.valid_to > make_date(:year, 1, 1))
ORDER BY x.valid_from LIMIT 1) s ON true
LEFT JOIN LATERAL (
SELECT (array_agg(x.secretary_status ORDER BY x.valid_from DESC))[1] = 'FILLED' AS filled,
bool_or(x.secretary_replaced_on BETWEEN make_date(:year, 1, 1) AND make_date(:year, 12, 31)) AS replaced,
bool_or(x.secretary_trained_on BETWEEN make_date(:year, 1, 1) AND make_date(:year, 12, 31)) AS trained,
bool_or(x.secretary_trained_on BETWEEN make_date(:year, 1, 1) AND make_date(:year, 12, 31)
AND x.secretary_training_level <> 'TOWNSHIP') AS trained_by_county
FROM branch_fact x
WHERE x.branch_id = l.branch_id AND x.valid_from <= make_date(:year, 12, 31) AND (x.valid_to IS NULL OR x.valid_to > make_date(:year, 1, 1))
) f ON l.last_of_year GROUP BY l.branch_kind
UNION ALL
SELECT 'HELPERS' AS source, l.branch_kind, ARRAY[count(*) FILTER (WHERE h.kind = 'PAIRED_UNIT'), count(*) FILTER (WHERE h.kind IN ('COUNTY_LEADER', 'TOWNSHIP_LEADER')), count(*) FILTER (WHERE h.kind = 'FIRST_SECRETARY'), count(*) FILTER (WHERE h.kind IN ('RESIDENT_CADRE', 'WORK_TEAM'))] AS counts             FROM listed l JOIN helper_assignment h ON h.case_id = l.id
AND h.since <= least(make_date(:year, 12, 31), current_date) AND (h.until IS NULL OR h.until >= greatest(h.since, make_date(:year, 1, 1))) GROUP BY l.branch_kind
UNION ALL
SELECT 'MEASURES' AS source, l.branch_kind, ARRAY[count(*) FILTER (WHERE m.kind = 'SPECIAL_CLEAN_UP'), count(*) FILTER (WHERE m.kind = 'VIOLATION_INVESTIGATION')] AS counts             FROM listed l JOIN measure m ON m.case_id = l.id AND m.kind <> 'ORDINARY'
AND m.state = 'DONE' AND m.done_on BETWEEN make_date(:year, 1, 1) AND make_date(:year, 12, 31) GROUP BY l.branch_kind
UNION ALL
SELECT 'PROBLEMS' AS source, l.branch_kind, ARRAY[count(*) FILTER (WHERE true)] AS counts             FROM listed l JOIN problem p ON p.case_id = l.id AND p.state = 'CLOSED'
AND p.closed_at >= make_date(:year, 1, 1)::timestamptz AND p.closed_at < make_date(:year + 1, 1, 1)::timestamptz GROUP BY l.branch_kind;
