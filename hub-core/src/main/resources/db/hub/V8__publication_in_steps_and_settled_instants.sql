-- How far publication has come is a snapshot, no longer the oldest open transaction: whoever writes for long (a copy of the view at a cut, say)
-- hides nothing of what others commit meanwhile.
ALTER TABLE publication
    ADD COLUMN seen        pg_snapshot NOT NULL DEFAULT pg_current_snapshot(),
    ADD COLUMN compared    text        NOT NULL DEFAULT '',
    ADD COLUMN derive_upto bigint,
    ADD COLUMN slot        integer     NOT NULL DEFAULT 1;
UPDATE publication SET seen = format('%1$s:%1$s:', upto)::pg_snapshot;
ALTER TABLE publication DROP COLUMN upto;
COMMENT ON COLUMN publication.seen IS 'Changes of derived rows (hub.change) that are visible in this snapshot are published.';
COMMENT ON COLUMN publication.compare IS 'Families whose rows are all to be compared with what was published, one after the other; one that changed too much while it was compared is there again.';
COMMENT ON COLUMN publication.compared IS 'Up to which key, inclusive, the first of them is compared; empty before the first.';
COMMENT ON COLUMN publication.derive_upto IS 'The newest dirty key (view.dirty) when a view that is folded again stood where it had stood: once it and those before are derived, publication goes on. Null before that.';
COMMENT ON COLUMN publication.slot IS 'The how manieth replication slot it is. PostgreSQL may throw away the log that it kept for one, and whoever may only read cannot drop it.';

-- Which cut an instant means is said once and stays.
CREATE TABLE settled_instant (
    one  boolean     PRIMARY KEY DEFAULT true CHECK (one),
    upto timestamptz NOT NULL
);
COMMENT ON TABLE settled_instant IS 'Up to which instant, inclusive, it is settled what the newest cut was: every cut is later than all that was asked for before. One row at most. Writer: package cut.';
INSERT INTO settled_instant (upto) SELECT max(taken_at) FROM cut HAVING count(*) > 0;
COMMENT ON COLUMN cut.taken_at IS 'When it was written down, a moment after the state that it is of; rises from cut to cut.';
