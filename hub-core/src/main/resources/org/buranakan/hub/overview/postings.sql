WITH found AS (
    SELECT p.* FROM posting p
    WHERE (:agency::text IS NULL OR p.agency = :agency) AND (:fiscalYear::integer IS NULL OR p.fiscal_year = :fiscalYear)
      AND (:budgetLine::text IS NULL OR p.budget_line = :budgetLine) AND (:activity::text IS NULL OR p.activity = :activity)
      AND (:phase::text IS NULL OR p.phase = :phase) AND (:restriction::text IS NULL OR p.restriction = :restriction)
      AND starts_with(p.area, coalesce(:area, '')) AND starts_with(p.area, coalesce(:province, ''))
      AND (:from::date IS NULL OR p.posted_on >= :from) AND (:to::date IS NULL OR p.posted_on <= :to)
), chosen AS (
    SELECT * FROM found ORDER BY posted_on, id COLLATE "C" LIMIT :size OFFSET :offset
)
SELECT jsonb_build_object('page', :page::integer, 'size', :size::integer, 'total', (SELECT count(*) FROM found),
    'items', (SELECT coalesce(jsonb_agg(jsonb_build_object(
        'id', p.id, 'agency', named(ARRAY ['agency'], p.agency), 'budgetLine', p.budget_line,
        'lineTitle', CASE WHEN p.line_title_th IS NOT NULL THEN label(p.line_title_th, p.line_title_en) END,
        'fiscalYear', p.fiscal_year + 543, 'phase', p.phase, 'amountSatang', p.amount_satang, 'area', named(ARRAY ['area'], p.area),
        'postedOn', p.posted_on, 'funder', who(p.funder),
        'recipient', CASE WHEN p.recipient IS NOT NULL THEN who(p.recipient) END, 'plan', p.plan, 'activity', p.activity,
        'restriction', CASE WHEN p.restriction IS NOT NULL THEN named(ARRAY ['restriction'], p.restriction) END,
        'procurement', CASE WHEN p.procurement IS NOT NULL THEN named(ARRAY ['procurement'], p.procurement) END,
        'reverses', p.reverses, 'note', CASE WHEN p.note_th IS NOT NULL THEN label(p.note_th, p.note_en) END,
        'basis', p.basis, 'filledIn', to_jsonb(p.filled_in), 'lineage', lineage(p.log_id, p.log_offset, p.event_id))
        ORDER BY p.posted_on, p.id COLLATE "C"), '[]') FROM chosen p))
