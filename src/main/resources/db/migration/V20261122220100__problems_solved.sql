-- what was solved in a period, by case, from the index alone; a problem enters it when it is closed
CREATE INDEX problem_solved ON problem (case_id, closed_at) INCLUDE (category) WHERE state = 'CLOSED';
