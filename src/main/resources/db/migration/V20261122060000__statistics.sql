CREATE INDEX case_year_a1 ON rectification_case (year, a1);
CREATE INDEX measure_special ON measure (case_id) WHERE kind <> 'ORDINARY';
CREATE INDEX helper_assignment_running ON helper_assignment (case_id) INCLUDE (kind, since, until);
COMMENT ON INDEX case_year_a1 IS 'the cases of a year in a province or the nation; below, the scope indexes suffice';
