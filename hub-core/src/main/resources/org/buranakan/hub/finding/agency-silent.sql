-- Binds :keys, ids of agencies; null for all. Looking for something fresh ends with the first that is; only of the silent ones all facts
-- are read.
WITH today AS (
    SELECT max(date) AS date FROM business_date
), agency AS (
    SELECT r.code, r.name_th, r.name_en, r.valid_from, today.date AS today, stated.cadence,
           (today.date - stated.cadence)::timestamp AT TIME ZONE 'Asia/Bangkok' AS fresh_from
    FROM reference r CROSS JOIN today
         CROSS JOIN LATERAL (SELECT coalesce(whole_number(r.attributes ->> 'cadenceDays'), threshold('agency-silent', 'days')) AS cadence) AS stated
    WHERE r.kind = 'agency' AND (:keys::text[] IS NULL OR r.code = ANY (:keys::text[]))
      AND r.valid_from <= today.date AND (r.valid_to IS NULL OR r.valid_to >= today.date)
), silent AS MATERIALIZED (
    SELECT * FROM agency a
    WHERE (a.cadence IS NULL OR a.valid_from < a.today - a.cadence)
      AND coalesce((SELECT true FROM plan f WHERE f.agency = a.code AND f.occurred_at >= a.fresh_from LIMIT 1),
                   (SELECT true FROM agreement f WHERE f.agency = a.code AND f.occurred_at >= a.fresh_from LIMIT 1),
                   (SELECT true FROM activity f WHERE f.agency = a.code AND f.occurred_at >= a.fresh_from LIMIT 1),
                   (SELECT true FROM posting f WHERE f.agency = a.code AND f.occurred_at >= a.fresh_from LIMIT 1),
                   (SELECT true FROM answer f WHERE f.agency = a.code AND f.occurred_at >= a.fresh_from LIMIT 1),
                   (SELECT true FROM complaint_count f WHERE f.agency = a.code AND f.occurred_at >= a.fresh_from LIMIT 1)) IS NULL
), heard AS (
    SELECT s.*, last.*, (last.occurred_at AT TIME ZONE 'Asia/Bangkok')::date AS last
    FROM silent s LEFT JOIN LATERAL (SELECT * FROM (
        SELECT occurred_at, log_id, log_offset, event_id FROM plan f WHERE f.agency = s.code
        UNION ALL SELECT occurred_at, log_id, log_offset, event_id FROM agreement f WHERE f.agency = s.code
        UNION ALL SELECT occurred_at, log_id, log_offset, event_id FROM activity f WHERE f.agency = s.code
        UNION ALL SELECT occurred_at, log_id, log_offset, event_id FROM posting f WHERE f.agency = s.code
        UNION ALL SELECT occurred_at, log_id, log_offset, event_id FROM answer f WHERE f.agency = s.code
        UNION ALL SELECT occurred_at, log_id, log_offset, event_id FROM complaint_count f WHERE f.agency = s.code) AS fact ORDER BY occurred_at DESC, event_id LIMIT 1) AS last ON true
)
SELECT 'agency-silent:' || code AS id, ARRAY [code] AS keys, '{}'::text[] AS areas, ARRAY [code] AS agencies, '{}'::text[] AS subjects,
       NULL::bigint AS amount_satang, NULL::bigint AS people, coalesce(last, valid_from) + coalesce(cadence, 0) + 1 AS since, NULL::date AS due_on,
       cadence IS NOT NULL AS computable, CASE WHEN last IS NULL THEN '[]' ELSE jsonb_build_array(lineage(log_id, log_offset, event_id)) END AS evidence,
       jsonb_build_object('agency', label(name_th, name_en), 'cadence', cadence, 'last', last, 'days', today - last,
           'never', CASE WHEN last IS NULL THEN label('ยังไม่เคยเผยแพร่ข้อมูล', 'it has published nothing yet') END) AS specifics
FROM heard
