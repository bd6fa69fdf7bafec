-- Rows that stand at a unit carry its path in a column "ancestors integer[]". When the unit moves, all of them follow.

CREATE TABLE unmoved_place (
    table_name text PRIMARY KEY,
    reason     text NOT NULL CHECK (reason <> '')
);
COMMENT ON TABLE unmoved_place IS 'tables whose ancestors stay when a unit moves; every other table is restamped';
INSERT INTO unmoved_place VALUES
    ('org_unit', 'moved by move_unit itself'),
    ('org_unit_history', 'the place of a past day'),
    ('audit_entry', 'append-only: an entry stays where the act happened');

CREATE VIEW placed_table AS
SELECT c.oid::regclass AS name, c.relname::text AS table_name,
       EXISTS (SELECT FROM pg_attribute l WHERE l.attrelid = c.oid AND l.attname = 'a5' AND NOT l.attisdropped) AS leveled,
       EXISTS (SELECT FROM pg_attribute p WHERE p.attrelid = c.oid AND p.attname = 'case_id' AND NOT p.attisdropped) AS of_case
FROM pg_class c
JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'ancestors' AND a.atttypid = 'integer[]'::regtype
    AND NOT a.attisdropped
WHERE c.relnamespace = (SELECT relnamespace FROM pg_class WHERE oid = 'org_unit'::regclass)
    AND c.relkind IN ('r', 'p') AND NOT c.relispartition
    AND NOT EXISTS (SELECT FROM unmoved_place s WHERE s.table_name = c.relname);

-- A path that was read before a move must not be written after it: the writer is told to try again with what is now true.

CREATE FUNCTION require_current_place() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    current_path integer[];
BEGIN
    SELECT ancestors INTO current_path FROM org_unit
    WHERE id = NEW.ancestors[cardinality(NEW.ancestors)] FOR SHARE;
    IF current_path <> NEW.ancestors THEN
        RAISE EXCEPTION '%: the unit of % is now at %', TG_TABLE_NAME, NEW.ancestors, current_path
            USING ERRCODE = 'serialization_failure';
    END IF;
    RETURN NEW;
END $$;

-- many rows at once come from an import, whose table may have grown since the plan was made: always by index
CREATE FUNCTION require_parent_place() RETURNS trigger LANGUAGE plpgsql SET enable_seqscan = off AS $$
DECLARE
    parents integer[] := ARRAY(SELECT DISTINCT parent_id FROM added WHERE parent_id IS NOT NULL);
BEGIN
    PERFORM FROM org_unit WHERE id = ANY (parents) ORDER BY id FOR SHARE;
    IF EXISTS (SELECT FROM added a WHERE a.ancestors <> (
            SELECT CASE WHEN p.closed_on IS NULL OR a.closed_on IS NOT NULL THEN p.ancestors || a.id ELSE '{}' END
            FROM org_unit p WHERE p.id = a.parent_id)) THEN
        RAISE EXCEPTION 'the parent of a new unit was moved or closed' USING ERRCODE = 'serialization_failure';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER org_unit_parent_place AFTER INSERT ON org_unit REFERENCING NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION require_parent_place();

CREATE FUNCTION require_open_branch() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    closed date;
BEGIN
    SELECT closed_on INTO closed FROM org_unit WHERE id = NEW.branch_id FOR SHARE;
    IF closed <= civil_today() AND NEW.state NOT IN ('REJECTED', 'CLOSED', 'CANCELLED') THEN
        RAISE EXCEPTION 'branch % is closed since %', NEW.branch_id, closed USING ERRCODE = 'serialization_failure';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER case_of_an_open_branch BEFORE INSERT ON rectification_case
    FOR EACH ROW EXECUTE FUNCTION require_open_branch();

-- run after every migration, so that tables of later ones are guarded too
CREATE FUNCTION guard_places() RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    placed record;
BEGIN
    FOR placed IN SELECT p.name FROM placed_table p WHERE NOT EXISTS (
        SELECT FROM pg_trigger t WHERE t.tgrelid = p.name AND t.tgname = 'place_is_current_on_insert')
    LOOP
        EXECUTE format('CREATE TRIGGER place_is_current_on_insert BEFORE INSERT ON %s
            FOR EACH ROW EXECUTE FUNCTION require_current_place()', placed.name);
        EXECUTE format('CREATE TRIGGER place_is_current_on_update BEFORE UPDATE ON %s
            FOR EACH ROW WHEN (OLD.ancestors IS DISTINCT FROM NEW.ancestors
                AND current_setting(''zhengdun.moving'', true) IS DISTINCT FROM ''on'')
            EXECUTE FUNCTION require_current_place()', placed.name);
    END LOOP;
END $$;

-- Locks in the order in which writers take them: cases, whose parts no other writer then takes; then units, leaves first.
-- Rows that it moves itself need no guard. Returns the new version of the moved unit.
CREATE FUNCTION move_unit(moved integer, target integer) RETURNS integer LANGUAGE plpgsql AS $$
DECLARE
    old_path integer[];
    new_path integer[];
    depth integer;
    by_level text;
    below text;
    placed record;
    new_version integer;
BEGIN
    SELECT ancestors INTO STRICT old_path FROM org_unit WHERE id = moved;
    depth := cardinality(old_path);
    below := format('t.ancestors[%s] = %s', depth, moved);
    by_level := CASE WHEN depth <= 6 THEN format('t.a%s = %s', depth - 1, moved)
                     ELSE format('t.a5 = %s AND %s', old_path[6], below) END;
    FOR placed IN SELECT * FROM placed_table WHERE NOT of_case ORDER BY table_name LOOP
        EXECUTE format('SELECT FROM %s t WHERE %s FOR NO KEY UPDATE', placed.name,
                       CASE WHEN placed.leveled THEN by_level ELSE below END);
    END LOOP;
    EXECUTE format('SELECT FROM org_unit t WHERE %s ORDER BY t.level DESC, t.id FOR NO KEY UPDATE', by_level);
    SELECT ancestors || moved INTO STRICT new_path FROM org_unit WHERE id = target FOR SHARE;
    IF moved = ANY (new_path[:cardinality(new_path) - 1]) THEN
        RAISE EXCEPTION 'unit % cannot stand below itself', moved USING ERRCODE = 'check_violation';
    END IF;
    EXECUTE format('UPDATE org_unit t SET ancestors = $1 || t.ancestors[$2:], version = t.version + 1,
        parent_id = CASE WHEN t.id = $3 THEN $4 ELSE t.parent_id END WHERE %s', by_level)
        USING new_path, depth + 1, moved, target;
    PERFORM set_config('zhengdun.moving', 'on', true);
    FOR placed IN SELECT * FROM placed_table ORDER BY of_case, table_name LOOP
        EXECUTE format('UPDATE %s t SET ancestors = $1 || t.ancestors[$2:] WHERE %s', placed.name,
                       CASE WHEN placed.leveled THEN by_level ELSE below END) USING new_path, depth + 1;
    END LOOP;
    PERFORM set_config('zhengdun.moving', 'off', true);
    SELECT version INTO STRICT new_version FROM org_unit WHERE id = moved;
    RETURN new_version;
END $$;

DROP TRIGGER org_unit_followers ON org_unit;
DROP FUNCTION follow_unit();

-- the parts of a case that stand where the case stood follow it to another unit
CREATE FUNCTION move_case_parts(moved_case bigint, old_path integer[], new_path integer[]) RETURNS void
    LANGUAGE plpgsql AS $$
DECLARE
    placed record;
BEGIN
    FOR placed IN SELECT * FROM placed_table WHERE of_case ORDER BY table_name LOOP
        EXECUTE format('UPDATE %s t SET ancestors = $1 WHERE t.case_id = $2 AND t.ancestors = $3', placed.name)
            USING new_path, moved_case, old_path;
    END LOOP;
END $$;

DO $$ BEGIN PERFORM guard_places(); END $$;
