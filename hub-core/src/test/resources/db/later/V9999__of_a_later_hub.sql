ALTER TABLE cut_log ALTER COLUMN next_offset TYPE numeric;
