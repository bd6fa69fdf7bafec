-- tables made by any migration stand at units that may move
DO $$ BEGIN PERFORM guard_places(); END $$;

-- The account of the service, when it is not the one that migrates: it reads and writes rows, owns nothing, and whatever a
-- trigger refuses to everybody it has no right to try in the first place (docs/deployment.md).
DO $$
DECLARE
    service text := '${service}';
    here    text := current_schema();
    guarded record;
BEGIN
    IF service = current_user OR NOT EXISTS (SELECT FROM pg_roles WHERE rolname = service) THEN
        RETURN;
    END IF;
    EXECUTE format('GRANT USAGE ON SCHEMA %I TO %I', here, service);
    EXECUTE format('GRANT TEMPORARY ON DATABASE %I TO %I', current_database(), service);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA %I TO %I', here, service);
    EXECUTE format('GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA %I TO %I', here, service);
    EXECUTE format('REVOKE INSERT, UPDATE, DELETE ON flyway_schema_history FROM %I', service);
    EXECUTE format('GRANT EXECUTE ON FUNCTION erase_audit_texts(bigint) TO %I', service);
    IF current_setting('server_version_num')::integer >= 170000 THEN
        EXECUTE format('GRANT MAINTAIN ON org_unit TO %I', service);
    END IF;
    FOR guarded IN
        SELECT t.tgrelid::regclass AS name, p.proname, bit_or(t.tgtype) AS events
        FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid
        WHERE p.proname IN ('refuse_change', 'refuse_all_but_erasure', 'refuse_all_but_lost_salts')
            AND t.tgattr::text = '' AND t.tgqual IS NULL
        GROUP BY t.tgrelid, p.proname
    LOOP
        IF guarded.events & 8 > 0 THEN
            EXECUTE format('REVOKE DELETE ON %s FROM %I', guarded.name, service);
        END IF;
        IF guarded.events & 16 > 0 THEN
            EXECUTE format('REVOKE UPDATE ON %s FROM %I', guarded.name, service);
        END IF;
    END LOOP;
END $$;
