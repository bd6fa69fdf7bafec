ALTER TABLE job ADD COLUMN sha256 text;
COMMENT ON COLUMN job.sha256 IS 'of the file as it was sent; unknown for jobs before the column';
