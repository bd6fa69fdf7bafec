-- Figures of cases come from one covering index and, for past moments, from intervals of exactly what it holds. All of it
-- changes with few moves (decision, transformation, closing, carry-over, unit moves): the others stay heap-only updates.

ALTER TABLE rectification_case
    ADD COLUMN raised boolean GENERATED ALWAYS AS (
        state = 'TRANSFORMED' OR state = 'CLOSED' AND outcome IS NOT DISTINCT FROM 'TRANSFORMED') STORED,
    ADD COLUMN closed_as_raised boolean GENERATED ALWAYS AS (
        state = 'CLOSED' AND outcome IS NOT DISTINCT FROM 'TRANSFORMED') STORED,
    ADD COLUMN figures_since timestamptz NOT NULL DEFAULT '-infinity';
COMMENT ON COLUMN rectification_case.raised IS 'transformed and not fallen back, or closed after that';
COMMENT ON COLUMN rectification_case.figures_since IS 'instant since which the columns of case_figures_past are as they are';
CALL keep_history('rectification_case');

ALTER TABLE rectification_case_history DISABLE TRIGGER rectification_case_history_append_only;
UPDATE rectification_case_history SET
    raised = (state = 'TRANSFORMED' OR state = 'CLOSED' AND outcome IS NOT DISTINCT FROM 'TRANSFORMED'),
    closed_as_raised = (state = 'CLOSED' AND outcome IS NOT DISTINCT FROM 'TRANSFORMED'),
    figures_since = valid_from;
ALTER TABLE rectification_case_history ENABLE TRIGGER rectification_case_history_append_only;

CREATE TABLE case_figures_past AS
SELECT id, round_id, year, branch_kind, main_category, listed_month, raised, closed_as_raised, a1, a2, a3, a4, a5,
       valid_from, valid_to
FROM rectification_case_history;
ALTER TABLE case_figures_past ALTER COLUMN id SET NOT NULL, ALTER COLUMN valid_from SET NOT NULL,
    ALTER COLUMN valid_to SET NOT NULL, ADD PRIMARY KEY (id, valid_from), ADD CHECK (valid_from < valid_to);
COMMENT ON TABLE case_figures_past IS 'former values of what figures of cases are made of, as closed intervals coarser than those of the history';
CREATE TRIGGER case_figures_past_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON case_figures_past
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

UPDATE rectification_case SET figures_since = valid_from;
ALTER TABLE rectification_case ALTER COLUMN figures_since SET DEFAULT change_instant();

CREATE VIEW case_figures_version AS
SELECT id, round_id, year, branch_kind, main_category, listed_month, raised, closed_as_raised, a1, a2, a3, a4, a5,
       figures_since AS valid_from, 'infinity'::timestamptz AS valid_to
FROM rectification_case
UNION ALL
SELECT id, round_id, year, branch_kind, main_category, listed_month, raised, closed_as_raised, a1, a2, a3, a4, a5,
       valid_from, valid_to
FROM case_figures_past;

-- fires before keep_version, which keeps the row with all its columns
CREATE FUNCTION keep_case_figures() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    instant timestamptz := change_instant();
BEGIN
    IF OLD.figures_since <> instant THEN
        instant := greatest(instant, OLD.figures_since + interval '1 microsecond');
        INSERT INTO case_figures_past
        VALUES (OLD.id, OLD.round_id, OLD.year, OLD.branch_kind, OLD.main_category, OLD.listed_month, OLD.raised,
                OLD.closed_as_raised, OLD.a1, OLD.a2, OLD.a3, OLD.a4, OLD.a5, OLD.figures_since, instant);
    END IF;
    NEW.figures_since := instant;
    RETURN NEW;
END $$;
CREATE TRIGGER figures_of_case BEFORE UPDATE ON rectification_case FOR EACH ROW
    WHEN ((OLD.round_id, OLD.year, OLD.branch_kind, OLD.main_category, OLD.confirmed_at, OLD.outcome, OLD.ancestors,
           CASE WHEN OLD.state IN ('TRANSFORMED', 'CLOSED') THEN OLD.state END)
       IS DISTINCT FROM (NEW.round_id, NEW.year, NEW.branch_kind, NEW.main_category, NEW.confirmed_at, NEW.outcome,
           NEW.ancestors, CASE WHEN NEW.state IN ('TRANSFORMED', 'CLOSED') THEN NEW.state END))
    EXECUTE FUNCTION keep_case_figures();

CREATE INDEX case_figures ON rectification_case (a1, listed_month)
    INCLUDE (a2, a3, main_category, branch_kind, year, round_id, raised, closed_as_raised, figures_since, id)
    WHERE listed_month IS NOT NULL;
COMMENT ON INDEX case_figures IS 'figures of a province or the nation without the rows; below, the scope indexes suffice';
CREATE INDEX case_figures_past_end ON case_figures_past (a1, valid_to)
    INCLUDE (listed_month, a2, a3, main_category, branch_kind, year, round_id, raised, closed_as_raised, valid_from, id)
    WHERE listed_month IS NOT NULL;
CREATE INDEX case_history_end ON rectification_case_history (a1, valid_to);
COMMENT ON INDEX case_history_end IS 'figures of a province by state or deadline as of a past moment: what ended after it';
CREATE INDEX case_figures_past_a2 ON case_figures_past (a2) WHERE listed_month IS NOT NULL;
CREATE INDEX case_figures_past_a3 ON case_figures_past (a3) WHERE listed_month IS NOT NULL;
CREATE INDEX case_figures_past_a4 ON case_figures_past (a4) WHERE listed_month IS NOT NULL;

-- problems are counted by case, category and state, or by the month of their closing; their rows are wide and have few indexes
DROP INDEX problem_case;
CREATE INDEX problem_case ON problem (case_id, id) INCLUDE (category, state);
CREATE INDEX problem_closed ON problem (a1, closed_at) INCLUDE (case_id, category) WHERE state = 'CLOSED';
