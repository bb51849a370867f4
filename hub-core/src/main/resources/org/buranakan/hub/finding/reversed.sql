-- Binds :postings, ids. What rests on a posting rests on what reverses it, and on what reverses that, which need not repeat what it was for.
WITH RECURSIVE reversed AS (
    SELECT id, reverses FROM posting WHERE id = ANY (:postings::text[])
    UNION
    SELECT r.id, r.reverses FROM reversed v JOIN posting r ON r.id = v.reverses
)
SELECT DISTINCT touched.kind, touched.key
FROM reversed JOIN posting p USING (id) CROSS JOIN LATERAL (VALUES ('activity', p.activity), ('plan', p.plan), ('line', p.agency || ':' || p.budget_line)) AS touched(kind, key)
WHERE touched.key IS NOT NULL
