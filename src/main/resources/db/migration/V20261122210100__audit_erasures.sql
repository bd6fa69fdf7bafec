-- Personal text of audit rows can be erased by two people; hash and commitment stay, so the chain stays whole (docs/audit.md).

CREATE TABLE audit_erasure (
    id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    entry_id        bigint NOT NULL REFERENCES audit_entry,
    ancestors       integer[] NOT NULL,
    fields          text[] NOT NULL CHECK (cardinality(fields) > 0
                        AND fields <@ ARRAY['ACTOR', 'REASON', 'CLIENT_ADDRESS', 'BEFORE', 'AFTER']),
    reason          text NOT NULL,
    state           text NOT NULL CHECK (state IN ('PENDING', 'APPROVED', 'REFUSED')),
    requested_by    bigint NOT NULL REFERENCES account,
    requester       text NOT NULL,
    requested_at    timestamptz NOT NULL,
    decided_by      bigint REFERENCES account,
    decider         text,
    decided_at      timestamptz,
    decision_reason text,
    a1              integer GENERATED ALWAYS AS (ancestors[2]) STORED,
    a2              integer GENERATED ALWAYS AS (ancestors[3]) STORED,
    a3              integer GENERATED ALWAYS AS (ancestors[4]) STORED,
    a4              integer GENERATED ALWAYS AS (ancestors[5]) STORED,
    a5              integer GENERATED ALWAYS AS (ancestors[6]) STORED,
    CONSTRAINT requester_is_not_approver CHECK (decided_by <> requested_by),
    CHECK ((state = 'PENDING') = (decided_by IS NULL) AND (decided_by IS NULL) = (decided_at IS NULL))
);
CREATE UNIQUE INDEX one_pending_erasure ON audit_erasure (entry_id) WHERE state = 'PENDING';
CREATE INDEX audit_erasure_a1 ON audit_erasure (a1, id);
CREATE INDEX audit_erasure_a2 ON audit_erasure (a2, id);
CREATE INDEX audit_erasure_a3 ON audit_erasure (a3, id);
CREATE INDEX audit_erasure_a4 ON audit_erasure (a4, id);
CREATE INDEX audit_erasure_a5 ON audit_erasure (a5, id);
INSERT INTO unmoved_place VALUES ('audit_erasure', 'stays where its audit entry stays');

CREATE FUNCTION refuse_change_of_decided_erasure() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.state <> 'PENDING' OR (NEW.entry_id, NEW.fields, NEW.requested_by) IS DISTINCT FROM
                                 (OLD.entry_id, OLD.fields, OLD.requested_by) THEN
        RAISE EXCEPTION 'an erasure is decided once and never changed' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER audit_erasure_decided_once BEFORE UPDATE ON audit_erasure
    FOR EACH ROW EXECUTE FUNCTION refuse_change_of_decided_erasure();
CREATE TRIGGER audit_erasure_kept BEFORE DELETE OR TRUNCATE ON audit_erasure
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE FUNCTION erased_audit_fields(entry bigint) RETURNS text[] LANGUAGE sql STABLE AS $$
    SELECT COALESCE(array_agg(f), '{}') FROM audit_erasure e, unnest(e.fields) f
    WHERE e.entry_id = entry AND e.state = 'APPROVED'
$$;

-- Only what two people agreed on may go, and only go: every other change of a row or leaf is refused to everybody.

CREATE FUNCTION refuse_all_but_erasure() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    kept text[] := ARRAY['actor', 'reason', 'client_address', 'before', 'after', 'a1', 'a2', 'a3', 'a4', 'a5'];
    erased text[] := erased_audit_fields(OLD.id);
BEGIN
    IF to_jsonb(NEW) - kept IS DISTINCT FROM to_jsonb(OLD) - kept
            OR NEW.actor <> OLD.actor AND NOT (NEW.actor = '*' AND 'ACTOR' = ANY (erased))
            OR NEW.reason IS DISTINCT FROM OLD.reason AND NOT (NEW.reason IS NULL AND 'REASON' = ANY (erased))
            OR NEW.client_address IS DISTINCT FROM OLD.client_address
                AND NOT (NEW.client_address IS NULL AND 'CLIENT_ADDRESS' = ANY (erased))
            OR NEW.before IS DISTINCT FROM OLD.before AND NOT (NEW.before IS NULL AND 'BEFORE' = ANY (erased))
            OR NEW.after IS DISTINCT FROM OLD.after AND NOT (NEW.after IS NULL AND 'AFTER' = ANY (erased)) THEN
        RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
DROP TRIGGER audit_entry_append_only ON audit_entry;
CREATE TRIGGER audit_entry_append_only BEFORE DELETE OR TRUNCATE ON audit_entry
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_entry_erased_only BEFORE UPDATE ON audit_entry
    FOR EACH ROW EXECUTE FUNCTION refuse_all_but_erasure();

CREATE FUNCTION refuse_all_but_lost_salts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (NEW.entry_id, NEW.chain, NEW.number, NEW.leaf, NEW.commitments) IS DISTINCT FROM
       (OLD.entry_id, OLD.chain, OLD.number, OLD.leaf, OLD.commitments)
            OR cardinality(erased_audit_fields(OLD.entry_id)) = 0 THEN
        RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER audit_leaf_append_only BEFORE DELETE OR TRUNCATE ON audit_leaf
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_leaf_erased_only BEFORE UPDATE ON audit_leaf
    FOR EACH ROW EXECUTE FUNCTION refuse_all_but_lost_salts();

-- The service may not update either table; it erases through this function, with the rights of the owner.

CREATE FUNCTION erase_audit_texts(entry bigint) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    erased text[] := erased_audit_fields(entry);
    names  text[] := ARRAY['ACTOR', 'REASON', 'CLIENT_ADDRESS', 'BEFORE', 'AFTER'];
    zeros  bytea := decode(repeat('00', 16), 'hex');
BEGIN
    UPDATE audit_entry e
    SET actor = CASE WHEN 'ACTOR' = ANY (erased) THEN '*' ELSE e.actor END,
        reason = CASE WHEN 'REASON' = ANY (erased) THEN NULL ELSE e.reason END,
        client_address = CASE WHEN 'CLIENT_ADDRESS' = ANY (erased) THEN NULL ELSE e.client_address END,
        before = CASE WHEN 'BEFORE' = ANY (erased) THEN NULL ELSE e.before END,
        after = CASE WHEN 'AFTER' = ANY (erased) THEN NULL ELSE e.after END
    WHERE e.id = entry;
    FOR i IN 1 .. 5 LOOP
        IF names[i] = ANY (erased) THEN
            UPDATE audit_leaf l SET salts = overlay(l.salts PLACING zeros FROM 16 * (i - 1) + 1 FOR 16)
            WHERE l.entry_id = entry;
        END IF;
    END LOOP;
END $$;
REVOKE ALL ON FUNCTION erase_audit_texts(bigint) FROM PUBLIC;
