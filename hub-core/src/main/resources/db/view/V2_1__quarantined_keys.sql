ALTER TABLE dirty ADD COLUMN quarantined text;
CREATE INDEX dirty_quarantined ON dirty (kind, key) WHERE quarantined IS NOT NULL;
COMMENT ON COLUMN dirty.quarantined IS 'Why the rows of this key alone cannot be derived; null where it is to be taken. Tried again now and then, and gone once its rows could be derived. Writer: package derivation.';
