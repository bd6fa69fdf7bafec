-- Before each run: every case of the last year that is not over stands at CONFIRMED again, so that ids can be used once more.
UPDATE rectification_case SET state = 'CONFIRMED', outcome = NULL, closed_at = NULL
WHERE year = (SELECT max(year) FROM rectification_case) AND state <> 'CONFIRMED';
VACUUM (ANALYZE) rectification_case;
