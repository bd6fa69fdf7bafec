-- History by validity intervals (ADR 12): CALL keep_history('t') gives t a valid_from, t_history with the closed intervals,
-- and the view t_version over both. Call it again in each migration that adds a column to t.

CREATE FUNCTION change_instant() RETURNS timestamptz LANGUAGE plpgsql AS $$
DECLARE
    instant text := current_setting('zhengdun.change_instant', true);
BEGIN
    IF coalesce(instant, '') = '' THEN
        instant := clock_timestamp()::text;
        PERFORM set_config('zhengdun.change_instant', instant, true);
    END IF;
    RETURN instant::timestamptz;
END $$;
COMMENT ON FUNCTION change_instant() IS
    'one instant for all changes of a transaction, taken at the first of them, when the case is locked: the intervals of a case follow the order of its versions';

CREATE PROCEDURE add_history_table(the_table text) LANGUAGE plpgsql AS $$
DECLARE
    history text := the_table || '_history';
    keys    text;
BEGIN
    EXECUTE format('ALTER TABLE %I ADD COLUMN valid_from timestamptz NOT NULL DEFAULT now()', the_table);
    EXECUTE format('ALTER TABLE %I ALTER COLUMN valid_from SET DEFAULT change_instant()', the_table);
    EXECUTE format('CREATE TABLE %I (LIKE %I)', history, the_table);
    EXECUTE format('ALTER TABLE %I ADD COLUMN valid_to timestamptz NOT NULL CHECK (valid_from < valid_to)', history);
    SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY k.place) INTO keys
    FROM pg_index i CROSS JOIN unnest(i.indkey::int2[]) WITH ORDINALITY k(number, place)
    JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.number
    WHERE i.indrelid = the_table::regclass AND i.indisprimary;
    EXECUTE format('ALTER TABLE %I ADD PRIMARY KEY (%s, valid_from)', history, keys);
    IF EXISTS (SELECT FROM pg_attribute WHERE attrelid = the_table::regclass AND attname = 'case_id') THEN
        EXECUTE format('CREATE INDEX ON %I (case_id)', history);
    END IF;
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE OR TRUNCATE ON %I
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', history || '_append_only', history);
END $$;

CREATE PROCEDURE keep_history(the_table text) LANGUAGE plpgsql AS $$
DECLARE
    history text := the_table || '_history';
    added   record;
    names   text;
    olds    text;
BEGIN
    IF to_regclass(history) IS NULL THEN
        CALL add_history_table(the_table);
    END IF;
    FOR added IN
        SELECT a.attname AS name, format_type(a.atttypid, a.atttypmod) AS type FROM pg_attribute a
        WHERE a.attrelid = the_table::regclass AND a.attnum > 0 AND NOT a.attisdropped AND NOT EXISTS (
            SELECT FROM pg_attribute h
            WHERE h.attrelid = history::regclass AND h.attname = a.attname AND NOT h.attisdropped)
    LOOP
        EXECUTE format('ALTER TABLE %I ADD COLUMN %I %s', history, added.name, added.type);
    END LOOP;
    SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum), string_agg('OLD.' || quote_ident(attname), ', ' ORDER BY attnum)
    INTO names, olds
    FROM pg_attribute WHERE attrelid = the_table::regclass AND attnum > 0 AND NOT attisdropped;
    EXECUTE format($function$
        CREATE OR REPLACE FUNCTION %I() RETURNS trigger LANGUAGE plpgsql AS $body$
        DECLARE
            instant timestamptz := change_instant();
        BEGIN
            IF OLD.valid_from <> instant THEN
                instant := greatest(instant, OLD.valid_from + interval '1 microsecond');
                INSERT INTO %I (%s, valid_to) VALUES (%s, instant);
            END IF;
            IF TG_OP = 'DELETE' THEN
                RETURN OLD;
            END IF;
            NEW.valid_from := instant;
            RETURN NEW;
        END $body$
        $function$, 'keep_' || the_table || '_version', history, names, olds);
    EXECUTE format('CREATE OR REPLACE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION %I()',
        'keep_version', the_table, 'keep_' || the_table || '_version');
    EXECUTE format('CREATE OR REPLACE VIEW %I AS
        SELECT ''infinity''::timestamptz AS valid_to, %s FROM %I UNION ALL SELECT valid_to, %s FROM %I',
        the_table || '_version', names, the_table, names, history);
END $$;

CALL keep_history('rectification_case');
CALL keep_history('problem');
CALL keep_history('measure');
CALL keep_history('responsibility');
CALL keep_history('evidence_note');

CREATE TABLE approved_plan (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    case_id     bigint NOT NULL REFERENCES rectification_case,
    hash        text NOT NULL,
    plan        text NOT NULL,
    approved_at timestamptz NOT NULL,
    approved_by bigint NOT NULL REFERENCES account,
    CONSTRAINT approved_plan_hash CHECK (hash = encode(sha256(convert_to(plan, 'UTF8')), 'hex'))
);
CREATE INDEX approved_plan_case ON approved_plan (case_id, id);
CREATE TRIGGER approved_plan_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON approved_plan
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
COMMENT ON TABLE approved_plan IS 'the text of each plan that was approved; what has changed since is found by comparing with it';
