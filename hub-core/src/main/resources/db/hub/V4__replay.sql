CREATE TABLE replay (
    id         bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    state      text        NOT NULL CHECK (state IN ('FOLDING', 'DERIVING', 'COMPARING', 'EQUAL', 'DIFFERENT', 'FAILED')),
    started_at timestamptz NOT NULL DEFAULT now(),
    ended_at   timestamptz,
    folded     bigint      NOT NULL DEFAULT 0,
    to_fold    bigint      NOT NULL DEFAULT 0,
    result     jsonb,
    failure    text,
    CONSTRAINT ended_with_its_result CHECK ((state IN ('EQUAL', 'DIFFERENT')) = (result IS NOT NULL) AND (state = 'FAILED') = (failure IS NOT NULL)
        AND (state IN ('EQUAL', 'DIFFERENT', 'FAILED')) = (ended_at IS NOT NULL))
);
COMMENT ON TABLE replay IS 'Every replay of the logs beside live traffic, and what it found. Writer: package replay.';
COMMENT ON COLUMN replay.folded IS 'Records of the logs folded so far, of to_fold.';
COMMENT ON COLUMN replay.result IS 'The two fingerprints and what differs; see the API''s Replay.';
COMMENT ON COLUMN replay.failure IS 'A sentence for the auditor: a log that is no longer whole, or an outage.';
