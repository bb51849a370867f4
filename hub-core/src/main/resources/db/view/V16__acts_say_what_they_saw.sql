-- Clocks of actors and agencies are their own: what an act had before it decides, not who wrote the later time.

CREATE FUNCTION answers_content(finding_id text) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
    RETURN encode(sha256(convert_to((SELECT coalesce(jsonb_agg(jsonb_build_array(a.id, a.event_id) ORDER BY a.id COLLATE "C"), '[]')
                                     FROM answer a WHERE a.finding = finding_id AND a.kind <> 'WITHDRAWN')::text, 'UTF8')), 'hex');
COMMENT ON FUNCTION answers_content IS 'Which answers to a finding stand, each in which revision, as SHA-256.';
ALTER FUNCTION answers_content SET plan_cache_mode = force_generic_plan;

CREATE FUNCTION deciding_act(finding_id text, content text) RETURNS act LANGUAGE sql STABLE PARALLEL SAFE
    RETURN (SELECT a FROM act a
            WHERE a.subject = finding_id AND a.kind IN ('finding-acknowledged', 'finding-dismissed', 'finding-reopened') AND a.attributes ->> 'content' = content
              AND NOT EXISTS (SELECT FROM act o WHERE o.subject = a.subject AND o.kind IN ('finding-acknowledged', 'finding-dismissed', 'finding-reopened')
                              AND o.attributes ->> 'content' = content AND o.id <> a.id
                              AND (o.attributes ->> 'supersedes' = a.id OR (o.log_id = a.log_id AND o.log_offset > a.log_offset)))
            ORDER BY a.recorded_at DESC, a.id COLLATE "C" DESC LIMIT 1);
COMMENT ON FUNCTION deciding_act IS 'Of the acts about a finding as it is now, the one that nobody superseded: neither by naming it as the one that decided (attribute supersedes), nor its own actor by a later one. Of several that did not see each other the newest by the actors'' clocks.';
ALTER FUNCTION deciding_act SET plan_cache_mode = force_generic_plan;

CREATE OR REPLACE VIEW standing_finding AS
    SELECT f.*, CASE WHEN (said.act).kind = 'finding-dismissed' THEN 'DISMISSED'
                     WHEN (said.act).kind = 'finding-acknowledged' AND CASE WHEN jsonb_exists((said.act).attributes, 'answers')
                          THEN (said.act).attributes ->> 'answers' = answers_content(f.id)
                          ELSE answered.at IS NULL OR answered.at <= (said.act).recorded_at END THEN 'ACKNOWLEDGED'
                     WHEN answered.at IS NOT NULL THEN 'ANSWERED' ELSE 'OPEN' END AS status,
           (said.act).id AS decided_by
    FROM finding f
    LEFT JOIN LATERAL (SELECT deciding_act(f.id, finding_content(f)) AS act WHERE EXISTS (SELECT FROM act a WHERE a.subject = f.id)) AS said ON true
    LEFT JOIN LATERAL (SELECT max(a.recorded_at) AS at FROM answer a WHERE a.finding = f.id AND a.kind <> 'WITHDRAWN') AS answered ON true;
COMMENT ON VIEW standing_finding IS 'Where each finding that holds stands, and the act that decides it. A dismissal holds whatever is answered, an acknowledgement while the answers are those that its actor saw (where it names none: until a later one), and opened again is as if nobody had said anything. An act about another content of it (other revisions of its records, another sum) says nothing of this one; whether it had held without interruption plays no part, for that is no function of the logs.';
