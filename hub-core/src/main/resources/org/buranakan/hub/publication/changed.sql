-- Facts by the positions of their logs, which history turns into ids; derived rows as derivation tells them: what the snapshot :seen did not show yet.
WITH applied AS MATERIALIZED (
    SELECT DISTINCT l.family, h.entity_id AS id
    FROM hub.log l LEFT JOIN hub.published_log s ON s.log_id = l.id AND s.topic_id = l.topic_id
         -- Log by log, however long history is.
         CROSS JOIN LATERAL (SELECT entity_id FROM hub.history
                             WHERE log_id = l.id AND log_offset >= coalesce(s.next_offset, 0) AND log_offset < l.next_offset
                               AND outcome = 'APPLIED' AND entity_id IS NOT NULL OFFSET 0) AS h
    WHERE l.next_offset > coalesce(s.next_offset, 0)
), told AS MATERIALIZED (
    SELECT DISTINCT family, key FROM hub.change
    WHERE xid >= pg_snapshot_xmin(:seen::pg_snapshot) AND NOT pg_visible_in_snapshot(xid, :seen::pg_snapshot) AND family IN ('plan', 'budget', 'area', 'finding')
), spoken AS (
    SELECT a.plan FROM applied JOIN agreement a USING (id) WHERE family = 'agreement'
    UNION
    -- Who speaks for itself is reference data.
    SELECT plan FROM agreement WHERE EXISTS (SELECT FROM applied WHERE family = 'reference' AND id ~ '^(agency|organisation)/')
)
SELECT 'plan' AS family, id AS key FROM applied WHERE family = 'plan'
UNION SELECT 'plan', plan FROM spoken
UNION SELECT 'activity', id FROM applied WHERE family = 'activity'
UNION SELECT 'activity', coalesce(p.activity, r.activity)
      FROM applied JOIN posting p USING (id) LEFT JOIN posting r ON r.id = p.reverses
      WHERE family = 'budget' AND coalesce(p.activity, r.activity) IS NOT NULL
UNION SELECT 'finding', a.finding FROM applied JOIN answer a USING (id) WHERE family = 'answer'
UNION SELECT 'finding', a.subject FROM applied JOIN act a USING (id) WHERE family = 'act'
-- Only intake says *, of facts, which are known above.
UNION SELECT family, key FROM told WHERE key <> '*'
