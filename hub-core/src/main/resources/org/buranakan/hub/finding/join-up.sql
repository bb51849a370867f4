-- Binds :keys, ids of activities; null for all. Both activities of a pair are keys of it.
WITH standing AS NOT MATERIALIZED (
    SELECT a.*, array(SELECT DISTINCT area FROM activity_area n WHERE n.activity_id = a.id) AS areas
    FROM activity a WHERE a.status NOT IN ('CANCELLED', 'WITHDRAWN')
), pair AS (
    SELECT DISTINCT least(a.id COLLATE "C", b.id) AS first, greatest(a.id COLLATE "C", b.id) AS second
    FROM standing a JOIN activity_area n ON n.activity_id = a.id JOIN activity_area m ON m.area = n.area JOIN standing b ON b.id = m.activity_id
    WHERE (:keys::text[] IS NULL OR a.id = ANY (:keys::text[]))
      AND a.agency <> b.agency AND a.kind = b.kind AND a.starts_on <= b.ends_on AND b.starts_on <= a.ends_on
      AND NOT (a.status = 'DONE' AND b.status = 'DONE')
      AND coalesce(a.same_as, a.id) <> coalesce(b.same_as, b.id)
)
SELECT 'join-up:' || left(encode(sha256(convert_to(a.id || ' ' || b.id, 'UTF8')), 'hex'), 16) AS id, ARRAY [a.id, b.id] AS keys,
       common.areas, ARRAY [a.agency, b.agency] AS agencies, ARRAY [a.id, b.id] AS subjects,
       NULL::bigint AS amount_satang, a.participants_target + b.participants_target AS people,
       (greatest(a.occurred_at, b.occurred_at) AT TIME ZONE 'Asia/Bangkok')::date AS since,
       greatest(a.starts_on, b.starts_on) AS due_on,
       a.date_precision IN ('DAY', 'MONTH') AND b.date_precision IN ('DAY', 'MONTH') AS computable,
       jsonb_build_array(lineage(a.log_id, a.log_offset, a.event_id), lineage(b.log_id, b.log_offset, b.event_id)) AS evidence,
       jsonb_build_object(
           'kind', named(ARRAY ['activity-kind'], a.kind) -> 'name',
           'areas', all_named(ARRAY ['area'], common.areas) -> 0 -> 'name',
           'more', nullif(cardinality(common.areas) - 1, 0),
           'firstAgency', named(ARRAY ['agency'], a.agency) -> 'name', 'secondAgency', named(ARRAY ['agency'], b.agency) -> 'name',
           'firstTitle', label(a.title_th, a.title_en), 'secondTitle', label(b.title_th, b.title_en),
           'from', greatest(a.starts_on, b.starts_on), 'to', least(a.ends_on, b.ends_on)) AS specifics
FROM pair JOIN standing a ON a.id = pair.first COLLATE "default" JOIN standing b ON b.id = pair.second COLLATE "default"
     CROSS JOIN LATERAL (SELECT array(SELECT area FROM (SELECT unnest(a.areas) INTERSECT SELECT unnest(b.areas)) AS shared(area) ORDER BY area COLLATE "C") AS areas) AS common
