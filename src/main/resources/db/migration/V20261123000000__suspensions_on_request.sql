-- A suspension is asked for and decided like an extension. Of one deadline the county grants one request, the city every further one.

ALTER TABLE extension
    ADD COLUMN kind       text NOT NULL DEFAULT 'EXTENSION',
    ADD COLUMN resumes_on date,
    ADD COLUMN decided_as text,
    ALTER COLUMN new_due_on DROP NOT NULL,
    ADD CONSTRAINT extension_kind CHECK (kind IN ('EXTENSION', 'SUSPENSION')),
    ADD CONSTRAINT extension_asks_for_one CHECK ((kind = 'EXTENSION') = (new_due_on IS NOT NULL)
                                                 AND (kind = 'SUSPENSION') = (resumes_on IS NOT NULL)),
    ADD CONSTRAINT extension_decided_as CHECK (decided_as IN ('COUNTY_ORG', 'CITY_ORG'));
COMMENT ON TABLE extension IS 'requests to move a deadline: for a later date, or for a stop of its clock';
COMMENT ON COLUMN extension.decided_as IS 'level that decided; not known of requests decided before it was kept';
CREATE UNIQUE INDEX county_grants_once ON extension (deadline_id) WHERE state = 'APPROVED' AND decided_as = 'COUNTY_ORG';
