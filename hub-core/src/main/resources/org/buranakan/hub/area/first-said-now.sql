-- Binds :keys, ids of plans, null for all; :plans and :revisions, whose earlier ones were read from history. What the newest revisions say, and that they
-- were looked at. Where intake went on meanwhile by more than one, what went between was not: the key is dirty again, and the next pass reads it.
WITH fresh AS (
    SELECT p.* FROM plan p
    WHERE (:keys::text[] IS NULL OR p.id = ANY (:keys::text[]))
      AND (p.revision = 1 OR (p.id, p.revision) IN (SELECT * FROM unnest(:plans::text[], :revisions::bigint[]))
           OR EXISTS (SELECT FROM plan_first_said f WHERE f.plan_id = p.id AND f.area = '' AND f.what = '' AND f.revision = p.revision - 1))
      AND NOT EXISTS (SELECT FROM plan_first_said f WHERE f.plan_id = p.id AND f.area = '' AND f.what = '' AND f.revision = p.revision)
), written AS (
    INSERT INTO plan_first_said AS was (plan_id, area, what, programme, said_on, log_offset, event_id)
    SELECT DISTINCT p.id, n.area, said.what, p.programme, (p.occurred_at AT TIME ZONE 'Asia/Bangkok')::date, p.log_offset, p.event_id
    FROM fresh p JOIN plan_area n ON n.plan_id = p.id
         CROSS JOIN LATERAL (VALUES ('NAMED'), ('STAGE ' || n.stage), (CASE WHEN p.status = 'COMPLETED' THEN 'COMPLETED' END)) AS said(what)
    WHERE p.status <> 'WITHDRAWN' AND said.what IS NOT NULL
    ON CONFLICT (plan_id, area, what, programme) DO UPDATE SET said_on = excluded.said_on, log_offset = excluded.log_offset, event_id = excluded.event_id
    WHERE (excluded.said_on, excluded.log_offset) < (was.said_on, was.log_offset)
    RETURNING 1
), noted AS (
    INSERT INTO plan_first_said (plan_id, area, what, programme, revision) SELECT id, '', '', '', revision FROM fresh
    ON CONFLICT (plan_id, area, what, programme) DO UPDATE SET revision = excluded.revision
)
SELECT count(*) FROM written
