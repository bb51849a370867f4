-- Binds :keys, ids of plans; null for all. A plan that is completed with a milestone that is not done contradicts itself.
WITH today AS (
    SELECT max(date) AS date FROM business_date
)
SELECT 'milestone-overdue:' || left(encode(sha256(convert_to(p.id || ' ' || m.code, 'UTF8')), 'hex'), 16) AS id, ARRAY [p.id] AS keys,
       array(SELECT DISTINCT n.area COLLATE "C" FROM milestone_area n WHERE n.plan_id = p.id AND n.ordinal = m.ordinal ORDER BY 1) AS areas,
       ARRAY [p.agency] AS agencies, ARRAY [p.id] AS subjects, NULL::bigint AS amount_satang, NULL::bigint AS people,
       m.due_on + 1 AS since, m.due_on, m.status <> 'UNKNOWN' AND p.status NOT IN ('COMPLETED', 'UNKNOWN') AS computable,
       jsonb_build_array(lineage(p.log_id, p.log_offset, p.event_id)) AS evidence,
       jsonb_build_object('milestone', label(m.title_th, m.title_en), 'title', label(p.title_th, p.title_en),
           'agency', named(ARRAY ['agency'], p.agency) -> 'name', 'dueOn', m.due_on) AS specifics
FROM plan_milestone m JOIN plan p ON p.id = m.plan_id CROSS JOIN today
WHERE (:keys::text[] IS NULL OR p.id = ANY (:keys::text[]))
  AND m.due_on < today.date AND m.status NOT IN ('DONE', 'CANCELLED') AND p.status NOT IN ('DRAFT', 'WITHDRAWN')
