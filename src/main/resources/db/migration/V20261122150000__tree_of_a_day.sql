-- What the tree was on a day: the present state of a unit stands in org_unit, every earlier one here.

ALTER TABLE org_unit
    ADD COLUMN opened_on date,
    ADD COLUMN state_since date,
    ADD COLUMN successor_id integer REFERENCES org_unit,
    ADD CONSTRAINT org_unit_closed_after_opening CHECK (closed_on >= opened_on),
    ADD CONSTRAINT org_unit_successor_of_closed CHECK (successor_id IS NULL OR (closed_on IS NOT NULL AND successor_id <> id));
COMMENT ON COLUMN org_unit.opened_on IS 'null: unknown, it always stood in the tree';
COMMENT ON COLUMN org_unit.state_since IS 'day since which name, code, kind and place are as they are; null: since the opening';

CREATE TABLE org_unit_history (
    id          integer NOT NULL REFERENCES org_unit,
    valid_from  date NOT NULL,
    valid_to    date NOT NULL,
    code        text COLLATE "C" NOT NULL,
    name        text NOT NULL,
    kind        text NOT NULL,
    branch_kind text,
    parent_id   integer,
    ancestors   integer[] NOT NULL,
    a1          integer GENERATED ALWAYS AS (ancestors[2]) STORED,
    a2          integer GENERATED ALWAYS AS (ancestors[3]) STORED,
    a3          integer GENERATED ALWAYS AS (ancestors[4]) STORED,
    a4          integer GENERATED ALWAYS AS (ancestors[5]) STORED,
    a5          integer GENERATED ALWAYS AS (ancestors[6]) STORED,
    PRIMARY KEY (id, valid_from),
    CONSTRAINT org_unit_history_period CHECK (valid_to > valid_from)
);
CREATE INDEX org_unit_history_parent ON org_unit_history (parent_id, code);
CREATE INDEX org_unit_history_code ON org_unit_history (code);
CREATE INDEX org_unit_history_a1 ON org_unit_history (a1, code);
CREATE INDEX org_unit_history_a2 ON org_unit_history (a2, code);
CREATE INDEX org_unit_history_a3 ON org_unit_history (a3, code);
CREATE INDEX org_unit_history_a4 ON org_unit_history (a4, code);
CREATE INDEX org_unit_history_a5 ON org_unit_history (a5, code);

CREATE FUNCTION civil_today() RETURNS date LANGUAGE sql STABLE AS $$
    SELECT (now() AT TIME ZONE 'Asia/Shanghai')::date
$$;

-- a day has the state it ended with: of several changes on one day only the last is kept
CREATE FUNCTION keep_former_state() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    since date := coalesce(OLD.state_since, OLD.opened_on, '-infinity');
BEGIN
    IF since < civil_today() THEN
        INSERT INTO org_unit_history (id, valid_from, valid_to, code, name, kind, branch_kind, parent_id, ancestors)
        VALUES (OLD.id, since, civil_today(), OLD.code, OLD.name, OLD.kind, OLD.branch_kind, OLD.parent_id, OLD.ancestors);
    END IF;
    NEW.state_since := civil_today();
    RETURN NEW;
END $$;
CREATE TRIGGER org_unit_former_state BEFORE UPDATE OF code, name, kind, branch_kind, parent_id, ancestors ON org_unit
    FOR EACH ROW WHEN ((OLD.code, OLD.name, OLD.kind, OLD.branch_kind, OLD.parent_id, OLD.ancestors)
        IS DISTINCT FROM (NEW.code, NEW.name, NEW.kind, NEW.branch_kind, NEW.parent_id, NEW.ancestors))
    EXECUTE FUNCTION keep_former_state();
CREATE TRIGGER org_unit_history_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON org_unit_history
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- place is the path of today, by which rights are judged
CREATE FUNCTION org_unit_on(day date) RETURNS TABLE (id integer, code text, name text, kind text, branch_kind text,
        parent_id integer, level integer, ancestors integer[], opened_on date, closed_on date, successor_id integer,
        version integer, place integer[]) LANGUAGE sql STABLE AS $$
    SELECT u.id, u.code, u.name, u.kind, u.branch_kind, u.parent_id, cardinality(u.ancestors) - 1, u.ancestors,
           u.opened_on, CASE WHEN u.closed_on <= day THEN u.closed_on END,
           CASE WHEN u.closed_on <= day THEN u.successor_id END, u.version, u.ancestors
    FROM org_unit u WHERE coalesce(u.state_since, u.opened_on, '-infinity') <= day
    UNION ALL
    SELECT h.id, h.code, h.name, h.kind, h.branch_kind, h.parent_id, cardinality(h.ancestors) - 1, h.ancestors,
           u.opened_on, CASE WHEN u.closed_on <= day THEN u.closed_on END,
           CASE WHEN u.closed_on <= day THEN u.successor_id END, u.version, u.ancestors
    FROM org_unit_history h JOIN org_unit u ON u.id = h.id WHERE h.valid_from <= day AND h.valid_to > day
$$;
