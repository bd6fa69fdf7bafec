CREATE TABLE upload (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    account_id bigint NOT NULL REFERENCES account,
    created_at timestamptz NOT NULL
);
CREATE INDEX upload_created ON upload (created_at);

CREATE UNLOGGED TABLE import_row (
    upload_id   bigint NOT NULL,
    row         integer NOT NULL,
    code        text COLLATE "C",
    parent_code text COLLATE "C",
    kind        text,
    name        text,
    branch_kind text
);
CREATE INDEX import_row_upload ON import_row (upload_id);
COMMENT ON TABLE import_row IS 'uploaded rows until their job has ended; lost after a crash of the server, then the job fails';

CREATE TABLE job (
    id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind           text NOT NULL CHECK (kind IN ('ORG_IMPORT')),
    state          text NOT NULL CHECK (state IN ('QUEUED', 'SUCCEEDED', 'FAILED')),
    dry_run        boolean NOT NULL,
    upload_id      bigint NOT NULL,
    rows           integer NOT NULL,
    account_id     bigint NOT NULL REFERENCES account,
    actor          text NOT NULL,
    role           text NOT NULL,
    unit_id        integer NOT NULL REFERENCES org_unit,
    ancestors      integer[] NOT NULL,
    scope_roots    integer[] NOT NULL,
    trace_id       text NOT NULL,
    client_address text,
    created_at     timestamptz NOT NULL,
    finished_at    timestamptz,
    created        integer,
    updated        integer,
    unchanged      integer,
    error_count    integer NOT NULL DEFAULT 0
);
CREATE INDEX job_queued ON job (id) WHERE state = 'QUEUED';
COMMENT ON TABLE job IS 'a running job is a queued one whose row is locked by the transaction of its work';

CREATE TABLE job_progress (
    job_id     bigint PRIMARY KEY REFERENCES job ON DELETE CASCADE,
    attempt    integer NOT NULL,
    started_at timestamptz NOT NULL,
    phase      text NOT NULL,
    done       integer NOT NULL,
    total      integer NOT NULL
);

CREATE TABLE job_error (
    job_id    bigint NOT NULL REFERENCES job ON DELETE CASCADE,
    row       integer NOT NULL,
    field     text NOT NULL,
    code      text NOT NULL,
    arguments text[] NOT NULL
);
CREATE INDEX job_error_row ON job_error (job_id, row);

CREATE INDEX org_unit_kind ON org_unit (kind, code) WHERE kind <> 'BRANCH';
CREATE INDEX org_unit_a1_kind ON org_unit (a1, kind, code) WHERE kind <> 'BRANCH';
CREATE INDEX org_unit_a2_kind ON org_unit (a2, kind, code) WHERE kind <> 'BRANCH';
