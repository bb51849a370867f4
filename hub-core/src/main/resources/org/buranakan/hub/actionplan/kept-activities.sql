SELECT a.id, a.starts_on, nullif(a.same_as, a.id) AS same_as FROM activity a
    WHERE (:agency::text IS NULL OR a.agency = :agency) AND (:kind::text IS NULL OR a.kind = :kind)
      AND CASE WHEN :status::text IS NULL THEN a.status <> 'WITHDRAWN' ELSE a.status = :status END
      AND in_fiscal_year(a.starts_on, a.ends_on, :fiscalYear::integer)
      AND (:from::date IS NULL OR a.ends_on >= :from) AND (:to::date IS NULL OR a.starts_on <= :to)
      /* somewhere */ AND a.id IN (
          SELECT n.activity_id FROM asked_places(:zone, :province, :area) AS p
          JOIN activity_area n ON n.area >= p.code AND n.area < p.beyond AND starts_with(n.area, p.code)) /* . */
      AND (:q::text IS NULL OR says(:q, a.title_th, a.title_en, a.venue))
