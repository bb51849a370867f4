-- Binds :keys, codes of provinces; null for all.
WITH kind AS (
    SELECT code FROM reference WHERE kind = 'activity-kind' AND attributes ->> 'body' = 'governance-committee'
), named AS (
    SELECT DISTINCT left(n.area, 2) AS province, p.id, p.agency, p.occurred_at, p.log_id, p.log_offset, p.event_id
    FROM plan_area n JOIN plan p ON p.id = n.plan_id
    WHERE p.status <> 'WITHDRAWN' AND (:keys::text[] IS NULL OR left(n.area, 2) = ANY (:keys::text[]))
      AND p.programme = ANY (array(SELECT code FROM reference WHERE kind = 'programme' AND attributes ->> 'roll-up' = 'true'))
), programme AS (
    SELECT province, array_agg(DISTINCT agency COLLATE "C") AS agencies, array_agg(id ORDER BY id COLLATE "C") AS plans,
           (min(occurred_at) AT TIME ZONE 'Asia/Bangkok')::date AS since,
           jsonb_agg(lineage(log_id, log_offset, event_id) ORDER BY id COLLATE "C") AS evidence
    FROM named GROUP BY province
), meeting AS (
    SELECT left(n.area, 2) AS province, bool_or(n.status IN ('ONGOING', 'DONE')) AS held, bool_or(n.status = 'UNKNOWN') AS unclear,
           min(n.starts_on) FILTER (WHERE n.status IN ('PLANNED', 'POSTPONED')) AS planned
    FROM activity_area n
    WHERE n.kind = ANY (array(SELECT code FROM kind)) AND (:keys::text[] IS NULL OR left(n.area, 2) = ANY (:keys::text[]))
    GROUP BY left(n.area, 2)
)
SELECT 'no-committee:' || province AS id, ARRAY [province] AS keys, ARRAY [province] AS areas, agencies, plans AS subjects,
       NULL::bigint AS amount_satang, NULL::bigint AS people, since, planned AS due_on,
       EXISTS (SELECT FROM kind) AND unclear IS NOT TRUE AS computable, evidence,
       jsonb_build_object('province', named(ARRAY ['area'], province) -> 'name', 'planned', planned) AS specifics
FROM programme LEFT JOIN meeting USING (province) WHERE held IS NOT TRUE
