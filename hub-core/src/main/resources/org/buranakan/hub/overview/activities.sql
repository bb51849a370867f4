WITH zone AS (
    SELECT unnest(string_to_array(attributes ->> 'provinces', ',')) AS province FROM reference WHERE kind = 'agency' AND code = :zone
), found AS (
    SELECT a.* FROM activity a
    WHERE (:agency::text IS NULL OR a.agency = :agency) AND (:kind::text IS NULL OR a.kind = :kind)
      AND (:status::text IS NULL OR a.status = :status)
      AND in_fiscal_year(a.starts_on, a.ends_on, :fiscalYear::integer)
      AND (:from::date IS NULL OR a.ends_on >= :from) AND (:to::date IS NULL OR a.starts_on <= :to)
      AND ((:area::text IS NULL AND :province::text IS NULL AND :zone::text IS NULL) OR EXISTS (
          SELECT FROM activity_area n WHERE n.activity_id = a.id
          AND starts_with(n.area, coalesce(:area, '')) AND starts_with(n.area, coalesce(:province, ''))
          AND (:zone::text IS NULL OR left(n.area, 2) IN (SELECT province FROM zone))))
      AND says(:q::text, a.title_th, a.title_en, a.venue, a.result_th, a.note_th)
), chosen AS (
    SELECT * FROM found ORDER BY starts_on, id COLLATE "C" LIMIT :size OFFSET :offset
)
SELECT jsonb_build_object('page', :page::integer, 'size', :size::integer, 'total', (SELECT count(*) FROM found),
    'items', (SELECT coalesce(jsonb_agg(/* document */ ORDER BY a.starts_on, a.id COLLATE "C"), '[]') FROM chosen a))
