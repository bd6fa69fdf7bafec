-- Deadlines as they were; the columns that other features gave to tables with a history.

CALL keep_history('deadline');
CALL keep_history('rectification_case');
CALL keep_history('problem');
CALL keep_history('measure');

INSERT INTO unmoved_place
SELECT table_name, 'the place of a past moment' FROM placed_table WHERE table_name LIKE '%\_history';
