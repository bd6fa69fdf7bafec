-- Separation over the whole history of a case: every part of the work bars from verifying it, every verification from the work.

ALTER TABLE case_participant DROP CONSTRAINT case_participant_part_check;
ALTER TABLE case_participant ADD CONSTRAINT case_participant_part CHECK (
    part IN ('PROPOSER', 'PLANNER', 'EXECUTOR', 'HELPER', 'SELF_CHECKER', 'EXTENSION_APPROVER', 'BRANCH_MEMBER',
             'INSPECTOR'));
COMMENT ON TABLE case_participant IS
    'the first part somebody took in a case; who verifies (INSPECTOR: team or judge) takes no other part, nobody else verifies';

CREATE TABLE event_part (
    kind text PRIMARY KEY,
    part text NOT NULL
);
COMMENT ON TABLE event_part IS 'which part in a case the author of such a timeline event takes';
INSERT INTO event_part (kind, part) VALUES
('move.SUBMIT', 'PROPOSER'),
('problem.added', 'PLANNER'),
('measure.added', 'PLANNER'),
('measure.changed', 'PLANNER'),
('measure.accountable-replaced', 'PLANNER'),
('move.SUBMIT_PLAN', 'PLANNER'),
('measure.done', 'EXECUTOR'),
('problem.MARK_DONE', 'EXECUTOR'),
('problem.CLOSE', 'EXECUTOR'),
('move.SELF_CHECK', 'SELF_CHECKER'),
('move.APPLY_FOR_ACCEPTANCE', 'SELF_CHECKER'),
('move.TRANSFORM', 'INSPECTOR'),
('move.BASICALLY_PASS', 'INSPECTOR'),
('move.FAIL_ACCEPTANCE', 'INSPECTOR');

CREATE FUNCTION is_branch_member(the_case bigint, the_account bigint) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT EXISTS (SELECT FROM access_grant g JOIN rectification_case c ON c.branch_id = g.org_unit_id
                   WHERE c.id = the_case AND g.account_id = the_account AND g.role = 'BRANCH' AND g.revoked_at IS NULL
                     AND (g.valid_to IS NULL OR g.valid_to > now()))
$$;

CREATE OR REPLACE FUNCTION take_part(the_case bigint, the_account bigint, the_part text) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
    taken text;
BEGIN
    INSERT INTO case_participant (case_id, account_id, part) VALUES (the_case, the_account, the_part)
    ON CONFLICT (case_id, account_id) DO NOTHING;
    SELECT part INTO taken FROM case_participant WHERE case_id = the_case AND account_id = the_account;
    IF the_part = 'INSPECTOR' AND is_branch_member(the_case, the_account) THEN
        taken := 'BRANCH_MEMBER';
    END IF;
    IF (taken = 'INSPECTOR') <> (the_part = 'INSPECTOR') THEN
        RAISE EXCEPTION 'account % is % of case % and cannot be %', the_account, taken, the_case, the_part
            USING ERRCODE = 'check_violation', CONSTRAINT = CASE taken
                WHEN 'INSPECTOR' THEN 'inspector_takes_no_other_part'
                WHEN 'HELPER' THEN 'helper_is_not_inspector'
                WHEN 'BRANCH_MEMBER' THEN 'branch_member_is_not_inspector'
                ELSE 'participant_is_not_inspector' END;
    END IF;
END $$;

CREATE FUNCTION author_takes_part() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM take_part(NEW.case_id, NEW.account_id, p.part) FROM event_part p WHERE p.kind = NEW.kind;
    RETURN NULL;
END $$;
CREATE TRIGGER author_takes_part AFTER INSERT ON case_event
    FOR EACH ROW EXECUTE FUNCTION author_takes_part();

CREATE FUNCTION closer_takes_part() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM take_part(NEW.case_id, NEW.closed_by, 'EXECUTOR');
    RETURN NULL;
END $$;
CREATE TRIGGER closer_takes_part AFTER INSERT OR UPDATE OF closed_by ON problem
    FOR EACH ROW WHEN (NEW.closed_by IS NOT NULL) EXECUTE FUNCTION closer_takes_part();

CREATE FUNCTION witness_takes_part() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM take_part(NEW.case_id, NEW.recorded_by, 'EXECUTOR');
    RETURN NULL;
END $$;
CREATE TRIGGER witness_takes_part AFTER INSERT ON evidence_note
    FOR EACH ROW EXECUTE FUNCTION witness_takes_part();

CREATE FUNCTION member_takes_part() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM take_part(k.case_id, NEW.account_id, 'INSPECTOR') FROM acceptance_check k WHERE k.id = NEW.check_id;
    RETURN NULL;
END $$;
CREATE TRIGGER member_takes_part AFTER INSERT OR UPDATE OF account_id ON check_member
    FOR EACH ROW EXECUTE FUNCTION member_takes_part();

-- Members of the branch: whoever holds it while the case runs. The branch row is locked on both sides, so that of a grant and a
-- nomination at the same moment one sees the other.

CREATE FUNCTION branch_members_take_part() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM FROM org_unit WHERE id = NEW.branch_id FOR NO KEY UPDATE;
    PERFORM take_part(NEW.id, g.account_id, 'BRANCH_MEMBER') FROM access_grant g
    WHERE g.org_unit_id = NEW.branch_id AND g.role = 'BRANCH' AND g.revoked_at IS NULL
      AND (g.valid_to IS NULL OR g.valid_to > now());
    RETURN NULL;
END $$;
CREATE TRIGGER branch_members_take_part AFTER INSERT ON rectification_case
    FOR EACH ROW EXECUTE FUNCTION branch_members_take_part();

CREATE FUNCTION new_branch_member_takes_part() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM FROM org_unit WHERE id = NEW.org_unit_id FOR NO KEY UPDATE;
    PERFORM take_part(c.id, NEW.account_id, 'BRANCH_MEMBER') FROM rectification_case c
    WHERE c.active_branch_id = NEW.org_unit_id;
    RETURN NULL;
END $$;
CREATE TRIGGER new_branch_member_takes_part AFTER INSERT ON access_grant
    FOR EACH ROW WHEN (NEW.role = 'BRANCH') EXECUTE FUNCTION new_branch_member_takes_part();

INSERT INTO case_participant (case_id, account_id, part)
SELECT case_id, account_id, part FROM (
    SELECT e.case_id, e.account_id, p.part FROM case_event e JOIN event_part p ON p.kind = e.kind
    UNION ALL SELECT case_id, closed_by, 'EXECUTOR' FROM problem WHERE closed_by IS NOT NULL
    UNION ALL SELECT case_id, recorded_by, 'EXECUTOR' FROM evidence_note
    UNION ALL SELECT c.id, g.account_id, 'BRANCH_MEMBER' FROM rectification_case c JOIN access_grant g
        ON g.org_unit_id = c.branch_id AND g.role = 'BRANCH' AND coalesce(g.revoked_at, 'infinity') > c.created_at
           AND coalesce(g.valid_to, 'infinity') > c.created_at AND g.granted_at < coalesce(c.closed_at, 'infinity')) parts
ORDER BY part = 'INSPECTOR'
ON CONFLICT DO NOTHING;

CREATE TRIGGER case_participant_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON case_participant
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
