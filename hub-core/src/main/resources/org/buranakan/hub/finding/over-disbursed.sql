-- Binds :keys, codes of areas; null for all.
WITH line AS (
    SELECT agency, budget_line, fiscal_year, area,
           label(coalesce(max(line_title_th COLLATE "C"), budget_line), max(line_title_en COLLATE "C")) AS name,
           coalesce(sum(amount_satang) FILTER (WHERE phase IN ('DISBURSED', 'RETURNED')), 0) AS paid,
           sum(amount_satang) FILTER (WHERE phase = 'ALLOTTED') AS allotted,
           bool_or(phase = 'UNKNOWN') AS unclear
    FROM posting WHERE :keys::text[] IS NULL OR area = ANY (:keys::text[])
    GROUP BY agency, budget_line, fiscal_year, area
), judged AS (
    SELECT *, allotted IS NOT NULL AND NOT unclear AS computable FROM line WHERE paid > coalesce(allotted, 0) OR unclear
)
SELECT 'over-disbursed:' || j.agency || ':' || replace(replace(j.budget_line, '%', '%25'), ':', '%3A') || ':' || j.fiscal_year || ':' || j.area AS id, ARRAY [j.area] AS keys,
       ARRAY [j.area] AS areas, ARRAY [j.agency] AS agencies, behind.subjects,
       CASE WHEN j.computable THEN (j.paid - j.allotted)::bigint END AS amount_satang, NULL::bigint AS people, behind.since,
       NULL::date AS due_on, j.computable, behind.evidence,
       jsonb_build_object('line', j.name, 'agency', named(ARRAY ['agency'], j.agency) -> 'name', 'year', (j.fiscal_year + 543)::text,
           'area', named(ARRAY ['area'], j.area) -> 'name', 'paidSatang', j.paid, 'allottedSatang', j.allotted) AS specifics
FROM judged j CROSS JOIN LATERAL (
    SELECT max(posted_on) AS since, jsonb_agg(lineage(log_id, log_offset, event_id) ORDER BY id COLLATE "C") FILTER (WHERE turn <= 20) AS evidence,
           coalesce(array_agg(DISTINCT activity COLLATE "C") FILTER (WHERE turn <= 20 AND activity IS NOT NULL), '{}') AS subjects
    FROM (SELECT *, row_number() OVER (ORDER BY posted_on DESC, id COLLATE "C") AS turn FROM posting p
          WHERE p.agency = j.agency AND p.budget_line = j.budget_line AND p.fiscal_year = j.fiscal_year AND p.area = j.area
            AND p.phase IN ('ALLOTTED', 'DISBURSED', 'RETURNED', 'UNKNOWN')) AS posted) AS behind
