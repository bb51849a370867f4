-- The view is a function of the agencies' logs, the acts, hub.reference and hub.clock.
CREATE TABLE act (
    id           text        PRIMARY KEY,
    actor        text        NOT NULL,
    revision     bigint      NOT NULL CHECK (revision = 1),
    kind         text        NOT NULL,
    subject      text        NOT NULL,
    reason_th    text,
    reason_en    text,
    attributes   jsonb       NOT NULL,
    recorded_at  timestamptz NOT NULL,
    log_id       integer     NOT NULL,
    log_offset   bigint      NOT NULL,
    content_hash bytea       NOT NULL,
    touches      text[]      NOT NULL
);
CREATE INDEX act_subject ON act (subject);
COMMENT ON TABLE act IS 'What auditors and operators did: inserted once, never changed. Writer: package act.';
COMMENT ON COLUMN act.actor IS 'The principal that acted, whose topic it is.';
COMMENT ON COLUMN act.kind IS 'Code of the reference list act-kind; those about findings begin with finding-.';
COMMENT ON COLUMN act.subject IS 'What it was about: of kinds finding-… a finding''s id, which need not be known.';
COMMENT ON COLUMN act.attributes IS 'Object of strings: of kinds finding-… content, which is finding_content of the finding as the actor saw it.';

CREATE FUNCTION finding_content(f finding) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
    RETURN encode(sha256(convert_to(jsonb_build_array(f.id, f.rule_version, f.computable, f.amount_satang, f.people, f.since, f.due_on,
        f.areas, f.agencies, f.subjects, (SELECT jsonb_agg(e.item ->> 'eventId' ORDER BY e.item ->> 'eventId' COLLATE "C")
                                          FROM jsonb_array_elements(f.evidence) AS e(item)))::text, 'UTF8')), 'hex');
COMMENT ON FUNCTION finding_content IS 'What a finding says and which revisions of which records it rests on, as SHA-256. Its wording is no part of it: names of places and offices, and days that pass, change nothing that somebody could have said something about.';

CREATE VIEW standing_finding AS
    SELECT f.*, CASE WHEN said.kind = 'finding-dismissed' THEN 'DISMISSED'
                     WHEN said.kind = 'finding-acknowledged' AND (answered.at IS NULL OR answered.at <= said.recorded_at) THEN 'ACKNOWLEDGED'
                     WHEN answered.at IS NOT NULL THEN 'ANSWERED' ELSE 'OPEN' END AS status
    FROM finding f
    LEFT JOIN LATERAL (SELECT a.kind, a.recorded_at FROM act a
                       WHERE a.subject = f.id AND a.kind IN ('finding-acknowledged', 'finding-dismissed', 'finding-reopened')
                         AND a.attributes ->> 'content' = finding_content(f)
                       ORDER BY a.recorded_at DESC, a.id COLLATE "C" DESC LIMIT 1) AS said ON true
    LEFT JOIN LATERAL (SELECT max(a.recorded_at) AS at FROM answer a WHERE a.finding = f.id AND a.kind <> 'WITHDRAWN') AS answered ON true;
COMMENT ON VIEW standing_finding IS 'Where each finding that holds stands. The newest act about it as it is now decides, by what the actors'' own clocks say: a dismissal holds whatever is answered, an acknowledgement until a later answer, and opened again is as if nobody had said anything. An act about another content of it (other revisions of its records, another sum) says nothing of this one; whether it had held without interruption plays no part, for that is no function of the logs.';
