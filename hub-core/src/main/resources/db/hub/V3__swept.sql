CREATE TABLE swept (
    one boolean PRIMARY KEY DEFAULT true CHECK (one),
    xid xid8    NOT NULL,
    seq bigint  NOT NULL
);
COMMENT ON TABLE swept IS 'Up to where, inclusive, changes were forgotten: no row while all are kept. A reader whose cursor is before it missed something and must reload. Writer: the trigger of table change, so that no sweep can forget to say so.';

CREATE FUNCTION note_swept() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
    INSERT INTO swept AS was (xid, seq) SELECT xid, seq FROM gone ORDER BY xid DESC, seq DESC LIMIT 1
    ON CONFLICT (one) DO UPDATE SET xid = excluded.xid, seq = excluded.seq WHERE (excluded.xid, excluded.seq) > (was.xid, was.seq);
    RETURN NULL;
END
$$;

CREATE TRIGGER note_swept AFTER DELETE ON change REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION note_swept();

-- A database that swept before this table was there: everything before its first change may be missing.
INSERT INTO swept (xid, seq)
SELECT xid, seq - 1 FROM (SELECT xid, seq FROM change ORDER BY xid, seq LIMIT 1) AS first WHERE NOT EXISTS (SELECT FROM change WHERE seq = 1)
UNION ALL
SELECT pg_snapshot_xmin(pg_current_snapshot()), 0 FROM change_seq_seq WHERE is_called AND NOT EXISTS (SELECT FROM change);
