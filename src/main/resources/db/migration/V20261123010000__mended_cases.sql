-- A case that goes on with another branch meets the members of that branch: they take part as those of the first one did.

CREATE FUNCTION members_of_branch(the_branch integer) RETURNS SETOF bigint LANGUAGE sql STABLE AS $$
    SELECT DISTINCT g.account_id FROM access_grant g
    WHERE g.org_unit_id = the_branch AND g.role = 'BRANCH' AND g.revoked_at IS NULL
      AND (g.valid_to IS NULL OR g.valid_to > now())
$$;
COMMENT ON FUNCTION members_of_branch IS 'accounts that hold the branch now or from a later day on';
CREATE OR REPLACE FUNCTION branch_members_take_part() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM FROM org_unit WHERE id = NEW.branch_id FOR NO KEY UPDATE;
    PERFORM take_part(NEW.id, m.account_id, 'BRANCH_MEMBER') FROM members_of_branch(NEW.branch_id) m(account_id);
    RETURN NULL;
END $$;
CREATE TRIGGER members_of_the_next_branch_take_part AFTER UPDATE OF branch_id ON rectification_case
    FOR EACH ROW WHEN (OLD.branch_id IS DISTINCT FROM NEW.branch_id) EXECUTE FUNCTION branch_members_take_part();

-- Where a case was before a merge; the cycles of a former branch are found by it.

CREATE TABLE former_branch (
    case_id   bigint NOT NULL REFERENCES rectification_case,
    branch_id integer NOT NULL REFERENCES org_unit,
    left_at   timestamptz NOT NULL,
    PRIMARY KEY (case_id, branch_id)
);
CREATE INDEX former_branch_cases ON former_branch (branch_id, case_id);
COMMENT ON TABLE former_branch IS 'branches whose case goes on with the branch that took them in';
CREATE TRIGGER former_branch_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON former_branch
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE FUNCTION keep_former_branch() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO former_branch (case_id, branch_id, left_at) VALUES (NEW.id, OLD.branch_id, change_instant());
    RETURN NULL;
END $$;
CREATE TRIGGER keep_former_branch AFTER UPDATE OF branch_id ON rectification_case
    FOR EACH ROW WHEN (OLD.branch_id IS DISTINCT FROM NEW.branch_id) EXECUTE FUNCTION keep_former_branch();
INSERT INTO former_branch (case_id, branch_id, left_at)
SELECT h.id, h.branch_id, max(h.valid_to) FROM rectification_case_history h JOIN rectification_case c ON c.id = h.id
WHERE h.branch_id <> c.branch_id GROUP BY h.id, h.branch_id;
INSERT INTO case_participant (case_id, account_id, part)
SELECT DISTINCT v.id, g.account_id, 'BRANCH_MEMBER'
FROM former_branch f JOIN rectification_case_version v ON v.id = f.case_id
JOIN access_grant g ON g.org_unit_id = v.branch_id AND g.role = 'BRANCH' AND g.granted_at < v.valid_to
    AND coalesce(g.revoked_at, 'infinity') > v.valid_from AND coalesce(g.valid_to, 'infinity') > v.valid_from
WHERE v.state NOT IN ('REJECTED', 'CLOSED', 'CANCELLED')
ON CONFLICT DO NOTHING;

-- Whether the plan differs from the approved one, kept by whoever writes the plan, so that an inbox can ask for it.

ALTER TABLE rectification_case ADD COLUMN plan_stale boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN rectification_case.plan_stale IS 'the plan has another hash than plan_hash, which is the approved one';
ALTER TABLE rectification_case_history ADD COLUMN plan_stale boolean NOT NULL DEFAULT false;
CALL keep_history('rectification_case');
UPDATE rectification_case c SET plan_stale = true
WHERE c.state IN ('RECTIFYING', 'SELF_CHECKED') AND EXISTS (
    SELECT FROM case_event e WHERE e.case_id = c.id AND e.at > c.plan_approved_at
      AND e.kind IN ('problem.added', 'measure.added', 'measure.changed', 'measure.accountable-replaced'));

-- What waits and has no table of its own to be found in; each is entered by an index of the case or of the sample.

CREATE VIEW problem_to_do AS
SELECT p.id, p.case_id, p.restricted, coalesce(p.due_on, c.deadline_order) AS due_on,
       c.ancestors, c.a1, c.a2, c.a3, c.a4, c.a5
FROM rectification_case c JOIN problem p ON p.case_id = c.id
WHERE p.state = 'OPEN'
  AND (c.state IN ('RECTIFYING', 'SELF_CHECKED') AND p.pending_reason IS NULL
       OR c.state = 'ACCEPTANCE' AND p.pending_reason IS NOT NULL)
  AND NOT EXISTS (SELECT FROM measure m WHERE m.problem_id = p.id AND m.state = 'OPEN');
COMMENT ON VIEW problem_to_do IS 'open problems that may be reported done: no measure of theirs is open';

ALTER TABLE accountability_alert ADD COLUMN id bigint GENERATED ALWAYS AS IDENTITY UNIQUE;
CREATE INDEX accountability_alert_open ON accountability_alert (case_id, years) WHERE handled_at IS NULL;
CREATE VIEW alert_to_do AS
SELECT t.id, t.case_id, t.years, DATE '9999-12-31' AS due_on, c.ancestors, c.a1, c.a2, c.a3, c.a4, c.a5
FROM accountability_alert t JOIN rectification_case c ON c.id = t.case_id
WHERE t.handled_at IS NULL AND c.state NOT IN ('REJECTED', 'CLOSED', 'CANCELLED');
COMMENT ON VIEW alert_to_do IS 'alerts of active cases that nobody has handled';

CREATE VIEW spot_check_to_do AS
SELECT i.id, i.case_id, i.sample_id, DATE '9999-12-31' AS due_on, s.ancestors, s.a1, s.a2, s.a3, s.a4, s.a5
FROM spot_sample s JOIN sample_item i ON i.sample_id = s.id JOIN rectification_case c ON c.id = i.case_id
WHERE c.state IN ('TRANSFORMED', 'CLOSED') AND s.unit_id = ANY (c.ancestors)
  AND NOT EXISTS (SELECT FROM sample_draw d WHERE d.sample_id = i.sample_id AND d.replaces = i.case_id)
  AND NOT EXISTS (SELECT FROM acceptance_check k WHERE k.sample_item_id = i.id AND k.state <> 'CANCELLED')
  AND NOT EXISTS (SELECT FROM acceptance_check k
                  WHERE k.case_id = i.case_id AND k.purpose = 'SPOT_CHECK' AND k.state = 'RUNNING');
COMMENT ON VIEW spot_check_to_do IS 'drawn cases whose spot check may be started; only for who sees the sample';
