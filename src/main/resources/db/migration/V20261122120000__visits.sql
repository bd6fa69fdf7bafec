CREATE TABLE visit (
    id         uuid PRIMARY KEY,
    case_id    bigint NOT NULL REFERENCES rectification_case,
    account_id bigint NOT NULL REFERENCES account,
    helper_id  bigint NOT NULL REFERENCES helper_assignment,
    visited_on date NOT NULL,
    versions   integer NOT NULL
);
COMMENT ON COLUMN visit.id IS 'made by the client, so that a retry after hours offline names the same visit';
CREATE INDEX visit_case ON visit (case_id, visited_on, id);
CREATE INDEX visit_account ON visit (account_id, visited_on);

CREATE TABLE visit_version (
    visit_id    uuid NOT NULL REFERENCES visit,
    version     integer NOT NULL,
    visited_on  date NOT NULL,
    place       text NOT NULL,
    people      text NOT NULL,
    findings    text NOT NULL,
    photos      bigint[] NOT NULL,
    reason      text,
    recorded_at timestamptz NOT NULL,
    PRIMARY KEY (visit_id, version),
    CONSTRAINT correction_has_a_reason CHECK (version = 1 OR reason IS NOT NULL)
);
CREATE TRIGGER visit_version_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON visit_version
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Attendance is listed by assignment under one scope: an assignment lies where its case lies.

ALTER TABLE helper_assignment ADD COLUMN ancestors integer[];
UPDATE helper_assignment h SET ancestors = c.ancestors FROM rectification_case c WHERE c.id = h.case_id;
ALTER TABLE helper_assignment
    ADD COLUMN a1 integer GENERATED ALWAYS AS (ancestors[2]) STORED,
    ADD COLUMN a2 integer GENERATED ALWAYS AS (ancestors[3]) STORED,
    ADD COLUMN a3 integer GENERATED ALWAYS AS (ancestors[4]) STORED,
    ADD COLUMN a4 integer GENERATED ALWAYS AS (ancestors[5]) STORED,
    ADD COLUMN a5 integer GENERATED ALWAYS AS (ancestors[6]) STORED;
CREATE INDEX first_secretary_a1 ON helper_assignment (a1, id) WHERE kind = 'FIRST_SECRETARY';
CREATE INDEX first_secretary_a2 ON helper_assignment (a2, id) WHERE kind = 'FIRST_SECRETARY';
CREATE INDEX first_secretary_a3 ON helper_assignment (a3, id) WHERE kind = 'FIRST_SECRETARY';
CREATE INDEX first_secretary_a4 ON helper_assignment (a4, id) WHERE kind = 'FIRST_SECRETARY';
CREATE INDEX first_secretary_a5 ON helper_assignment (a5, id) WHERE kind = 'FIRST_SECRETARY';

CREATE FUNCTION place_helper() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.ancestors := (SELECT ancestors FROM rectification_case WHERE id = NEW.case_id);
    RETURN NEW;
END $$;
CREATE TRIGGER place_helper BEFORE INSERT ON helper_assignment FOR EACH ROW EXECUTE FUNCTION place_helper();
CREATE FUNCTION move_helpers() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE helper_assignment SET ancestors = NEW.ancestors WHERE case_id = NEW.id;
    RETURN NULL;
END $$;
CREATE TRIGGER move_helpers AFTER UPDATE OF ancestors ON rectification_case
    FOR EACH ROW WHEN (OLD.ancestors IS DISTINCT FROM NEW.ancestors) EXECUTE FUNCTION move_helpers();
