CREATE TABLE screening (
    id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    round_id       bigint NOT NULL REFERENCES round,
    branch_id      integer NOT NULL REFERENCES org_unit,
    version        integer NOT NULL CHECK (version > 0),
    ancestors      integer[] NOT NULL,
    method         text NOT NULL CHECK (method IN ('VISIT', 'INTERVIEW', 'RECORD_CHECK', 'DATA_COMPARISON',
                                                   'PETITION_DATA', 'SELF_REPORT', 'OTHER')),
    result         text NOT NULL CHECK (result IN ('NORMAL', 'WATCH', 'WEAK')),
    findings       text,
    evidence       text,
    screened_on    date NOT NULL,
    outside_window boolean NOT NULL,
    reason         text,
    recorded_by    bigint NOT NULL REFERENCES account,
    recorded_at    timestamptz NOT NULL,
    superseded_at  timestamptz,
    a1             integer GENERATED ALWAYS AS (ancestors[2]) STORED,
    a2             integer GENERATED ALWAYS AS (ancestors[3]) STORED,
    a3             integer GENERATED ALWAYS AS (ancestors[4]) STORED,
    a4             integer GENERATED ALWAYS AS (ancestors[5]) STORED,
    a5             integer GENERATED ALWAYS AS (ancestors[6]) STORED,
    CONSTRAINT screening_version_unique UNIQUE (round_id, branch_id, version),
    CONSTRAINT screening_has_findings CHECK (result = 'NORMAL' OR findings IS NOT NULL)
);
COMMENT ON TABLE screening IS 'versions of the screening record of a branch in a round; a correction supersedes the one before';
CREATE UNIQUE INDEX one_current_screening_per_branch ON screening (round_id, branch_id) WHERE superseded_at IS NULL;
CREATE INDEX screening_round ON screening (round_id, id) WHERE superseded_at IS NULL;
CREATE INDEX screening_branch ON screening (branch_id);
CREATE INDEX screening_a1 ON screening (a1, round_id, id) WHERE superseded_at IS NULL;
CREATE INDEX screening_a2 ON screening (a2, round_id, id) WHERE superseded_at IS NULL;
CREATE INDEX screening_a3 ON screening (a3, round_id, id) WHERE superseded_at IS NULL;
CREATE INDEX screening_a4 ON screening (a4, round_id, id) WHERE superseded_at IS NULL;
CREATE INDEX screening_a5 ON screening (a5, round_id, id) WHERE superseded_at IS NULL;

CREATE FUNCTION keep_screening() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' OR OLD.superseded_at IS NOT NULL AND NEW.superseded_at IS DISTINCT FROM OLD.superseded_at
        OR (NEW.round_id, NEW.branch_id, NEW.version, NEW.method, NEW.result, NEW.findings, NEW.evidence, NEW.screened_on,
            NEW.outside_window, NEW.reason, NEW.recorded_by, NEW.recorded_at)
        IS DISTINCT FROM (OLD.round_id, OLD.branch_id, OLD.version, OLD.method, OLD.result, OLD.findings, OLD.evidence,
            OLD.screened_on, OLD.outside_window, OLD.reason, OLD.recorded_by, OLD.recorded_at) THEN
        RAISE EXCEPTION 'screening records are corrected by a new version' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER screening_kept BEFORE UPDATE OR DELETE ON screening FOR EACH ROW EXECUTE FUNCTION keep_screening();

CREATE FUNCTION screenings_follow_unit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE screening SET ancestors = NEW.ancestors WHERE branch_id = NEW.id;
    RETURN NULL;
END $$;
CREATE TRIGGER org_unit_screenings AFTER UPDATE OF ancestors ON org_unit FOR EACH ROW
    WHEN (old.ancestors IS DISTINCT FROM new.ancestors) EXECUTE FUNCTION screenings_follow_unit();
