-- In which rounds a case is counted, and where a round reaches beyond the area of the unit that holds it (ADR 19).

CREATE VIEW counted_case AS
SELECT c.id, c.branch_id, c.branch_kind, c.state, c.outcome, c.confirmed_at, c.main_category, c.main_category_version,
       c.ancestors, c.a1, c.a2, c.a3, c.a4, c.a5, c.round_id AS counted_round, c.year AS counted_year,
       false AS carried_on
FROM rectification_case c
UNION ALL
SELECT c.id, c.branch_id, c.branch_kind, c.state, c.outcome, c.confirmed_at, c.main_category, c.main_category_version,
       c.ancestors, c.a1, c.a2, c.a3, c.a4, c.a5, o.from_round_id, o.from_year, true
FROM carry_over o JOIN rectification_case c ON c.id = o.case_id;
COMMENT ON VIEW counted_case IS
    'the one meaning of "counted in a round": each case once for its present round and once for each it was carried on from';

CREATE TABLE round_outlier (
    round_id  bigint NOT NULL REFERENCES round,
    unit_id   integer NOT NULL REFERENCES org_unit,
    ancestors integer[] NOT NULL,
    a1        integer GENERATED ALWAYS AS (ancestors[2]) STORED,
    a2        integer GENERATED ALWAYS AS (ancestors[3]) STORED,
    a3        integer GENERATED ALWAYS AS (ancestors[4]) STORED,
    a4        integer GENERATED ALWAYS AS (ancestors[5]) STORED,
    a5        integer GENERATED ALWAYS AS (ancestors[6]) STORED,
    PRIMARY KEY (round_id, unit_id)
);
COMMENT ON TABLE round_outlier IS
    'units that left the area of a round with cases or screenings of it: whoever covers them, or stands below, reaches the round';
CREATE INDEX round_outlier_a1 ON round_outlier (a1, round_id);
CREATE INDEX round_outlier_a2 ON round_outlier (a2, round_id);
CREATE INDEX round_outlier_a3 ON round_outlier (a3, round_id);
CREATE INDEX round_outlier_a4 ON round_outlier (a4, round_id);
CREATE INDEX round_outlier_a5 ON round_outlier (a5, round_id);
CREATE INDEX round_outlier_unit ON round_outlier (unit_id);

CREATE VIEW round_place AS
SELECT id AS round_id, unit_id, ancestors FROM round
UNION ALL
SELECT round_id, unit_id, ancestors FROM round_outlier;
COMMENT ON VIEW round_place IS 'from where a round is reached: the unit that holds it, and units that left its area';

-- when this runs, cases and screenings below the unit still have their former paths
CREATE FUNCTION keep_rounds_of_moved_unit() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    depth integer := cardinality(OLD.ancestors);
    superiors integer[] := ARRAY(SELECT unnest(OLD.ancestors) EXCEPT SELECT unnest(NEW.ancestors));
    candidate bigint;
BEGIN
    FOR candidate IN SELECT DISTINCT round_id FROM round_place WHERE unit_id = ANY (superiors) LOOP
        IF NOT EXISTS (SELECT FROM round_place WHERE round_id = candidate AND unit_id = ANY (NEW.ancestors))
            AND (EXISTS (SELECT FROM counted_case WHERE counted_round = candidate AND ancestors[depth] = NEW.id)
                OR EXISTS (SELECT FROM screening WHERE round_id = candidate AND superseded_at IS NULL
                           AND ancestors[depth] = NEW.id)) THEN
            INSERT INTO round_outlier (round_id, unit_id, ancestors) VALUES (candidate, NEW.id, NEW.ancestors)
            ON CONFLICT DO NOTHING;
        END IF;
    END LOOP;
    RETURN NULL;
END $$;
CREATE TRIGGER org_unit_keeps_its_rounds AFTER UPDATE OF parent_id ON org_unit FOR EACH ROW
    WHEN (OLD.parent_id IS DISTINCT FROM NEW.parent_id) EXECUTE FUNCTION keep_rounds_of_moved_unit();

CREATE FUNCTION keep_rounds_of_handed_case() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO round_outlier (round_id, unit_id, ancestors)
    SELECT k.counted_round, NEW.ancestors[cardinality(NEW.ancestors)], NEW.ancestors
    FROM counted_case k
    WHERE k.id = NEW.id
      AND NOT EXISTS (SELECT FROM round_place q WHERE q.round_id = k.counted_round AND q.unit_id = ANY (NEW.ancestors))
    ON CONFLICT DO NOTHING;
    RETURN NULL;
END $$;
CREATE TRIGGER case_keeps_its_rounds AFTER UPDATE OF ancestors ON rectification_case FOR EACH ROW
    WHEN (OLD.ancestors IS DISTINCT FROM NEW.ancestors
        AND current_setting('zhengdun.moving', true) IS DISTINCT FROM 'on')
    EXECUTE FUNCTION keep_rounds_of_handed_case();

INSERT INTO round_outlier (round_id, unit_id, ancestors)
SELECT k.counted_round, u.id, u.ancestors
FROM counted_case k JOIN round r ON r.id = k.counted_round
JOIN org_unit u ON u.id = k.ancestors[cardinality(k.ancestors)]
WHERE NOT r.unit_id = ANY (k.ancestors)
ON CONFLICT DO NOTHING;
INSERT INTO round_outlier (round_id, unit_id, ancestors)
SELECT s.round_id, u.id, u.ancestors
FROM screening s JOIN round r ON r.id = s.round_id JOIN org_unit u ON u.id = s.branch_id
WHERE NOT r.unit_id = ANY (s.ancestors)
ON CONFLICT DO NOTHING;

-- rows of earlier versions may lack a reason; none is added without
CREATE FUNCTION require_correction_reason() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a correction of a screening has a reason' USING ERRCODE = 'check_violation',
        CONSTRAINT = 'screening_correction_has_reason';
END $$;
CREATE TRIGGER screening_correction BEFORE INSERT ON screening FOR EACH ROW
    WHEN (NEW.version > 1 AND coalesce(NEW.reason, '') = '') EXECUTE FUNCTION require_correction_reason();

-- what belongs to one change has one instant, so that no moment lies between its parts (ADR 12)
CREATE OR REPLACE FUNCTION record_reassignment() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO deadline_change (deadline_id, kind, old_due_on, new_due_on, at)
    VALUES (NEW.id, 'REASSIGNED', NEW.due_on, NEW.due_on, change_instant());
    RETURN NULL;
END $$;
