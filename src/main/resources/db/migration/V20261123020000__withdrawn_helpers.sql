-- An assignment that is taken back before its first day ends before it: it never ran.

ALTER TABLE helper_assignment DROP CONSTRAINT helper_assignment_period;
UPDATE helper_assignment SET until = (released_at AT TIME ZONE 'Asia/Shanghai')::date
WHERE until IS NOT NULL AND (released_at AT TIME ZONE 'Asia/Shanghai')::date < since;
ALTER TABLE helper_assignment ADD CONSTRAINT helper_assignment_period
    CHECK (until >= since OR (released_at AT TIME ZONE 'Asia/Shanghai')::date < since);
COMMENT ON COLUMN helper_assignment.until IS 'last day; before since when the assignment was withdrawn before it began';
