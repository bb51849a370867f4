-- Binds :keys, ids of plans; null for all. A finding names the first fifty records of each sort.
WITH naming AS (
    SELECT a.plan, 1 AS sort, a.id, NULL AS area, a.agency, a.occurred_at, a.log_id, a.log_offset, a.event_id
    FROM activity a
    WHERE a.plan IS NOT NULL AND (:keys::text[] IS NULL OR a.plan = ANY (:keys::text[])) AND a.status <> 'WITHDRAWN'
      AND NOT EXISTS (SELECT FROM plan p WHERE p.id = a.plan)
    UNION ALL
    SELECT b.plan, 2, b.id, b.area, b.agency, b.occurred_at, b.log_id, b.log_offset, b.event_id
    FROM posting b
    WHERE b.plan IS NOT NULL AND (:keys::text[] IS NULL OR b.plan = ANY (:keys::text[])) AND b.reverses IS NULL
      AND NOT EXISTS (SELECT FROM plan p WHERE p.id = b.plan)
      AND NOT EXISTS (SELECT FROM posting r WHERE r.reverses = b.id AND r.agency = b.agency AND NOT posting_stands(b.id))
), told AS (
    SELECT *, row_number() OVER (PARTITION BY plan, sort ORDER BY id COLLATE "C") AS turn FROM naming
), placed AS (
    SELECT t.plan, array_agg(DISTINCT coalesce(t.area, n.area) COLLATE "C") AS areas
    FROM told t LEFT JOIN activity_area n ON t.sort = 1 AND n.activity_id = t.id WHERE coalesce(t.area, n.area) IS NOT NULL
    GROUP BY t.plan
), unknown AS (
    SELECT plan, count(*) FILTER (WHERE sort = 1) AS activities, count(*) FILTER (WHERE sort = 2) AS postings,
           array_agg(DISTINCT agency COLLATE "C") AS agencies, (min(occurred_at) AT TIME ZONE 'Asia/Bangkok')::date AS since,
           coalesce(array_agg(id ORDER BY turn) FILTER (WHERE sort = 1 AND turn <= 50), '{}') AS subjects,
           jsonb_agg(lineage(log_id, log_offset, event_id) ORDER BY sort, turn) FILTER (WHERE turn <= 50) AS evidence
    FROM told GROUP BY plan
)
SELECT 'unknown-plan:' || plan AS id, ARRAY [plan] AS keys, coalesce(areas, '{}') AS areas, agencies, subjects,
       NULL::bigint AS amount_satang, NULL::bigint AS people, since, NULL::date AS due_on, true AS computable, evidence,
       jsonb_build_object('plan', label(plan, NULL),
           'agencies', (SELECT jsonb_agg(named(ARRAY ['agency'], agency) -> 'name' ORDER BY agency COLLATE "C") FROM unnest(agencies) AS agency),
           'records', (SELECT jsonb_agg(words) FROM (
               SELECT label(format('กิจกรรม %s รายการ', activities), format('activities (%s)', activities)) AS words WHERE activities > 0
               UNION ALL SELECT label(format('รายการงบประมาณ %s รายการ', postings), format('postings (%s)', postings)) WHERE postings > 0) AS sorts)) AS specifics
FROM unknown LEFT JOIN placed USING (plan)
