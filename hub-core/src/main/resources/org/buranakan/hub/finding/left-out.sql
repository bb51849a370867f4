-- Binds :keys, codes of areas of any level; null for all. A tambon, its amphoe and its province are keys of it.
-- A meeting about the plan itself looks after no tambon that it does not name.
WITH naming AS (
    SELECT DISTINCT n.area, p.id, p.agency, p.status, p.occurred_at, p.log_id, p.log_offset, p.event_id
    FROM plan_area n JOIN plan p ON p.id = n.plan_id
    WHERE length(n.area) = 6
      AND (:keys::text[] IS NULL OR n.area = ANY (:keys::text[]) OR left(n.area, 4) = ANY (:keys::text[]) OR left(n.area, 2) = ANY (:keys::text[]))
      AND p.programme = ANY (array(SELECT code FROM reference WHERE kind = 'programme' AND attributes ->> 'roll-up' = 'true'))
), tambon AS (
    SELECT area, bool_or(status <> 'WITHDRAWN') AS planned, array_agg(id ORDER BY id COLLATE "C") AS plans, array_agg(DISTINCT agency COLLATE "C") AS agencies,
           (min(occurred_at) AT TIME ZONE 'Asia/Bangkok')::date AS since,
           jsonb_agg(lineage(log_id, log_offset, event_id) ORDER BY id COLLATE "C") AS evidence
    FROM (SELECT *, bool_or(status <> 'WITHDRAWN') OVER (PARTITION BY area) AS any_stands FROM naming) AS n
    WHERE status <> 'WITHDRAWN' OR NOT any_stands
    GROUP BY area
), judged AS (
    SELECT t.*,
           EXISTS (SELECT FROM activity_area n WHERE n.area = t.area AND n.status NOT IN ('CANCELLED', 'WITHDRAWN')) AS active,
           EXISTS (SELECT FROM activity_area n JOIN activity a ON a.id = n.activity_id
                   WHERE n.area IN (left(t.area, 4), left(t.area, 2)) AND a.plan = ANY (t.plans)
                     AND a.status NOT IN ('CANCELLED', 'WITHDRAWN')
                     AND a.kind <> ALL (array(SELECT code FROM reference WHERE kind = 'activity-kind' AND attributes ->> 'about' = 'plan'))) AS perhaps
    FROM tambon t
)
SELECT 'left-out:' || area AS id, ARRAY [area, left(area, 4), left(area, 2)] AS keys,
       ARRAY [area] AS areas, agencies, plans AS subjects, NULL::bigint AS amount_satang, NULL::bigint AS people, since,
       NULL::date AS due_on, NOT (planned AND perhaps) AS computable, evidence,
       jsonb_build_object(
           'area', named(ARRAY ['area'], area) -> 'name', 'amphoe', named(ARRAY ['area'], left(area, 4)) -> 'name',
           'province', named(ARRAY ['area'], left(area, 2)) -> 'name',
           'agencies', (SELECT jsonb_agg(named(ARRAY ['agency'], agency) -> 'name' ORDER BY agency COLLATE "C") FROM unnest(agencies) AS agency),
           'missing', CASE WHEN planned THEN label('กิจกรรมใดที่ระบุตำบลนี้', 'an activity that names it')
                           ELSE label('แผนที่ยังมีผล แผนเดิมถอนแล้ว', 'a plan that stands: its plan was withdrawn') END) AS specifics
FROM judged WHERE NOT (planned AND active)
