-- Who gives a case another date, by stopping its clock or by carrying it over, does not judge whether it was worked off.

INSERT INTO event_part (kind, part) VALUES
('deadline.suspended', 'EXTENSION_APPROVER'),
('deadline.resumed', 'EXTENSION_APPROVER'),
('carry-over', 'EXTENSION_APPROVER');
INSERT INTO case_participant (case_id, account_id, part)
SELECT DISTINCT case_id, account_id, 'EXTENSION_APPROVER' FROM case_event
WHERE kind IN ('deadline.suspended', 'deadline.resumed', 'carry-over') AND account_id IS NOT NULL
ON CONFLICT DO NOTHING;

-- A check that cannot be finished is cancelled and stays; its sample item may be checked anew.

ALTER TABLE acceptance_check
    DROP CONSTRAINT acceptance_check_state_check,
    DROP CONSTRAINT one_check_per_sample_item,
    ADD COLUMN cancelled_at  timestamptz,
    ADD COLUMN cancelled_by  bigint REFERENCES account,
    ADD COLUMN cancel_reason text,
    ADD CONSTRAINT acceptance_check_state_check CHECK (state IN ('RUNNING', 'COMPLETED', 'CANCELLED')),
    ADD CONSTRAINT acceptance_check_cancelled CHECK (
        (state = 'CANCELLED') = (cancelled_at IS NOT NULL) AND (cancelled_at IS NULL) = (cancelled_by IS NULL)
        AND (cancelled_at IS NULL) = (cancel_reason IS NULL));
CREATE UNIQUE INDEX one_check_per_sample_item ON acceptance_check (sample_item_id) WHERE state <> 'CANCELLED';

DROP TRIGGER acceptance_check_immutable ON acceptance_check;
CREATE TRIGGER acceptance_check_immutable BEFORE UPDATE OR DELETE ON acceptance_check
    FOR EACH ROW WHEN (OLD.state <> 'RUNNING') EXECUTE FUNCTION refuse_row_change();
CREATE OR REPLACE FUNCTION refuse_change_of_completed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    parent_state text;
BEGIN
    FOR parent_state IN
        SELECT p.state FROM acceptance_check p WHERE p.id IN (OLD.check_id, NEW.check_id) FOR SHARE
    LOOP
        IF parent_state <> 'RUNNING' THEN
            RAISE EXCEPTION '% is immutable', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
        END IF;
    END LOOP;
    RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;

CREATE TABLE check_former_member (
    check_id   bigint NOT NULL REFERENCES acceptance_check,
    account_id bigint NOT NULL REFERENCES account,
    name       text NOT NULL,
    post       text NOT NULL,
    unit       text NOT NULL,
    leader     boolean NOT NULL,
    left_at    timestamptz NOT NULL,
    removed_by bigint NOT NULL REFERENCES account,
    reason     text NOT NULL,
    PRIMARY KEY (check_id, account_id, left_at)
);
COMMENT ON TABLE check_former_member IS 'who was taken off a team before anything was recorded, and why';
CREATE TRIGGER check_former_member_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON check_former_member
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- A shaky look-back is settled by a stable one due on that day or later.

ALTER TABLE look_back ADD COLUMN follow_up_on date;
COMMENT ON COLUMN look_back.follow_up_on IS 'day on which another one is due after a shaky finding';
CREATE FUNCTION is_settled(finding look_back) RETURNS boolean LANGUAGE sql STABLE
    RETURN coalesce(finding.result = 'STABLE' OR finding.result = 'SHAKY' AND EXISTS (
        SELECT FROM look_back s WHERE s.case_id = finding.case_id AND NOT s.cancelled AND s.result = 'STABLE'
          AND s.recorded_at > finding.recorded_at
          AND s.due_on >= coalesce(finding.follow_up_on, '-infinity')), false);
COMMENT ON FUNCTION is_settled IS 'whether a look-back leaves nothing to do: stable, or shaky and followed by a stable one';

-- What a look-back found becomes a problem when the transformation is revoked.

ALTER TABLE problem ADD COLUMN look_back_id bigint REFERENCES look_back;
CREATE UNIQUE INDEX one_problem_per_look_back ON problem (look_back_id);
CALL keep_history('problem');

-- Opinions of departments have their own dates.

ALTER TABLE deadline DROP CONSTRAINT deadline_kind_check, ADD CONSTRAINT deadline_kind_check CHECK (
    kind IN ('CASE', 'PLAN', 'MEASURE', 'LOOK_BACK', 'SECOND_CHECK', 'REPORT'));
CREATE OR REPLACE FUNCTION rung_unit(deadline_kind text, place integer[], step integer) RETURNS integer
LANGUAGE sql STABLE AS $$
    SELECT place[greatest(least(2, owner.level), owner.level - step)] FROM (
        SELECT coalesce((
            SELECT array_position(place, u.id) FROM org_unit u
            WHERE u.id = ANY (place) AND u.kind = CASE deadline_kind WHEN 'SECOND_CHECK' THEN 'COUNTY'
                                                                     ELSE 'TOWNSHIP' END), cardinality(place)) AS level) owner
$$;
