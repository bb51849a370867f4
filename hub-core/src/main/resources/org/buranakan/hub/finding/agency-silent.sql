-- Binds :keys, ids of agencies; null for all. What is dated after the business date is no sign of life, and leaves it open whether there is one.
WITH today AS (
    SELECT max(date) AS date, (max(date) + 1)::timestamp AT TIME ZONE 'Asia/Bangkok' AS ends_at FROM business_date
), agency AS (
    SELECT r.code, r.name_th, r.name_en, r.valid_from, today.date AS today, today.ends_at,
           coalesce(whole_number(r.attributes ->> 'cadenceDays'), threshold('agency-silent', 'days')) AS cadence
    FROM reference r CROSS JOIN today
    WHERE r.kind = 'agency' AND (:keys::text[] IS NULL OR r.code = ANY (:keys::text[]))
      AND r.valid_from <= today.date AND (r.valid_to IS NULL OR r.valid_to >= today.date)
), heard AS (
    SELECT a.*, newest.*, (newest.occurred_at AT TIME ZONE 'Asia/Bangkok')::date AS last
    FROM agency a LEFT JOIN LATERAL (
        SELECT f.occurred_at, f.log_id, f.log_offset, f.event_id FROM published f WHERE f.agency = a.code AND f.occurred_at < a.ends_at
        ORDER BY f.occurred_at DESC, f.log_offset DESC, f.event_id LIMIT 1) AS newest ON true
), silent AS (
    SELECT h.*, EXISTS (SELECT FROM published f WHERE f.agency = h.code AND f.occurred_at >= h.ends_at) AS ahead
    FROM heard h WHERE h.cadence IS NULL OR greatest(h.last, h.valid_from) < h.today - h.cadence
)
SELECT 'agency-silent:' || code AS id, ARRAY [code] AS keys, '{}'::text[] AS areas, ARRAY [code] AS agencies, '{}'::text[] AS subjects,
       NULL::bigint AS amount_satang, NULL::bigint AS people, coalesce(last, valid_from) + coalesce(cadence, 0) + 1 AS since, NULL::date AS due_on,
       cadence IS NOT NULL AND NOT ahead AS computable, CASE WHEN last IS NULL THEN '[]' ELSE jsonb_build_array(lineage(log_id, log_offset, event_id)) END AS evidence,
       jsonb_build_object('agency', label(name_th, name_en), 'cadence', cadence, 'last', last, 'days', today - last,
           'never', CASE WHEN last IS NULL THEN label('ยังไม่เคยเผยแพร่ข้อมูล', 'it has published nothing yet') END,
           'why', CASE WHEN cadence IS NULL THEN label('ไม่มีรอบรายงานในข้อมูลอ้างอิง', 'reference states no cadence')
                       ELSE label('มีข้อมูลลงวันที่หลังวันทำการ', 'records of it are dated after the business date') END) AS specifics
FROM silent
