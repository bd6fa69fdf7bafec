-- Gives the bench callers their grants: psql -v issuer=<issuer of the tokens> -v county=<id> "$DATABASE" -f bench/grants.sql
-- Subjects: bench-nation (province_org on the root), bench-county (county_org on the county), bench-township (township on the root).
\set ON_ERROR_STOP on
INSERT INTO account (issuer, subject, display_name, created_at)
SELECT :'issuer', s, s, '2020-01-01' FROM unnest(ARRAY['bench-nation', 'bench-county', 'bench-township']) s
ON CONFLICT DO NOTHING;
INSERT INTO access_grant (account_id, role, org_unit_id, valid_from, granted_at)
SELECT a.id, g.role, g.unit, '2020-01-01', '2020-01-01'
FROM (VALUES ('bench-nation', 'PROVINCE_ORG', 1), ('bench-county', 'COUNTY_ORG', :county), ('bench-township', 'TOWNSHIP', 1))
    g (subject, role, unit)
JOIN account a ON a.subject = g.subject AND a.issuer = :'issuer'
WHERE NOT EXISTS (SELECT 1 FROM access_grant x WHERE x.account_id = a.id);
SELECT a.subject, g.role, g.org_unit_id FROM access_grant g JOIN account a ON a.id = g.account_id WHERE a.subject LIKE 'bench-%';
