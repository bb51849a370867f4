WITH found AS (
    SELECT b.* FROM budget_summary b
    WHERE (:agency::text IS NULL OR b.agency = :agency) AND (:fiscalYear::integer IS NULL OR b.fiscal_year = :fiscalYear)
      AND (:budgetLine::text IS NULL OR b.budget_line = :budgetLine)
      AND starts_with(b.area, coalesce(:area, '')) AND starts_with(b.area, coalesce(:province, ''))
      AND (:q::text IS NULL OR says(:q, b.budget_line, b.title_th, b.title_en))
), chosen AS (
    SELECT * FROM found ORDER BY area COLLATE "C", agency COLLATE "C", budget_line COLLATE "C", fiscal_year LIMIT :size OFFSET :offset
)
SELECT jsonb_build_object('page', :page::integer, 'size', :size::integer, 'total', (SELECT count(*) FROM found),
    'items', (SELECT coalesce(jsonb_agg(jsonb_build_object(
        'agency', named(ARRAY ['agency'], c.agency), 'budgetLine', c.budget_line,
        'lineTitle', CASE WHEN c.title_th IS NOT NULL THEN label(c.title_th, c.title_en) END,
        'fiscalYear', c.fiscal_year + 543, 'area', named(ARRAY ['area'], c.area), 'funder', who(c.funder),
        'money', phase_amounts(c.money), 'blocked', blocked_amounts(c.blocked), 'postings', c.postings, 'basis', c.basis,
        'lineage', lineage(c.log_id, c.log_offset, c.event_id))
        ORDER BY c.area COLLATE "C", c.agency COLLATE "C", c.budget_line COLLATE "C", c.fiscal_year), '[]') FROM chosen c),
    'totals', jsonb_build_object(
        'money', phase_amounts((SELECT jsonb_object_agg(key, amount) FROM (
            SELECT m.key, sum(m.value::numeric) AS amount FROM found f, jsonb_each_text(f.money) m GROUP BY m.key) AS per)),
        'blocked', blocked_amounts((SELECT jsonb_object_agg(key, amount) FROM (
            SELECT m.key, sum(m.value::numeric) AS amount FROM found f, jsonb_each_text(f.blocked) m GROUP BY m.key) AS per))))
