ALTER TABLE case_event
    ADD COLUMN audience text NOT NULL DEFAULT 'EVERYBODY'
        CONSTRAINT case_event_audience CHECK (audience IN ('EVERYBODY', 'COUNTY', 'CITY')),
    ADD COLUMN unit_name text,
    ADD COLUMN notified_unit_id integer REFERENCES org_unit;
COMMENT ON COLUMN case_event.audience IS 'lowest level that reads the event; everybody who reads the case, or county and above, or city and above';
COMMENT ON COLUMN case_event.unit_name IS 'name of the unit at that time; null for events older than this column';
COMMENT ON COLUMN case_event.notified_unit_id IS 'for a move: the unit that got the notice';
