SELECT b.id AS key, jsonb_build_object(
    'entityId', b.id, 'agency', b.agency, 'budgetLine', b.budget_line,
    'lineTitle', CASE WHEN b.title_th IS NOT NULL THEN label(b.title_th, b.title_en) END,
    'fiscalYear', b.fiscal_year, 'area', b.area, 'money', phase_amounts(b.money), 'blocked', satang_per_restriction(b.blocked),
    'postings', b.postings, 'position', log_position(b.log_id, b.log_offset)) AS content
FROM budget_summary b WHERE b.id = ANY (:keys::text[])
