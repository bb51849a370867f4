WITH found AS (
    SELECT p.* FROM plan p
    WHERE (:agency::text IS NULL OR p.agency = :agency) AND (:status::text IS NULL OR p.status = :status)
      AND (:fiscalYear::integer IS NULL OR p.fiscal_year = :fiscalYear)
      AND ((:area::text IS NULL AND :province::text IS NULL) OR EXISTS (
          SELECT FROM plan_area n WHERE n.plan_id = p.id
          AND starts_with(n.area, coalesce(:area, '')) AND starts_with(n.area, coalesce(:province, ''))))
      AND (:q::text IS NULL OR says(:q, p.title_th, p.title_en, p.objective_th, p.objective_en, p.note_th))
), chosen AS (
    SELECT * FROM found ORDER BY fiscal_year DESC, joint DESC, id COLLATE "C" LIMIT :size OFFSET :offset
)
SELECT jsonb_build_object('page', :page::integer, 'size', :size::integer, 'total', (SELECT count(*) FROM found),
    'items', (SELECT coalesce(jsonb_agg(/* document */ ORDER BY p.fiscal_year DESC, p.joint DESC, p.id COLLATE "C"), '[]') FROM chosen p))
