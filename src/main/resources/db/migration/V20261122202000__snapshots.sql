-- Figures frozen for a unit and a period; a correction is one more revision, nothing is ever changed.

CREATE TABLE statistics_snapshot (
    id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind      text NOT NULL CHECK (kind IN ('ANNUAL_FORM', 'MONTHLY_SHEET')),
    unit_id   integer NOT NULL REFERENCES org_unit,
    ancestors integer[] NOT NULL,
    period    text NOT NULL CHECK (period ~ '^\d{4}(-(0[1-9]|1[0-2]))?$'),
    title     text NOT NULL,
    a1        integer GENERATED ALWAYS AS (ancestors[2]) STORED,
    a2        integer GENERATED ALWAYS AS (ancestors[3]) STORED,
    a3        integer GENERATED ALWAYS AS (ancestors[4]) STORED,
    a4        integer GENERATED ALWAYS AS (ancestors[5]) STORED,
    a5        integer GENERATED ALWAYS AS (ancestors[6]) STORED,
    CONSTRAINT one_snapshot_per_period UNIQUE (unit_id, kind, period),
    CONSTRAINT snapshot_period_of_kind CHECK ((kind = 'ANNUAL_FORM') = (length(period) = 4))
);
COMMENT ON COLUMN statistics_snapshot.period IS 'a year, or a month as yyyy-mm';
CREATE INDEX statistics_snapshot_a1 ON statistics_snapshot (a1, id);
CREATE INDEX statistics_snapshot_a2 ON statistics_snapshot (a2, id);
CREATE INDEX statistics_snapshot_a3 ON statistics_snapshot (a3, id);
CREATE INDEX statistics_snapshot_a4 ON statistics_snapshot (a4, id);
CREATE INDEX statistics_snapshot_a5 ON statistics_snapshot (a5, id);

CREATE TABLE statistics_snapshot_revision (
    snapshot_id bigint NOT NULL REFERENCES statistics_snapshot,
    revision    integer NOT NULL CHECK (revision > 0),
    former      integer GENERATED ALWAYS AS (nullif(revision - 1, 0)) STORED,
    reason      text,
    content     text NOT NULL,
    hash        text NOT NULL,
    data_as_of  timestamptz NOT NULL,
    computed_at timestamptz NOT NULL,
    frozen_at   timestamptz NOT NULL,
    frozen_by   bigint NOT NULL REFERENCES account,
    PRIMARY KEY (snapshot_id, revision),
    FOREIGN KEY (snapshot_id, former) REFERENCES statistics_snapshot_revision,
    CONSTRAINT snapshot_correction_has_a_reason CHECK ((revision = 1) = (reason IS NULL)),
    CONSTRAINT snapshot_hash CHECK (hash = encode(sha256(convert_to(content, 'UTF8')), 'hex'))
);
COMMENT ON COLUMN statistics_snapshot_revision.content IS 'the table with its labels, as JSON text';

-- only the place follows a moved unit
CREATE TRIGGER statistics_snapshot_fixed BEFORE UPDATE OF id, kind, unit_id, period, title ON statistics_snapshot
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER statistics_snapshot_kept BEFORE DELETE OR TRUNCATE ON statistics_snapshot
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER statistics_snapshot_revision_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON statistics_snapshot_revision
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
