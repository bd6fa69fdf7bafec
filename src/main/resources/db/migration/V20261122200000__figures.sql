-- What figures count by, stored with the row: a month is year * 12 + month - 1 in Asia/Shanghai.

CREATE FUNCTION month_of(day date) RETURNS smallint LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT (extract(year FROM day) * 12 + extract(month FROM day) - 1)::smallint
$$;
CREATE FUNCTION month_of(moment timestamptz) RETURNS smallint LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT (extract(year FROM moment AT TIME ZONE 'Asia/Shanghai') * 12
            + extract(month FROM moment AT TIME ZONE 'Asia/Shanghai') - 1)::smallint
$$;

ALTER TABLE rectification_case ADD COLUMN listed_month smallint GENERATED ALWAYS AS (
    CASE WHEN confirmed_at IS NOT NULL AND outcome IS DISTINCT FROM 'LISTED_IN_ERROR'
         THEN extract(year FROM confirmed_at AT TIME ZONE 'Asia/Shanghai') * 12
              + extract(month FROM confirmed_at AT TIME ZONE 'Asia/Shanghai') - 1 END) STORED;
COMMENT ON COLUMN rectification_case.listed_month IS
    'month of the decision for a case that counts as listed, else null; no move but the decision and the correction of an error changes it';
CALL keep_history('rectification_case');

ALTER TABLE rectification_case_history DISABLE TRIGGER rectification_case_history_append_only;
UPDATE rectification_case_history SET listed_month = month_of(confirmed_at)
WHERE confirmed_at IS NOT NULL AND outcome IS DISTINCT FROM 'LISTED_IN_ERROR';
ALTER TABLE rectification_case_history ENABLE TRIGGER rectification_case_history_append_only;
