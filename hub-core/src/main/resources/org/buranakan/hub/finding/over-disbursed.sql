-- Binds :keys, codes of areas; null for all.
WITH line AS (
    SELECT *, greatest(paid_out(sum(amount_satang) FILTER (WHERE phase = 'DISBURSED') OVER line,
                                sum(amount_satang) FILTER (WHERE phase = 'RETURNED') OVER line), 0) AS paid,
           sum(amount_satang) FILTER (WHERE phase = 'ALLOTTED') OVER line AS allotted, bool_or(phase = 'UNKNOWN') OVER line AS unclear,
           row_number() OVER (line ORDER BY posted_on DESC, id COLLATE "C") AS turn
    FROM posting
    WHERE phase IN ('ALLOTTED', 'DISBURSED', 'RETURNED', 'UNKNOWN') AND (:keys::text[] IS NULL OR area = ANY (:keys::text[]))
    WINDOW line AS (PARTITION BY agency, budget_line, fiscal_year, area)
), judged AS (
    SELECT agency, budget_line, fiscal_year, area, paid, allotted, allotted IS NOT NULL AND NOT unclear AS computable, max(posted_on) AS since,
           label(coalesce(max(line_title_th COLLATE "C"), budget_line), max(line_title_en COLLATE "C")) AS name,
           jsonb_agg(lineage(log_id, log_offset, event_id) ORDER BY id COLLATE "C") FILTER (WHERE turn <= 20) AS evidence,
           coalesce(array_agg(DISTINCT activity COLLATE "C") FILTER (WHERE turn <= 20 AND activity IS NOT NULL), '{}') AS subjects
    FROM line WHERE paid > coalesce(allotted, 0) OR unclear
    GROUP BY agency, budget_line, fiscal_year, area, paid, allotted, unclear
)
SELECT 'over-disbursed:' || agency || ':' || replace(replace(budget_line, '%', '%25'), ':', '%3A') || ':' || fiscal_year || ':' || area AS id, ARRAY [area] AS keys,
       ARRAY [area] AS areas, ARRAY [agency] AS agencies, subjects, CASE WHEN computable THEN (paid - allotted)::bigint END AS amount_satang,
       NULL::bigint AS people, since, NULL::date AS due_on, computable, evidence,
       jsonb_build_object('line', name, 'agency', named(ARRAY ['agency'], agency) -> 'name', 'year', (fiscal_year + 543)::text,
           'area', named(ARRAY ['area'], area) -> 'name', 'paidSatang', paid, 'allottedSatang', allotted) AS specifics
FROM judged
