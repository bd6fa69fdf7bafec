-- Open requests for an opinion, for the inbox of the departments.

CREATE INDEX department_opinion_open_a1 ON department_opinion (a1, due_on, id) WHERE answer IS NULL AND closed_at IS NULL;
CREATE INDEX department_opinion_open_a2 ON department_opinion (a2, due_on, id) WHERE answer IS NULL AND closed_at IS NULL;
CREATE INDEX department_opinion_open_a3 ON department_opinion (a3, due_on, id) WHERE answer IS NULL AND closed_at IS NULL;
CREATE INDEX department_opinion_open_a4 ON department_opinion (a4, due_on, id) WHERE answer IS NULL AND closed_at IS NULL;
CREATE INDEX department_opinion_open_a5 ON department_opinion (a5, due_on, id) WHERE answer IS NULL AND closed_at IS NULL;
