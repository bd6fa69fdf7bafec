CREATE TABLE carry_over (
    case_id         bigint NOT NULL REFERENCES rectification_case,
    years           smallint NOT NULL CHECK (years > 1),
    from_round_id   bigint NOT NULL REFERENCES round,
    from_year       smallint NOT NULL,
    to_round_id     bigint NOT NULL REFERENCES round,
    to_year         smallint NOT NULL,
    former_deadline date,
    deadline        date NOT NULL,
    reason          text NOT NULL,
    carried_at      timestamptz NOT NULL,
    carried_by      bigint NOT NULL REFERENCES account,
    PRIMARY KEY (case_id, years),
    CONSTRAINT carried_over_once_a_year UNIQUE (case_id, from_year),
    CONSTRAINT carried_over_into_next_year CHECK (to_year = from_year + 1)
);
CREATE INDEX carry_over_round ON carry_over (from_round_id, case_id);
CREATE INDEX carry_over_year ON carry_over (from_year, case_id);
CREATE TRIGGER carry_over_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON carry_over
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
COMMENT ON COLUMN carry_over.years IS 'in how many years the case has been counted, the new one included';

CREATE TABLE accountability_alert (
    case_id    bigint NOT NULL,
    years      smallint NOT NULL,
    raised_at  timestamptz NOT NULL,
    handling   text,
    handled_at timestamptz,
    handled_by bigint REFERENCES account,
    PRIMARY KEY (case_id, years),
    FOREIGN KEY (case_id, years) REFERENCES carry_over,
    CONSTRAINT alert_handled_by_somebody CHECK (
        (handling IS NULL) = (handled_at IS NULL) AND (handling IS NULL) = (handled_by IS NULL))
);
COMMENT ON TABLE accountability_alert IS 'years without change that call for accountability, once for each count of years';
