CREATE TABLE audit_entry (
    id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at             timestamptz NOT NULL,
    account_id     bigint REFERENCES account,
    actor          text NOT NULL,
    role           text,
    unit_id        integer NOT NULL REFERENCES org_unit,
    ancestors      integer[] NOT NULL,
    action         text NOT NULL,
    entity         text NOT NULL,
    entity_id      text NOT NULL,
    reason         text,
    trace_id       text NOT NULL,
    client_address text,
    before         jsonb,
    after          jsonb,
    a1             integer GENERATED ALWAYS AS (ancestors[2]) STORED,
    a2             integer GENERATED ALWAYS AS (ancestors[3]) STORED,
    a3             integer GENERATED ALWAYS AS (ancestors[4]) STORED,
    a4             integer GENERATED ALWAYS AS (ancestors[5]) STORED,
    a5             integer GENERATED ALWAYS AS (ancestors[6]) STORED
);
CREATE INDEX audit_entry_a1 ON audit_entry (a1, id);
CREATE INDEX audit_entry_a2 ON audit_entry (a2, id);
CREATE INDEX audit_entry_a3 ON audit_entry (a3, id);
CREATE INDEX audit_entry_a4 ON audit_entry (a4, id);
CREATE INDEX audit_entry_a5 ON audit_entry (a5, id);
CREATE INDEX audit_entry_entity ON audit_entry (entity, entity_id, id);

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER audit_entry_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entry
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
