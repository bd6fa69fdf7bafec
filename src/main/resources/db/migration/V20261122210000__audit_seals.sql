-- Seals over the audit trail: rows of a province form one chain, rows of the nation another (docs/audit.md).

CREATE TABLE audit_seal (
    chain     integer NOT NULL REFERENCES org_unit,
    number    integer NOT NULL CHECK (number > 0),
    algorithm smallint NOT NULL CHECK (algorithm = 1),
    row_count integer NOT NULL CHECK (row_count > 0),
    first_id  bigint NOT NULL,
    last_id   bigint NOT NULL CHECK (last_id >= first_id),
    rows_hash bytea NOT NULL CHECK (length(rows_hash) = 32),
    previous  bytea NOT NULL CHECK (length(previous) = 32),
    rows_till timestamptz NOT NULL,
    sealed_at timestamptz NOT NULL CHECK (sealed_at >= rows_till),
    hash      bytea NOT NULL CHECK (length(hash) = 32),
    PRIMARY KEY (chain, number)
);
COMMENT ON COLUMN audit_seal.rows_till IS 'no later row of the chain may be older than this by more than the grace of the algorithm';
CREATE TRIGGER audit_seal_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_seal
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- No foreign key to audit_entry: checking it would write to every sealed row, and verification finds more than it would.
CREATE TABLE audit_leaf (
    entry_id    bigint PRIMARY KEY,
    chain       integer NOT NULL,
    number      integer NOT NULL,
    leaf        bytea NOT NULL CHECK (length(leaf) = 32),
    salts       bytea NOT NULL CHECK (length(salts) = 80),
    commitments bytea NOT NULL CHECK (length(commitments) = 160)
);
CREATE INDEX audit_leaf_seal ON audit_leaf (chain, number, entry_id);
COMMENT ON TABLE audit_leaf IS 'five salts and commitments each: actor, reason, client_address, before, after; a salt of zeros is erased, a commitment of zeros stands for no text';

CREATE TABLE audit_chain (
    chain     integer PRIMARY KEY REFERENCES org_unit,
    number    integer NOT NULL,
    hash      bytea NOT NULL CHECK (length(hash) = 32),
    rows_till timestamptz NOT NULL,
    sealed_at timestamptz NOT NULL
);
COMMENT ON TABLE audit_chain IS 'the last seal of each chain, so that its deletion is seen';
CREATE FUNCTION only_to_next_seal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.chain <> OLD.chain OR NEW.number <> OLD.number + 1 THEN
        RAISE EXCEPTION 'a chain grows by one seal' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER audit_chain_grows BEFORE UPDATE ON audit_chain FOR EACH ROW EXECUTE FUNCTION only_to_next_seal();
CREATE TRIGGER audit_chain_kept BEFORE DELETE OR TRUNCATE ON audit_chain
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TABLE audit_horizon (
    one      boolean PRIMARY KEY DEFAULT true CHECK (one),
    low      bigint NOT NULL,
    next_low bigint NOT NULL,
    next_xid xid8 NOT NULL,
    next_at  timestamptz NOT NULL
);
COMMENT ON TABLE audit_horizon IS 'up to the id low everything is sealed; next_low becomes low once no transaction before next_xid runs any more';
INSERT INTO audit_horizon (low, next_low, next_xid, next_at)
SELECT 0, COALESCE(max(id), 0), pg_snapshot_xmax(pg_current_snapshot()), now() FROM audit_entry;
