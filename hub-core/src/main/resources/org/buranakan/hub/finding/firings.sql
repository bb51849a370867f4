WITH population (rule, looked_at) AS (VALUES
    ('join-up', (SELECT count(*) FROM activity WHERE status NOT IN ('CANCELLED', 'WITHDRAWN'))),
    ('left-out', (SELECT count(*) FROM area_summary WHERE programme)),
    ('contradiction', (SELECT count(*) FROM activity WHERE same_as IS NOT NULL AND status <> 'WITHDRAWN')),
    ('not-agreed', (SELECT count(*) FROM plan WHERE joint AND status NOT IN ('DRAFT', 'COMPLETED', 'WITHDRAWN'))),
    ('milestone-overdue', (SELECT count(*) FROM plan_milestone m JOIN plan p ON p.id = m.plan_id
                           WHERE m.due_on < (SELECT max(date) FROM business_date) AND p.status NOT IN ('DRAFT', 'WITHDRAWN'))),
    ('unknown-plan', (SELECT count(*) FROM plan) + (SELECT count(*) FROM finding WHERE rule = 'unknown-plan')),
    ('no-committee', (SELECT count(DISTINCT left(area, 2)) FROM area_summary WHERE programme)),
    ('agency-silent', (SELECT count(*) FROM reference WHERE kind = 'agency' AND stands_today(valid_from, valid_to))),
    ('blocked-money', (SELECT count(*) FROM activity WHERE status NOT IN ('DONE', 'CANCELLED', 'WITHDRAWN'))),
    ('over-disbursed', (SELECT count(*) FROM budget_summary)),
    ('phase-out-of-order', (SELECT count(*) FROM budget_summary)),
    ('funded-twice', (SELECT count(*) FROM activity WHERE status <> 'WITHDRAWN')),
    ('split-purchase', (SELECT count(*) FROM (SELECT DISTINCT agency, budget_line, fiscal_year, recipient FROM posting WHERE phase = 'DISBURSED' AND reverses IS NULL) AS paid)),
    ('year-end-rush', (SELECT count(*) FROM (SELECT DISTINCT agency, budget_line, fiscal_year FROM budget_summary WHERE jsonb_exists(money, 'DISBURSED')) AS paid))
)
SELECT jsonb_build_object('rule', p.rule, 'lookedAt', p.looked_at, 'found', count(f.id) FILTER (WHERE f.computable),
    'uncertain', count(f.id) FILTER (WHERE NOT f.computable), 'countedAt', moment())
FROM population p LEFT JOIN finding f ON f.rule = p.rule GROUP BY p.rule, p.looked_at
