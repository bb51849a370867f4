-- Binds :keys, ids of budget_summary; null for all. Lines are judged by their sums, and postings read of those that stand out only. What is allotted to
-- a wider area of the line covers this one too, nobody says how much of it: it is a key as well. More than all of it together is too much for certain.
WITH summed AS NOT MATERIALIZED (
    SELECT id, agency, budget_line, fiscal_year, area, (money ->> 'ALLOTTED')::numeric AS allotted, jsonb_exists(money, 'UNKNOWN') AS unclear,
           greatest(paid_out((money ->> 'DISBURSED')::numeric, (money ->> 'RETURNED')::numeric), 0) AS paid
    FROM budget_summary
), asked AS (
    SELECT * FROM summed WHERE :keys::text[] IS NULL OR id = ANY (:keys::text[])
    UNION
    SELECT s.*
    FROM summed w JOIN summed s ON s.agency = w.agency AND s.budget_line = w.budget_line AND s.fiscal_year = w.fiscal_year
         AND s.area <> w.area AND w.area IN (left(s.area, 2), left(s.area, 4))
    WHERE w.id = ANY (:keys::text[]) AND length(w.area) IN (2, 4) AND w.allotted IS NOT NULL
), line AS MATERIALIZED (
    SELECT * FROM asked WHERE paid > coalesce(allotted, 0) OR unclear
), told AS (
    SELECT l.*, p.*, c.covered, c.covered IS NOT NULL AND l.paid > c.covered AND NOT l.unclear AS told, ARRAY [l.id] || w.ids AS keys
    FROM line l
         CROSS JOIN LATERAL (
             SELECT coalesce(array_agg(id ORDER BY id COLLATE "C"), '{}') AS ids, sum(allotted) AS allotted FROM summed
             WHERE agency = l.agency AND budget_line = l.budget_line AND fiscal_year = l.fiscal_year
               AND area = ANY (ARRAY [left(l.area, 2), left(l.area, 4)]) AND area <> l.area AND allotted IS NOT NULL) AS w
         CROSS JOIN LATERAL (SELECT coalesce(l.allotted + w.allotted, l.allotted, w.allotted) AS covered) AS c
         CROSS JOIN LATERAL (
             SELECT max(posted_on) AS since, label(coalesce(max(line_title_th COLLATE "C"), l.budget_line), max(line_title_en COLLATE "C")) AS name,
                    jsonb_agg(lineage(log_id, log_offset, event_id) ORDER BY posted.id COLLATE "C") FILTER (WHERE turn <= 20) AS evidence,
                    coalesce(array_agg(DISTINCT activity COLLATE "C") FILTER (WHERE turn <= 20 AND activity IS NOT NULL), '{}') AS subjects
             FROM (SELECT *, row_number() OVER (ORDER BY posted_on DESC, id COLLATE "C") AS turn FROM posting
                   WHERE agency = l.agency AND budget_line = l.budget_line AND fiscal_year = l.fiscal_year AND area = l.area
                     AND phase IN ('ALLOTTED', 'DISBURSED', 'RETURNED', 'UNKNOWN')) AS posted) AS p
)
SELECT 'over-disbursed:' || id AS id, keys,
       ARRAY [area] AS areas, ARRAY [agency] AS agencies, subjects, CASE WHEN told THEN (paid - covered)::bigint END AS amount_satang,
       NULL::bigint AS people, since, NULL::date AS due_on, told AS computable, evidence,
       jsonb_build_object('line', name, 'agency', named(ARRAY ['agency'], agency) -> 'name', 'year', (fiscal_year + 543)::text,
           'area', named(ARRAY ['area'], area) -> 'name', 'paidSatang', paid, 'allottedSatang', covered) AS specifics
FROM told
