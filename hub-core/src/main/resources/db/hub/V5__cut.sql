CREATE TABLE cut (
    id               text        PRIMARY KEY,
    taken_at         timestamptz NOT NULL,
    business_date    date        NOT NULL,
    fingerprint      text,
    facts            text,
    row_count        bigint,
    established_by   text        CHECK (established_by IN ('LIVE', 'REPLAY')),
    published_offset bigint,
    CONSTRAINT fingerprint_as_a_whole CHECK (num_nulls(fingerprint, facts, row_count, established_by) IN (0, 4))
);
CREATE INDEX cut_taken_at ON cut (taken_at);
CREATE INDEX cut_unpublished ON cut (taken_at) WHERE published_offset IS NULL;
COMMENT ON TABLE cut IS 'One offset per log, of one committed state. Writer: package cut.';
COMMENT ON COLUMN cut.id IS 'SHA-256, hexadecimal, over a line <topic> <topic id> <partition> <next offset> and a line feed per log, in the order of the topics by code point: the mark that files of the action plan carry. A cut is its positions, so the same positions are the same cut.';
COMMENT ON COLUMN cut.fingerprint IS 'Over facts and derived rows (facts: over facts alone); null until it is known.';
COMMENT ON COLUMN cut.established_by IS 'LIVE: taken of the live view in the snapshot of the positions, with no dirty key left. REPLAY: by the first replay until the cut.';
COMMENT ON COLUMN cut.published_offset IS 'Its offset in hub.cut; null until Kafka acknowledged it there.';

CREATE TABLE cut_log (
    cut         text    NOT NULL REFERENCES cut,
    log_id      integer NOT NULL REFERENCES log,
    topic_id    text    NOT NULL,
    next_offset bigint  NOT NULL,
    received    bigint  NOT NULL,
    applied     bigint  NOT NULL,
    stale       bigint  NOT NULL,
    rejected    bigint  NOT NULL,
    last_heard  timestamptz,
    PRIMARY KEY (cut, log_id)
);
COMMENT ON TABLE cut_log IS 'How table log stood at a cut. Writer: package cut.';

CREATE FUNCTION moment() RETURNS timestamptz LANGUAGE sql STABLE PARALLEL SAFE RETURN now();
COMMENT ON FUNCTION moment IS 'The moment that a reader is shown. The copy of the view at a cut has one of its own, which the search path finds first: when the cut was taken.';

CREATE FUNCTION is_live() RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN true;
COMMENT ON FUNCTION is_live IS 'False in the copy of the view at a cut: what no cut covers is left out there.';

ALTER TABLE replay ADD COLUMN cut text REFERENCES cut;
ALTER TABLE replay DROP CONSTRAINT replay_state_check, DROP CONSTRAINT ended_with_its_result;
ALTER TABLE replay ADD CONSTRAINT replay_state_check
        CHECK (state IN ('FOLDING', 'DERIVING', 'COMPARING', 'EQUAL', 'ESTABLISHED', 'DIFFERENT', 'FAILED')),
    ADD CONSTRAINT ended_with_its_result CHECK ((state IN ('EQUAL', 'ESTABLISHED', 'DIFFERENT')) = (result IS NOT NULL)
        AND (state = 'FAILED') = (failure IS NOT NULL)
        AND (state IN ('EQUAL', 'ESTABLISHED', 'DIFFERENT', 'FAILED')) = (ended_at IS NOT NULL));
COMMENT ON COLUMN replay.cut IS 'Until where; null for the moment of the live view that it is compared with.';
