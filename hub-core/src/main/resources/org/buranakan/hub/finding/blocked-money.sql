-- Binds :keys, ids of activities; null for all.
WITH today AS (
    SELECT max(date) AS date FROM business_date
), held AS (
    SELECT activity, restriction, sum(amount_satang) AS amount_satang FROM blocked_money
    WHERE activity IS NOT NULL AND (:keys::text[] IS NULL OR activity = ANY (:keys::text[]))
    GROUP BY activity, restriction
), total AS (
    SELECT activity, sum(amount_satang)::bigint AS amount_satang,
           jsonb_agg(named(ARRAY ['restriction'], restriction) -> 'name' ORDER BY restriction COLLATE "C") AS restrictions
    FROM held GROUP BY activity
), posted AS MATERIALIZED (
    SELECT t.activity, max(p.posted_on) FILTER (WHERE p.restriction IS NOT NULL) AS posted_on,
           array_agg(DISTINCT p.agency) FILTER (WHERE p.restriction IS NOT NULL) AS agencies,
           jsonb_agg(lineage(p.log_id, p.log_offset, p.event_id) ORDER BY p.id COLLATE "C") AS evidence
    -- OFFSET 0: activity by activity, for in a join the view would be read as a whole.
    FROM total t CROSS JOIN LATERAL (SELECT e.id FROM posting_effect e WHERE e.activity = t.activity OFFSET 0) AS e JOIN posting p ON p.id = e.id
    WHERE p.restriction IS NOT NULL OR p.reverses IS NOT NULL OR p.phase IN ('DISBURSED', 'RETURNED')
    GROUP BY t.activity
)
SELECT 'blocked-money:' || a.id AS id, ARRAY [a.id] AS keys,
       array(SELECT DISTINCT area COLLATE "C" FROM activity_area n WHERE n.activity_id = a.id ORDER BY 1) AS areas,
       array(SELECT DISTINCT agency COLLATE "C" FROM unnest(posted.agencies || a.agency) AS agency ORDER BY 1) AS agencies,
       ARRAY [a.id] AS subjects, total.amount_satang, a.participants_target AS people,
       greatest(posted.posted_on, a.starts_on - 30) AS since, a.starts_on AS due_on, true AS computable,
       jsonb_build_array(lineage(a.log_id, a.log_offset, a.event_id)) || posted.evidence AS evidence,
       jsonb_build_object(
           'title', label(a.title_th, a.title_en), 'agency', named(ARRAY ['agency'], a.agency) -> 'name',
           'startsOn', a.starts_on, 'amountSatang', total.amount_satang, 'restrictions', total.restrictions,
           'people', a.participants_target,
           'state', CASE WHEN a.starts_on > today.date THEN label('จะเริ่ม', 'starts on')
                         WHEN a.starts_on = today.date THEN label('เริ่มวันนี้', 'starts today,')
                         ELSE label('ถึงกำหนดเริ่มแล้วเมื่อ', 'was to start on') END) AS specifics
FROM total JOIN activity a ON a.id = total.activity JOIN posted ON posted.activity = a.id CROSS JOIN today
WHERE a.status NOT IN ('DONE', 'CANCELLED', 'WITHDRAWN') AND a.starts_on <= today.date + 30
