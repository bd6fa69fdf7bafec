-- all rows of an upload have the same key: a tree of 665,000 equal entries costs more than the rows themselves
DROP INDEX import_row_upload;
CREATE INDEX import_row_upload ON import_row USING brin (upload_id);
