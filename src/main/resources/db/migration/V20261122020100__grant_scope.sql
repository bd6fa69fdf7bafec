ALTER TABLE access_grant ADD COLUMN ancestors integer[];
UPDATE access_grant g SET ancestors = u.ancestors FROM org_unit u WHERE u.id = g.org_unit_id;
ALTER TABLE access_grant
    ALTER COLUMN ancestors SET NOT NULL,
    ADD COLUMN a1 integer GENERATED ALWAYS AS (ancestors[2]) STORED,
    ADD COLUMN a2 integer GENERATED ALWAYS AS (ancestors[3]) STORED,
    ADD COLUMN a3 integer GENERATED ALWAYS AS (ancestors[4]) STORED,
    ADD COLUMN a4 integer GENERATED ALWAYS AS (ancestors[5]) STORED,
    ADD COLUMN a5 integer GENERATED ALWAYS AS (ancestors[6]) STORED;
CREATE INDEX access_grant_a1 ON access_grant (a1, id);
CREATE INDEX access_grant_a2 ON access_grant (a2, id);
CREATE INDEX access_grant_a3 ON access_grant (a3, id);
CREATE INDEX access_grant_a4 ON access_grant (a4, id);
CREATE INDEX access_grant_a5 ON access_grant (a5, id);

CREATE FUNCTION place_grant() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    SELECT ancestors INTO NEW.ancestors FROM org_unit WHERE id = NEW.org_unit_id;
    RETURN NEW;
END $$;
CREATE TRIGGER access_grant_place BEFORE INSERT ON access_grant FOR EACH ROW EXECUTE FUNCTION place_grant();

CREATE FUNCTION follow_unit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE access_grant SET ancestors = NEW.ancestors WHERE org_unit_id = NEW.id;
    UPDATE round SET ancestors = NEW.ancestors WHERE unit_id = NEW.id;
    RETURN NULL;
END $$;
CREATE TRIGGER org_unit_followers AFTER UPDATE OF ancestors ON org_unit FOR EACH ROW
    WHEN (old.ancestors IS DISTINCT FROM new.ancestors) EXECUTE FUNCTION follow_unit();

CREATE EXTENSION IF NOT EXISTS btree_gist;
ALTER TABLE access_grant ADD CONSTRAINT administrators_apart EXCLUDE USING gist (
    account_id WITH =,
    (CASE role WHEN 'SYSADMIN' THEN 1 WHEN 'AUDITOR' THEN 2 ELSE 3 END) WITH <>,
    tstzrange(valid_from, valid_to) WITH &&
) WHERE (revoked_at IS NULL);
COMMENT ON CONSTRAINT administrators_apart ON access_grant IS
    'system administration, audit and business never meet in one account';
