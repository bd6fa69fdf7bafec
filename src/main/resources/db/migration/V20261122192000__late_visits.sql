-- A visit may come in after the assignment has ended, if it was made before.
ALTER TABLE visit ADD COLUMN received_late boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN visit.received_late IS 'handed in after the assignment had ended';
