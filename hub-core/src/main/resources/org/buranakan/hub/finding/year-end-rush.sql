-- Binds :keys, budget lines as <agency>:<line>; null for all. A reversal counts on the day of what it reverses.
WITH line AS (
    SELECT split_part(key, ':', 1) AS agency, substr(key, strpos(key, ':') + 1) AS budget_line FROM unnest(:keys::text[]) AS key
    UNION SELECT agency, budget_line FROM posting WHERE :keys::text[] IS NULL AND phase IN ('DISBURSED', 'UNKNOWN')
), bound AS (
    SELECT threshold('year-end-rush', 'months') AS months, threshold('year-end-rush', 'sharePercent') AS percent
), paid AS (
    SELECT p.*, coalesce(o.posted_on, p.posted_on) AS day, (make_date(p.fiscal_year, 10, 1) - make_interval(months => b.months))::date AS late_from,
           make_date(p.fiscal_year, 9, 30) AS ends_on
    FROM line CROSS JOIN bound b JOIN posting p USING (agency, budget_line)
         LEFT JOIN posting o ON o.id = p.reverses AND o.agency = p.agency AND o.budget_line = p.budget_line AND o.phase = 'DISBURSED'
    WHERE p.phase IN ('DISBURSED', 'UNKNOWN')
), year AS (
    SELECT agency, budget_line, fiscal_year, label(coalesce(max(line_title_th COLLATE "C"), budget_line), max(line_title_en COLLATE "C")) AS name,
           min(late_from) AS late_from, bool_or(phase = 'UNKNOWN') AS unclear, max(posted_on) AS since,
           coalesce(sum(amount_satang) FILTER (WHERE phase = 'DISBURSED' AND day <= ends_on), 0) AS total,
           coalesce(sum(amount_satang) FILTER (WHERE phase = 'DISBURSED' AND day BETWEEN late_from AND ends_on), 0) AS late
    FROM paid GROUP BY agency, budget_line, fiscal_year
)
SELECT 'year-end-rush:' || y.agency || ':' || y.budget_line || ':' || y.fiscal_year AS id, ARRAY [y.agency || ':' || y.budget_line] AS keys,
       behind.areas, ARRAY [y.agency] AS agencies, '{}'::text[] AS subjects, y.late::bigint AS amount_satang, NULL::bigint AS people, y.since,
       NULL::date AS due_on, NOT y.unclear AND b.months IS NOT NULL AND b.percent IS NOT NULL AS computable, behind.evidence,
       jsonb_build_object('line', y.name, 'agency', named(ARRAY ['agency'], y.agency) -> 'name', 'year', (y.fiscal_year + 543)::text,
           'from', y.late_from, 'share', CASE WHEN y.total > 0 THEN round(y.late * 100 / y.total) END, 'lateSatang', y.late, 'allSatang', y.total) AS specifics
FROM year y CROSS JOIN bound b CROSS JOIN LATERAL (
    SELECT array_agg(DISTINCT area COLLATE "C") AS areas,
           jsonb_agg(lineage(log_id, log_offset, event_id) ORDER BY id COLLATE "C") FILTER (WHERE turn <= 20) AS evidence
    FROM (SELECT *, row_number() OVER (ORDER BY day DESC, id COLLATE "C") AS turn FROM paid p
          WHERE p.agency = y.agency AND p.budget_line = y.budget_line AND p.fiscal_year = y.fiscal_year) AS posted) AS behind
WHERE y.unclear OR (y.total > 0 AND (b.months IS NULL OR b.percent IS NULL OR y.late * 100 > y.total * b.percent))
