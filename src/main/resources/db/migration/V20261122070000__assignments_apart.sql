-- Who administers or audits the system neither helps nor inspects; the account is locked as grants lock it.

CREATE FUNCTION keep_assignment_apart() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM FROM account WHERE id = NEW.account_id FOR NO KEY UPDATE;
    IF EXISTS (SELECT FROM access_grant
               WHERE account_id = NEW.account_id AND role IN ('SYSADMIN', 'AUDITOR') AND revoked_at IS NULL
                 AND valid_from < coalesce(NEW.valid_to, 'infinity')
                 AND coalesce(valid_to, 'infinity') > greatest(NEW.valid_from, now())) THEN
        RAISE EXCEPTION 'account % administers the system and cannot be %', NEW.account_id, NEW.role
            USING ERRCODE = 'check_violation', CONSTRAINT = 'administrators_apart';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER administrators_take_no_assignment BEFORE INSERT ON case_assignment
    FOR EACH ROW EXECUTE FUNCTION keep_assignment_apart();
