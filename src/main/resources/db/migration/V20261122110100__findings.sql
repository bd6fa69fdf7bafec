-- What a check found becomes work: problems from failed items, and the verdict kept with the check.

ALTER TABLE problem
    ADD COLUMN due_on     date,
    ADD COLUMN check_id   bigint REFERENCES acceptance_check,
    ADD COLUMN check_item text COLLATE "C",
    ADD CONSTRAINT problem_of_a_failed_item CHECK ((check_id IS NULL) = (check_item IS NULL));
CREATE UNIQUE INDEX one_problem_per_failed_item ON problem (check_id, check_item);

ALTER TABLE acceptance_check
    ADD COLUMN purpose text NOT NULL DEFAULT 'ACCEPTANCE' CHECK (purpose IN ('ACCEPTANCE', 'SPOT_CHECK')),
    ADD COLUMN score   numeric(4, 1),
    ADD COLUMN passed  boolean;
COMMENT ON COLUMN acceptance_check.passed IS 'whether every gate was passed on completion; null for checks completed before it was kept';
DROP INDEX one_unfinished_check_per_case;
CREATE UNIQUE INDEX one_unfinished_check_per_case ON acceptance_check (case_id, purpose) WHERE state = 'RUNNING';
