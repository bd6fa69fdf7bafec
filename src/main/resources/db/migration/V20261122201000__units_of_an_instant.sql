-- Where a unit stood at an instant, and whether it was closed: for figures as of it. Days are too coarse for that, and rows that
-- stand at units (screenings, reports) need no history of their own places (ADR 20).

ALTER TABLE org_unit ADD COLUMN valid_from timestamptz NOT NULL DEFAULT '-infinity';
ALTER TABLE org_unit ALTER COLUMN valid_from SET DEFAULT now();
COMMENT ON COLUMN org_unit.valid_from IS 'instant since which place, kinds and closure are as they are; -infinity: before it was kept';

CREATE TABLE past_unit (
    id          integer NOT NULL REFERENCES org_unit,
    valid_from  timestamptz NOT NULL,
    valid_to    timestamptz NOT NULL,
    kind        text NOT NULL,
    branch_kind text,
    closed_on   date,
    ancestors   integer[] NOT NULL,
    a1          integer GENERATED ALWAYS AS (ancestors[2]) STORED,
    a2          integer GENERATED ALWAYS AS (ancestors[3]) STORED,
    a3          integer GENERATED ALWAYS AS (ancestors[4]) STORED,
    a4          integer GENERATED ALWAYS AS (ancestors[5]) STORED,
    a5          integer GENERATED ALWAYS AS (ancestors[6]) STORED,
    PRIMARY KEY (id, valid_from),
    CONSTRAINT past_unit_period CHECK (valid_from < valid_to)
);
COMMENT ON TABLE past_unit IS 'closed intervals of units that were moved, closed or changed their kind';
CREATE INDEX past_unit_a1 ON past_unit (a1, valid_to);
CREATE INDEX past_unit_a3 ON past_unit (a3, valid_to);
CREATE INDEX branch_figures ON org_unit (a1, a2, a3, a4, branch_kind) INCLUDE (valid_from)
    WHERE kind = 'BRANCH' AND closed_on IS NULL;
INSERT INTO unmoved_place VALUES ('past_unit', 'the place of a past moment');
CREATE TRIGGER past_unit_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON past_unit
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE FUNCTION keep_past_unit() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    instant timestamptz := change_instant();
BEGIN
    IF OLD.valid_from <> instant THEN
        instant := greatest(instant, OLD.valid_from + interval '1 microsecond');
        INSERT INTO past_unit (id, valid_from, valid_to, kind, branch_kind, closed_on, ancestors)
        VALUES (OLD.id, OLD.valid_from, instant, OLD.kind, OLD.branch_kind, OLD.closed_on, OLD.ancestors);
        NEW.valid_from := instant;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER org_unit_past BEFORE UPDATE OF kind, branch_kind, closed_on, ancestors ON org_unit
    FOR EACH ROW WHEN ((OLD.kind, OLD.branch_kind, OLD.closed_on, OLD.ancestors)
        IS DISTINCT FROM (NEW.kind, NEW.branch_kind, NEW.closed_on, NEW.ancestors))
    EXECUTE FUNCTION keep_past_unit();
