-- Loads the tree of src/local/divisions without the service, for a database that has only the migrations:
--   xz -dc src/local/divisions/national-tree.csv.xz > tree.csv && psql "$DATABASE" -v tree=tree.csv -f bench/tree.sql
\set ON_ERROR_STOP on
BEGIN;
CREATE TEMPORARY TABLE tree (code text COLLATE "C" PRIMARY KEY, parent text COLLATE "C", kind text, name text, branch_kind text) ON COMMIT DROP;
\set copy '\\copy tree FROM ' :'tree' ' WITH (FORMAT csv, HEADER true)'
:copy
ANALYZE tree;
DO $$ DECLARE kinds text[] := ARRAY['PROVINCE', 'CITY', 'COUNTY', 'TOWNSHIP', 'COMMITTEE', 'BRANCH']; each text;
BEGIN
    FOREACH each IN ARRAY kinds LOOP
        INSERT INTO org_unit (id, parent_id, code, name, kind, branch_kind, ancestors)
        SELECT n.id, p.id, n.code, n.name, n.kind, n.branch_kind, p.ancestors || n.id
        FROM (SELECT nextval(pg_get_serial_sequence('org_unit', 'id'))::integer AS id, t.*
              FROM (SELECT * FROM tree WHERE kind = each ORDER BY code) t) n
        JOIN org_unit p ON p.code = n.parent;
    END LOOP;
END $$;
COMMIT;
VACUUM (ANALYZE) org_unit;
SELECT kind, count(*) FROM org_unit GROUP BY kind ORDER BY count(*);
