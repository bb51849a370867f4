SELECT a.id, a.starts_on, nullif(a.same_as, a.id) AS same_as FROM /* somewhere */ activities_in(:zone, :province, :area) a /* . */ /* everywhere */ activity a /* . */
    WHERE (:agency::text IS NULL OR a.agency = :agency) AND (:kind::text IS NULL OR a.kind = :kind)
      AND CASE WHEN :status::text IS NULL THEN a.status <> 'WITHDRAWN' ELSE a.status = :status END
      AND in_fiscal_year(a.starts_on, a.ends_on, :fiscalYear::integer)
      AND (:from::date IS NULL OR a.ends_on >= :from) AND (:to::date IS NULL OR a.starts_on <= :to)
      AND (:q::text IS NULL OR /* somewhere */ EXISTS (SELECT FROM activity t WHERE t.id = a.id AND says(:q, t.title_th, t.title_en, t.venue) OFFSET 0) /* . */
           /* everywhere */ says(:q, a.title_th, a.title_en, a.venue) /* . */)
