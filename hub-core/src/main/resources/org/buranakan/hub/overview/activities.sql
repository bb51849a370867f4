WITH found AS NOT MATERIALIZED (
    SELECT a.id, a.starts_on FROM /* somewhere */ activities_in(:zone, :province, :area) a /* . */ /* everywhere */ activity a /* . */
    WHERE (:agency::text IS NULL OR a.agency = :agency) AND (:kind::text IS NULL OR a.kind = :kind)
      AND (:status::text IS NULL OR a.status = :status)
      AND in_fiscal_year(a.starts_on, a.ends_on, :fiscalYear::integer)
      AND (:from::date IS NULL OR a.ends_on >= :from) AND (:to::date IS NULL OR a.starts_on <= :to)
      AND (:q::text IS NULL OR /* somewhere */ EXISTS (SELECT FROM activity t WHERE t.id = a.id AND says(:q, t.title_th, t.title_en, t.venue, t.result_th, t.note_th) OFFSET 0) /* . */
           /* everywhere */ says(:q, a.title_th, a.title_en, a.venue, a.result_th, a.note_th) /* . */)
), chosen AS MATERIALIZED (
    SELECT id, starts_on FROM found ORDER BY starts_on, id COLLATE "C" LIMIT :size OFFSET :offset
)
SELECT jsonb_build_object('page', :page::integer, 'size', :size::integer, 'total', (SELECT count(*) FROM found),
    'items', (SELECT coalesce(jsonb_agg(/* document */ ORDER BY a.starts_on, a.id COLLATE "C"), '[]')
              FROM chosen c JOIN activity a ON a.id = c.id))
