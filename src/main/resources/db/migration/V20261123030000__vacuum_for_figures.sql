-- Figures read indexes without rows only where the visibility map is fresh: at national size the usual fifth of a table is a
-- year of moves, and a figure of a province took three times as long meanwhile.
ALTER TABLE rectification_case SET (autovacuum_vacuum_scale_factor = 0.02);
ALTER TABLE case_figures_past SET (autovacuum_vacuum_insert_scale_factor = 0.02);
ALTER TABLE problem SET (autovacuum_vacuum_scale_factor = 0.02);
