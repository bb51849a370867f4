-- Of the reports of one activity that the filter keeps exactly one is counted: the lead's, or the first of the others.
WITH zone AS (
    SELECT unnest(string_to_array(attributes ->> 'provinces', ',')) AS province FROM reference WHERE kind = 'agency' AND code = :zone
), kept AS MATERIALIZED (
    SELECT a.id, a.starts_on, a.id AS activity_id, nullif(a.same_as, a.id) AS same_as, NULL::text AS plan_id, NULL::integer AS ordinal FROM activity a
    WHERE (:agency::text IS NULL OR a.agency = :agency) AND (:kind::text IS NULL OR a.kind = :kind)
      AND CASE WHEN :status::text IS NULL THEN a.status <> 'WITHDRAWN' ELSE a.status = :status END
      AND in_fiscal_year(a.starts_on, a.ends_on, :fiscalYear::integer)
      AND (:from::date IS NULL OR a.ends_on >= :from) AND (:to::date IS NULL OR a.starts_on <= :to)
      AND ((:area::text IS NULL AND :province::text IS NULL AND :zone::text IS NULL) OR EXISTS (
          SELECT FROM activity_area n WHERE n.activity_id = a.id
          AND starts_with(n.area, coalesce(:area, '')) AND starts_with(n.area, coalesce(:province, ''))
          AND (:zone::text IS NULL OR left(n.area, 2) IN (SELECT province FROM zone))))
      AND (:q::text IS NULL OR says(:q, a.title_th, a.title_en, a.venue))
    UNION ALL
    SELECT p.id || '#' || m.code, m.due_on, NULL, NULL, p.id, m.ordinal FROM plan_milestone m JOIN plan p ON p.id = m.plan_id
    WHERE p.status <> 'WITHDRAWN'
      AND (:agency::text IS NULL OR p.agency = :agency) AND coalesce(:kind::text, 'milestone') = 'milestone'
      AND (:status::text IS NULL OR m.status = :status)
      AND in_fiscal_year(m.due_on, m.due_on, :fiscalYear::integer)
      AND (:from::date IS NULL OR m.due_on >= :from) AND (:to::date IS NULL OR m.due_on <= :to)
      AND ((:area::text IS NULL AND :province::text IS NULL AND :zone::text IS NULL) OR EXISTS (
          SELECT FROM milestone_area n WHERE n.plan_id = m.plan_id AND n.ordinal = m.ordinal
          AND starts_with(n.area, coalesce(:area, '')) AND starts_with(n.area, coalesce(:province, ''))
          AND (:zone::text IS NULL OR left(n.area, 2) IN (SELECT province FROM zone))))
      AND (:q::text IS NULL OR says(:q, m.title_th, m.title_en))
), leaderless AS (
    SELECT min(r.id COLLATE "C") AS first FROM kept r
    WHERE r.same_as IS NOT NULL AND NOT EXISTS (SELECT FROM kept l WHERE l.id = r.same_as AND l.same_as IS DISTINCT FROM r.id)
    GROUP BY r.same_as
)
SELECT k.id, k.starts_on, k.activity_id, k.plan_id, k.ordinal,
    k.activity_id IS NOT NULL AND (k.same_as IS NULL OR f.first IS NOT NULL) AS counted
FROM kept k LEFT JOIN leaderless f ON f.first = k.id
