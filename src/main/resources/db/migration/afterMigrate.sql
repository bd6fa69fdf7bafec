-- tables made by any migration stand at units that may move
DO $$ BEGIN PERFORM guard_places(); END $$;
