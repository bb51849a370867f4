-- Schema hub: what must survive. Unlike schema view, it cannot be dropped and folded again without reading every log.

CREATE TABLE log (
    id          integer     GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    topic       text        NOT NULL,
    partition   integer     NOT NULL DEFAULT 0 CHECK (partition >= 0),
    topic_id    text        NOT NULL,
    family      text        NOT NULL,
    agency      text,
    next_offset bigint      NOT NULL DEFAULT 0 CHECK (next_offset >= 0),
    epoch       bigint      NOT NULL DEFAULT 0,
    state       text        NOT NULL DEFAULT 'RUNNING' CHECK (state IN ('RUNNING', 'PARKED')),
    parked_code text,
    parked_why  text,
    received    bigint      NOT NULL DEFAULT 0,
    applied     bigint      NOT NULL DEFAULT 0,
    stale       bigint      NOT NULL DEFAULT 0,
    rejected    bigint      NOT NULL DEFAULT 0,
    last_heard  timestamptz,
    UNIQUE (topic, partition),
    CONSTRAINT accounted CHECK (received = applied + stale + rejected),
    CONSTRAINT parked_for_a_reason CHECK ((state = 'PARKED') = (parked_code IS NOT NULL AND parked_why IS NOT NULL))
);
COMMENT ON TABLE log IS 'One row per log (a topic has one partition). Writer: package intake. A batch advances next_offset in the transaction that writes its facts, guarded by next_offset and epoch.';
COMMENT ON COLUMN log.topic_id IS 'Kafka''s topic id as provisioning stated it in hub.reference; a recreated topic has another one, and its log is parked.';
COMMENT ON COLUMN log.family IS 'The last word of the topic: plan, activity, budget, complaint, agreement, answer, refused; reference and clock for the hub''s own.';
COMMENT ON COLUMN log.agency IS 'Null for hub.reference and hub.clock.';
COMMENT ON COLUMN log.next_offset IS 'The first offset that is not accounted for yet.';
COMMENT ON COLUMN log.epoch IS 'Rises whenever a consumer claims the log; whoever holds an older epoch writes nothing.';
COMMENT ON COLUMN log.parked_code IS 'TOPIC_RECREATED, LOG_TRUNCATED, OFFSET_GONE, OFFSET_GAP, …; parked_why is a sentence for the operator.';
COMMENT ON COLUMN log.received IS 'Records read so far; always applied + stale + rejected, in every commit.';
COMMENT ON COLUMN log.last_heard IS 'When the broker appended the newest record read; null before the first.';

CREATE TABLE history (
    log_id     integer     NOT NULL,
    log_offset bigint      NOT NULL,
    at         timestamptz NOT NULL,
    outcome    text        NOT NULL CHECK (outcome IN ('APPLIED', 'STALE', 'REJECTED')),
    entity_id  text,
    revision   bigint,
    event_id   uuid,
    value      bytea,
    PRIMARY KEY (log_id, log_offset)
);
COMMENT ON TABLE history IS 'Every record of every log with its outcome. Writer: package intake, by binary COPY (hence no foreign key).';
COMMENT ON COLUMN history.at IS 'When the broker appended it.';
COMMENT ON COLUMN history.value IS 'The record''s value as it came (0, schema id, Avro); null where it was rejected: a rejected value stays in its topic only.';

CREATE TABLE rejection (
    log_id           integer     NOT NULL REFERENCES log,
    log_offset       bigint      NOT NULL,
    at               timestamptz NOT NULL,
    entity_id        text,
    event_id         uuid,
    code             text        NOT NULL,
    reason_th        text        NOT NULL,
    reason_en        text        NOT NULL,
    remedy_th        text        NOT NULL,
    remedy_en        text        NOT NULL,
    published_offset bigint,
    PRIMARY KEY (log_id, log_offset)
);
CREATE INDEX rejection_unpublished ON rejection (log_id, log_offset) WHERE published_offset IS NULL;
COMMENT ON TABLE rejection IS 'Records that the hub did not apply and why; none of their values. Agency, family and topic: join log. Writer: package intake.';
COMMENT ON COLUMN rejection.at IS 'When the broker appended the rejected record.';
COMMENT ON COLUMN rejection.entity_id IS 'What the record claims to be about; null where that cannot be told.';
COMMENT ON COLUMN rejection.published_offset IS 'Its offset in hub.rejected; null until Kafka acknowledged it there.';

CREATE TABLE refusal (
    log_id      integer     NOT NULL REFERENCES log,
    place_key   text        NOT NULL,
    log_offset  bigint      NOT NULL,
    at          timestamptz NOT NULL,
    agency      text        NOT NULL,
    family      text,
    source_kind text        NOT NULL,
    system      text        NOT NULL,
    container   text        NOT NULL,
    place       text        NOT NULL,
    field       text,
    code        text        NOT NULL,
    reason_th   text        NOT NULL,
    reason_en   text,
    remedy_th   text        NOT NULL,
    remedy_en   text,
    resolved    boolean     NOT NULL,
    PRIMARY KEY (log_id, place_key)
);
CREATE INDEX refusal_open ON refusal (agency) WHERE NOT resolved;
COMMENT ON TABLE refusal IS 'The latest word of an agency''s connector on each place of its source that it refused: the officer''s view. Never the offered value. No part of the fingerprint: its topics keep a year only. Writer: package intake.';
COMMENT ON COLUMN refusal.place_key IS 'The record key: the source place.';
COMMENT ON COLUMN refusal.resolved IS 'True once the same place was accepted afterwards; open refusals are those with false.';
COMMENT ON COLUMN refusal.at IS 'When the connector recorded it.';

CREATE TABLE change (
    xid    xid8        NOT NULL DEFAULT pg_current_xact_id(),
    seq    bigint      GENERATED ALWAYS AS IDENTITY,
    at     timestamptz NOT NULL DEFAULT now(),
    family text        NOT NULL,
    key    text        NOT NULL,
    agency text,
    PRIMARY KEY (xid, seq)
);
CREATE INDEX change_age ON change (at);
COMMENT ON TABLE change IS 'What changed, for the stream: written in the transaction that changes facts (intake) or derived rows (derivation). Tail it without gaps by SELECT … WHERE (xid, seq) > (:xid, :seq) AND xid < pg_snapshot_xmin(pg_current_snapshot()) ORDER BY xid, seq: a transaction that is still open, or opens later, has an xid at or above that bound. xid is the batch: rows of one commit share it.';
COMMENT ON COLUMN change.family IS 'plan, activity, budget, complaint, agreement, answer, reference, clock, agency (its counters, refusals or rejections), area, finding.';
COMMENT ON COLUMN change.key IS 'Entity id, agency id, area code, <kind>/<code> or date; * where one commit changed too many of that family and agency to name them: reload the family.';
