-- Binds :keys, codes of areas; null for all. What is allotted to a wider area of the line is a key as well. What stands at the end of a day counts; a reversal counts on the day of what it reverses.
WITH asked AS (
    SELECT agency, budget_line, fiscal_year, area FROM posting WHERE area = ANY (:keys::text[])
    UNION
    SELECT p.agency, p.budget_line, p.fiscal_year, p.area
    FROM posting w JOIN posting p ON p.agency = w.agency AND p.budget_line = w.budget_line AND p.fiscal_year = w.fiscal_year AND p.area <> w.area AND starts_with(p.area, w.area)
    WHERE w.area = ANY (:keys::text[]) AND w.phase IN ('APPROVED', 'ALLOTTED')
), chosen AS (
    SELECT * FROM posting WHERE :keys::text[] IS NULL
    UNION ALL
    SELECT p.* FROM asked a JOIN posting p ON p.agency = a.agency AND p.budget_line = a.budget_line AND p.fiscal_year = a.fiscal_year AND p.area = a.area
), posted AS (
    SELECT p.*, coalesce(o.posted_on, p.posted_on) AS day
    FROM chosen p LEFT JOIN posting o ON o.id = p.reverses AND o.agency = p.agency AND o.budget_line = p.budget_line
         AND o.fiscal_year = p.fiscal_year AND o.area = p.area
    WHERE p.phase <> 'PROPOSED'
), standing AS (
    SELECT *, greatest(sum(amount_satang) FILTER (WHERE phase = 'APPROVED') OVER until, sum(amount_satang) FILTER (WHERE phase = 'ALLOTTED') OVER until, 0) AS earlier,
           greatest(sum(amount_satang) FILTER (WHERE phase = 'COMMITTED') OVER until,
                    paid_out(sum(amount_satang) FILTER (WHERE phase = 'DISBURSED') OVER until, sum(amount_satang) FILTER (WHERE phase = 'RETURNED') OVER until), 0) AS later,
           row_number() OVER (PARTITION BY agency, budget_line, fiscal_year, area ORDER BY posted_on, id COLLATE "C") AS turn
    FROM posted WINDOW until AS (PARTITION BY agency, budget_line, fiscal_year, area ORDER BY day)
), line AS (
    SELECT *, min(day) FILTER (WHERE later > earlier) OVER line AS since, max(later - earlier) OVER line AS uncovered,
           bool_or(phase = 'UNKNOWN') OVER line AS unclear, bool_or(phase IN ('APPROVED', 'ALLOTTED')) OVER line AS covered
    FROM standing WINDOW line AS (PARTITION BY agency, budget_line, fiscal_year, area)
), judged AS (
    SELECT agency, budget_line, fiscal_year, area, since, uncovered, covered AND NOT unclear AS computable, max(day) AS last,
           max(later) FILTER (WHERE day = since) AS later, max(earlier) FILTER (WHERE day = since) AS earlier,
           label(coalesce(max(line_title_th COLLATE "C"), budget_line), max(line_title_en COLLATE "C")) AS name,
           jsonb_agg(lineage(log_id, log_offset, event_id) ORDER BY id COLLATE "C") FILTER (WHERE turn <= 20) AS evidence,
           coalesce(array_agg(DISTINCT activity COLLATE "C") FILTER (WHERE turn <= 20 AND activity IS NOT NULL), '{}') AS subjects
    FROM line WHERE uncovered > 0 OR unclear
    GROUP BY agency, budget_line, fiscal_year, area, since, uncovered, covered, unclear
), wide AS (
    SELECT j.agency, j.budget_line, j.fiscal_year, j.area, array_agg(DISTINCT w.area COLLATE "C") AS areas
    FROM judged j JOIN posting w ON w.agency = j.agency AND w.budget_line = j.budget_line AND w.fiscal_year = j.fiscal_year AND w.area <> j.area AND starts_with(j.area, w.area)
    WHERE w.phase IN ('APPROVED', 'ALLOTTED') GROUP BY j.agency, j.budget_line, j.fiscal_year, j.area
), told AS (
    SELECT j.*, j.computable AND w.areas IS NULL AS told, ARRAY [j.area] || coalesce(w.areas, '{}') AS keys
    FROM judged j LEFT JOIN wide w ON w.agency = j.agency AND w.budget_line = j.budget_line AND w.fiscal_year = j.fiscal_year AND w.area = j.area
)
SELECT 'phase-out-of-order:' || agency || ':' || replace(replace(budget_line, '%', '%25'), ':', '%3A') || ':' || fiscal_year || ':' || area AS id, keys,
       ARRAY [area] AS areas, ARRAY [agency] AS agencies, subjects, CASE WHEN told THEN uncovered::bigint END AS amount_satang,
       NULL::bigint AS people, coalesce(since, last) AS since, NULL::date AS due_on, told AS computable, evidence,
       jsonb_build_object('line', name, 'agency', named(ARRAY ['agency'], agency) -> 'name', 'year', (fiscal_year + 543)::text,
           'area', named(ARRAY ['area'], area) -> 'name', 'since', since, 'laterSatang', later, 'earlierSatang', earlier) AS specifics
FROM told
