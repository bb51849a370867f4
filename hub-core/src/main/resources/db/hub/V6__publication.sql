-- What leaves the hub for hub.view.*: through the write-ahead log, so that a row and its publication are one commit.

CREATE TABLE outbox (
    specversion  text        NOT NULL DEFAULT '1.0',
    id           text        NOT NULL,
    source       text        NOT NULL DEFAULT 'urn:buranakan:hub',
    type         text        NOT NULL,
    at           timestamptz NOT NULL DEFAULT now(),
    content_type text        NOT NULL DEFAULT 'application/avro',
    batch        bigint      NOT NULL,
    topic        text        NOT NULL,
    key          text        NOT NULL,
    value        bytea
);
COMMENT ON TABLE outbox IS 'Always empty: rows are inserted and deleted in one transaction, and Debezium writes what was inserted to Kafka, each row to the topic that it names. Writer: package publication.';
COMMENT ON COLUMN outbox.id IS 'With specversion, source, type, at (time) and content_type the attributes of CloudEvents, which become headers.';
COMMENT ON COLUMN outbox.batch IS 'The transaction that wrote it, a header too: rises from commit to commit, and rows of one commit share it.';
COMMENT ON COLUMN outbox.value IS 'As it goes to Kafka: 0, schema id, Avro; null removes the key (a tombstone).';

-- Deletions are not published, so there is nothing to leave out.
CREATE PUBLICATION hub_view FOR TABLE outbox WITH (publish = 'insert');

CREATE TABLE published_row (
    family text  NOT NULL CHECK (family IN ('plan', 'activity', 'budget', 'area', 'finding')),
    key    text  NOT NULL,
    hash   text,
    flaw   text,
    PRIMARY KEY (family, key)
);
CREATE INDEX published_row_flaw ON published_row (family, key) WHERE flaw IS NOT NULL;
COMMENT ON TABLE published_row IS 'What hub.view.* shows: the keys, and the content of each. Writer: package publication, in the transaction of the outbox.';
COMMENT ON COLUMN published_row.hash IS 'SHA-256, in hexadecimal, of the row as it was composed, without its batch; null where what Kafka has is not known, so that it is published again.';
COMMENT ON COLUMN published_row.flaw IS 'Why the row as it is now cannot be expressed in its contract; Kafka keeps the one before. Null where it can.';

CREATE TABLE published_log (
    log_id      integer PRIMARY KEY,
    topic_id    text    NOT NULL,
    next_offset bigint  NOT NULL
);
COMMENT ON TABLE published_log IS 'The position of each log at the last publication: rows of facts that later records decided may have changed. A log that stands before it is being folded again. Writer: package publication.';

CREATE TABLE publication (
    one         boolean PRIMARY KEY DEFAULT true CHECK (one),
    composition text    NOT NULL DEFAULT '',
    upto        xid8    NOT NULL DEFAULT pg_snapshot_xmin(pg_current_snapshot()),
    compare     text[]  NOT NULL DEFAULT '{}',
    rebuilding  boolean NOT NULL DEFAULT false
);
INSERT INTO publication DEFAULT VALUES;
COMMENT ON TABLE publication IS 'How far publication has come; one row. Writer: package publication.';
COMMENT ON COLUMN publication.composition IS 'SHA-256 of the statements, contracts and migrations that compose rows: where they changed, rows may differ that no record touched.';
COMMENT ON COLUMN publication.upto IS 'Changes of derived rows (hub.change) of transactions before this one are published.';
COMMENT ON COLUMN publication.compare IS 'Families whose rows are all to be compared with what was published.';
COMMENT ON COLUMN publication.rebuilding IS 'Whether the view is being folded again: nothing is published before it stands where it stood.';
