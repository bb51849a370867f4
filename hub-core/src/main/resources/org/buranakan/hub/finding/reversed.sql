-- Binds :postings, ids. What rests on a posting rests on what reverses it, which need not repeat what it was for.
SELECT DISTINCT touched.kind, touched.key
FROM posting p CROSS JOIN LATERAL (VALUES ('activity', p.activity), ('plan', p.plan), ('line', p.agency || ':' || p.budget_line)) AS touched(kind, key)
WHERE p.id = ANY (:postings::text[]) AND touched.key IS NOT NULL
