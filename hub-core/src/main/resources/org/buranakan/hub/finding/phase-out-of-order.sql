-- Binds :keys, ids of budget_summary; null for all. Only of lines with such money postings are read. What is allotted to a wider area of the line is a key as well. What stands at the end of a day counts; a reversal counts on the day of what it reverses.
WITH summed AS NOT MATERIALIZED (
    SELECT id AS summary, agency, budget_line, fiscal_year, area, jsonb_exists_any(money, ARRAY ['APPROVED', 'ALLOTTED']) AS covers,
           jsonb_exists_any(money, ARRAY ['COMMITTED', 'DISBURSED', 'RETURNED', 'UNKNOWN']) AS spends
    FROM budget_summary
), asked AS MATERIALIZED (
    SELECT * FROM summed WHERE (:keys::text[] IS NULL OR summary = ANY (:keys::text[])) AND spends
    UNION
    SELECT s.*
    FROM summed w JOIN summed s ON s.agency = w.agency AND s.budget_line = w.budget_line AND s.fiscal_year = w.fiscal_year
         AND s.area <> w.area AND w.area IN (left(s.area, 2), left(s.area, 4))
    WHERE w.summary = ANY (:keys::text[]) AND length(w.area) IN (2, 4) AND w.covers AND s.spends
), posted AS (
    SELECT p.*, a.summary,
           CASE WHEN p.reverses IS NULL THEN p.posted_on ELSE counts_on(p.id, false) END AS day
    FROM asked a JOIN posting p ON p.agency = a.agency AND p.budget_line = a.budget_line AND p.fiscal_year = a.fiscal_year AND p.area = a.area
    WHERE p.phase <> 'PROPOSED'
), standing AS (
    SELECT *, greatest(sum(amount_satang) FILTER (WHERE phase = 'APPROVED') OVER until, sum(amount_satang) FILTER (WHERE phase = 'ALLOTTED') OVER until, 0) AS earlier,
           greatest(sum(amount_satang) FILTER (WHERE phase = 'COMMITTED') OVER until,
                    paid_out(sum(amount_satang) FILTER (WHERE phase = 'DISBURSED') OVER until, sum(amount_satang) FILTER (WHERE phase = 'RETURNED') OVER until), 0) AS later,
           row_number() OVER (PARTITION BY summary ORDER BY posted_on, id COLLATE "C") AS turn
    FROM posted WINDOW until AS (PARTITION BY summary ORDER BY day)
), line AS (
    SELECT *, min(day) FILTER (WHERE later > earlier) OVER line AS since, max(later - earlier) OVER line AS uncovered,
           bool_or(phase = 'UNKNOWN') OVER line AS unclear, bool_or(phase IN ('APPROVED', 'ALLOTTED')) OVER line AS covered
    FROM standing WINDOW line AS (PARTITION BY summary)
), judged AS (
    SELECT summary, agency, budget_line, fiscal_year, area, since, uncovered, covered AND NOT unclear AS computable, max(day) AS last,
           max(later) FILTER (WHERE day = since) AS later, max(earlier) FILTER (WHERE day = since) AS earlier,
           label(coalesce(max(line_title_th COLLATE "C"), budget_line), max(line_title_en COLLATE "C")) AS name,
           jsonb_agg(lineage(log_id, log_offset, event_id) ORDER BY id COLLATE "C") FILTER (WHERE turn <= 20) AS evidence,
           coalesce(array_agg(DISTINCT activity COLLATE "C") FILTER (WHERE turn <= 20 AND activity IS NOT NULL), '{}') AS subjects
    FROM line WHERE uncovered > 0 OR unclear
    GROUP BY summary, agency, budget_line, fiscal_year, area, since, uncovered, covered, unclear
), told AS (
    SELECT j.*, j.computable AND cardinality(w.ids) = 0 AS told, ARRAY [j.summary] || w.ids AS keys
    FROM judged j
         CROSS JOIN LATERAL (
             SELECT array(SELECT summary FROM summed
                          WHERE agency = j.agency AND budget_line = j.budget_line AND fiscal_year = j.fiscal_year
                            AND area = ANY (ARRAY [left(j.area, 2), left(j.area, 4)]) AND area <> j.area AND covers
                          ORDER BY summary COLLATE "C") AS ids) AS w
)
SELECT 'phase-out-of-order:' || summary AS id, keys,
       ARRAY [area] AS areas, ARRAY [agency] AS agencies, subjects, CASE WHEN told THEN uncovered::bigint END AS amount_satang,
       NULL::bigint AS people, coalesce(since, last) AS since, NULL::date AS due_on, told AS computable, evidence,
       jsonb_build_object('line', name, 'agency', named(ARRAY ['agency'], agency) -> 'name', 'year', (fiscal_year + 543)::text,
           'area', named(ARRAY ['area'], area) -> 'name', 'since', since, 'laterSatang', later, 'earlierSatang', earlier) AS specifics
FROM told
