-- Binds :keys, codes of areas; null for all. What is allotted to a wider area of the line covers this one too,
-- nobody says how much of it: its code is a key as well. More than all of it together is too much for certain.
WITH asked AS (
    SELECT agency, budget_line, fiscal_year, area FROM posting WHERE area = ANY (:keys::text[])
    UNION
    SELECT p.agency, p.budget_line, p.fiscal_year, p.area
    FROM posting w JOIN posting p ON p.agency = w.agency AND p.budget_line = w.budget_line AND p.fiscal_year = w.fiscal_year AND p.area <> w.area AND starts_with(p.area, w.area)
    WHERE w.area = ANY (:keys::text[]) AND w.phase = 'ALLOTTED'
), chosen AS (
    SELECT * FROM posting WHERE :keys::text[] IS NULL
    UNION ALL
    SELECT p.* FROM asked a JOIN posting p ON p.agency = a.agency AND p.budget_line = a.budget_line AND p.fiscal_year = a.fiscal_year AND p.area = a.area
), line AS (
    SELECT *, greatest(paid_out(sum(amount_satang) FILTER (WHERE phase = 'DISBURSED') OVER line,
                                sum(amount_satang) FILTER (WHERE phase = 'RETURNED') OVER line), 0) AS paid,
           sum(amount_satang) FILTER (WHERE phase = 'ALLOTTED') OVER line AS allotted, bool_or(phase = 'UNKNOWN') OVER line AS unclear,
           row_number() OVER (line ORDER BY posted_on DESC, id COLLATE "C") AS turn
    FROM chosen WHERE phase IN ('ALLOTTED', 'DISBURSED', 'RETURNED', 'UNKNOWN')
    WINDOW line AS (PARTITION BY agency, budget_line, fiscal_year, area)
), judged AS (
    SELECT agency, budget_line, fiscal_year, area, paid, allotted, NOT unclear AS clear, max(posted_on) AS since,
           label(coalesce(max(line_title_th COLLATE "C"), budget_line), max(line_title_en COLLATE "C")) AS name,
           jsonb_agg(lineage(log_id, log_offset, event_id) ORDER BY id COLLATE "C") FILTER (WHERE turn <= 20) AS evidence,
           coalesce(array_agg(DISTINCT activity COLLATE "C") FILTER (WHERE turn <= 20 AND activity IS NOT NULL), '{}') AS subjects
    FROM line WHERE paid > coalesce(allotted, 0) OR unclear
    GROUP BY agency, budget_line, fiscal_year, area, paid, allotted, unclear
), wide AS (
    SELECT j.agency, j.budget_line, j.fiscal_year, j.area, array_agg(DISTINCT w.area COLLATE "C") AS areas, sum(w.amount_satang) AS allotted
    FROM judged j JOIN posting w ON w.agency = j.agency AND w.budget_line = j.budget_line AND w.fiscal_year = j.fiscal_year AND w.area <> j.area AND starts_with(j.area, w.area)
    WHERE w.phase = 'ALLOTTED' GROUP BY j.agency, j.budget_line, j.fiscal_year, j.area
), told AS (
    SELECT j.*, c.covered, c.covered IS NOT NULL AND j.paid > c.covered AND j.clear AS told, ARRAY [j.area] || coalesce(w.areas, '{}') AS keys
    FROM judged j LEFT JOIN wide w ON w.agency = j.agency AND w.budget_line = j.budget_line AND w.fiscal_year = j.fiscal_year AND w.area = j.area
         CROSS JOIN LATERAL (SELECT coalesce(j.allotted + w.allotted, j.allotted, w.allotted) AS covered) AS c
)
SELECT 'over-disbursed:' || agency || ':' || replace(replace(budget_line, '%', '%25'), ':', '%3A') || ':' || fiscal_year || ':' || area AS id, keys,
       ARRAY [area] AS areas, ARRAY [agency] AS agencies, subjects, CASE WHEN told THEN (paid - covered)::bigint END AS amount_satang,
       NULL::bigint AS people, since, NULL::date AS due_on, told AS computable, evidence,
       jsonb_build_object('line', name, 'agency', named(ARRAY ['agency'], agency) -> 'name', 'year', (fiscal_year + 543)::text,
           'area', named(ARRAY ['area'], area) -> 'name', 'paidSatang', paid, 'allottedSatang', covered) AS specifics
FROM told
