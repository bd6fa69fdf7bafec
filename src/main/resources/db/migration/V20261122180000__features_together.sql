-- What the features of this version need of each other.

CALL keep_history('deadline');
CALL keep_history('rectification_case');
CALL keep_history('problem');
CALL keep_history('measure');

DO $$
DECLARE
    history text;
BEGIN
    FOR history IN SELECT table_name FROM placed_table WHERE table_name LIKE '%\_history' LOOP
        INSERT INTO unmoved_place VALUES (history, 'the place of a past moment');
        EXECUTE format('DROP TRIGGER IF EXISTS place_is_current_on_insert ON %I', history);
        EXECUTE format('DROP TRIGGER IF EXISTS place_is_current_on_update ON %I', history);
    END LOOP;
END $$;

-- rows that stand at a unit follow it by move_unit alone, parts of a case that goes elsewhere by move_case_parts
DROP TRIGGER org_unit_screenings ON org_unit;
DROP FUNCTION screenings_follow_unit();
DROP TRIGGER case_opinions ON rectification_case;
DROP FUNCTION opinions_follow_case();
DROP TRIGGER move_helpers ON rectification_case;
DROP FUNCTION move_helpers();
