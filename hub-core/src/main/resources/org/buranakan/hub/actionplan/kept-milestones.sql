SELECT p.id || '#' || m.code AS id, m.due_on AS starts_on, p.id AS plan_id, m.ordinal FROM plan_milestone m JOIN plan p ON p.id = m.plan_id
    WHERE p.status <> 'WITHDRAWN'
      AND (:agency::text IS NULL OR p.agency = :agency) AND coalesce(:kind::text, 'milestone') = 'milestone'
      AND (:status::text IS NULL OR m.status = :status)
      AND in_fiscal_year(m.due_on, m.due_on, :fiscalYear::integer)
      AND (:from::date IS NULL OR m.due_on >= :from) AND (:to::date IS NULL OR m.due_on <= :to)
      -- The areas of view milestone_area, which read as a whole is as long as all plans.
      /* somewhere */ AND CASE WHEN cardinality(m.areas) = 0 THEN p.id IN (
              SELECT n.plan_id FROM plan_area n WHERE starts_with(n.area, coalesce(:area, '')) AND (:province::text IS NULL OR left(n.area, 2) = :province)
              AND (:zone::text IS NULL OR left(n.area, 2) IN (SELECT province FROM zone)))
          ELSE EXISTS (
              SELECT FROM unnest(m.areas) AS own (area) WHERE starts_with(own.area, coalesce(:area, '')) AND (:province::text IS NULL OR left(own.area, 2) = :province)
              AND (:zone::text IS NULL OR left(own.area, 2) IN (SELECT province FROM zone))) END /* . */
      AND (:q::text IS NULL OR says(:q, m.title_th, m.title_en))
