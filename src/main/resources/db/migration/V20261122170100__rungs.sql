-- Reminders and escalations: the day of the next one stands on the deadline, the inserted row is the claim to fire it.

CREATE FUNCTION national_rungs() RETURNS jsonb LANGUAGE sql IMMUTABLE
    RETURN '{"reminders": [-7, -3, -1, 0, 1, 3, 7], "escalations": [7, 15]}'::jsonb;
COMMENT ON FUNCTION national_rungs IS 'the national default, for rounds whose settings are older than rungs; a test compares it';

CREATE FUNCTION next_rung(due date, offsets integer[], from_day date) RETURNS date LANGUAGE sql IMMUTABLE
    RETURN (SELECT min(due + days) FROM unnest(offsets) days WHERE due + days >= from_day);

-- the level that owes: step 0; each further step is one level higher, at most the province
CREATE FUNCTION rung_unit(deadline_kind text, place integer[], step integer) RETURNS integer LANGUAGE sql STABLE AS $$
    SELECT place[greatest(least(2, owner.level), owner.level - step)] FROM (
        SELECT coalesce((
            SELECT array_position(place, u.id) FROM org_unit u
            WHERE u.id = ANY (place) AND u.kind = CASE WHEN deadline_kind IN ('SECOND_CHECK', 'OPINION') THEN 'COUNTY'
                                                       ELSE 'TOWNSHIP' END), cardinality(place)) AS level) owner
$$;

ALTER TABLE deadline
    ADD COLUMN reminders integer[] NOT NULL DEFAULT '{}',
    ADD COLUMN escalations integer[] NOT NULL DEFAULT '{}',
    ADD COLUMN next_rung_on date;
COMMENT ON COLUMN deadline.reminders IS 'days from the due date, by the settings of the round when the deadline was opened';
COMMENT ON COLUMN deadline.next_rung_on IS 'day of the next rung that has not fired; null when there is none or the deadline has ended';

CREATE FUNCTION plan_rungs() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    due   date := NEW.base_on + NEW.paused_days;
    today date := (NEW.changed_at AT TIME ZONE 'Asia/Shanghai')::date;
    rules jsonb;
BEGIN
    IF TG_OP = 'INSERT' THEN
        SELECT settings -> 'rungs' INTO rules FROM round WHERE id = CASE
            WHEN NEW.case_id IS NOT NULL THEN (SELECT round_id FROM rectification_case WHERE id = NEW.case_id)
            WHEN NEW.kind = 'REPORT' THEN (SELECT round_id FROM monthly_report WHERE id = NEW.subject_id) END;
        rules := national_rungs() || coalesce(rules, '{}');
        NEW.reminders := ARRAY(SELECT days::integer FROM jsonb_array_elements_text(rules -> 'reminders') days);
        NEW.escalations := ARRAY(SELECT days::integer FROM jsonb_array_elements_text(rules -> 'escalations') days);
    ELSIF due IS NOT DISTINCT FROM OLD.due_on AND NEW.state = OLD.state
            AND NEW.resumes_on IS NOT DISTINCT FROM OLD.resumes_on THEN
        RETURN NEW;
    END IF;
    NEW.next_rung_on := CASE WHEN NEW.state = 'OPEN'
        THEN next_rung(due, NEW.reminders || NEW.escalations, greatest(today, NEW.resumes_on)) END;
    RETURN NEW;
END $$;
COMMENT ON FUNCTION plan_rungs IS 'rungs of days before the date was set, or on which the clock stood still, are not planned';
CREATE TRIGGER deadline_plans_rungs BEFORE INSERT OR UPDATE OF base_on, paused_days, state, resumes_on ON deadline
    FOR EACH ROW EXECUTE FUNCTION plan_rungs();

UPDATE deadline d SET
    reminders = ARRAY(SELECT days::integer FROM jsonb_array_elements_text(
        coalesce(r.settings #> '{rungs,reminders}', national_rungs() -> 'reminders')) days),
    escalations = ARRAY(SELECT days::integer FROM jsonb_array_elements_text(
        coalesce(r.settings #> '{rungs,escalations}', national_rungs() -> 'escalations')) days)
FROM rectification_case c JOIN round r ON r.id = c.round_id WHERE c.id = d.case_id;
UPDATE deadline SET next_rung_on = next_rung(due_on, reminders || escalations, (now() AT TIME ZONE 'Asia/Shanghai')::date)
WHERE state = 'OPEN';
CREATE INDEX deadline_next_rung ON deadline (next_rung_on, id) WHERE next_rung_on IS NOT NULL;

ALTER TABLE deadline_change DROP CONSTRAINT deadline_change_kind_check;
ALTER TABLE deadline_change ADD CONSTRAINT deadline_change_kind_check CHECK (kind IN ('SET', 'REOPENED', 'EXTENDED', 'SUSPENDED',
    'RESUMED', 'RECOMPUTED', 'REASSIGNED', 'MET', 'CANCELLED'));
CREATE FUNCTION record_reassignment() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO deadline_change (deadline_id, kind, old_due_on, new_due_on, at)
    VALUES (NEW.id, 'REASSIGNED', NEW.due_on, NEW.due_on, now());
    RETURN NULL;
END $$;
CREATE TRIGGER deadline_reassigned AFTER UPDATE OF ancestors ON deadline FOR EACH ROW
    WHEN (NEW.state = 'OPEN' AND OLD.ancestors <> NEW.ancestors) EXECUTE FUNCTION record_reassignment();

CREATE TABLE rung (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    deadline_id bigint NOT NULL REFERENCES deadline,
    due_on      date NOT NULL,
    kind        text NOT NULL CHECK (kind IN ('REMINDER', 'ESCALATION')),
    offset_days integer NOT NULL,
    planned_on  date GENERATED ALWAYS AS (due_on + offset_days) STORED,
    unit_id     integer NOT NULL REFERENCES org_unit,
    fired_at    timestamptz NOT NULL,
    CONSTRAINT each_rung_fires_once UNIQUE (deadline_id, due_on, kind, offset_days)
);
COMMENT ON TABLE rung IS 'rungs that fired; inserting the row is the claim, on any number of replicas';
CREATE TRIGGER rung_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON rung
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

ALTER TABLE notice
    ALTER COLUMN case_id DROP NOT NULL,
    ADD COLUMN rung_id bigint REFERENCES rung CONSTRAINT one_notice_per_rung UNIQUE,
    ADD CONSTRAINT notice_about_something CHECK (case_id IS NOT NULL OR rung_id IS NOT NULL);
COMMENT ON TABLE notice IS 'one notice per move of a case, to the unit that acts next, and one per rung of a deadline';

ALTER TABLE case_event ALTER COLUMN role DROP NOT NULL;
COMMENT ON COLUMN case_event.role IS 'null for what the service did by its own clock';
INSERT INTO account (issuer, subject, display_name, created_at) VALUES ('urn:zhengdun:service', 'clock', '系统时钟', now());
