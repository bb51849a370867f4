-- Binds :keys, budget lines as <agency>:<line>; null for all. A reversal counts on the day of what it reverses. What the last months paid is
-- what was paid out at the end of the year less what was when they began.
WITH line AS (
    SELECT split_part(key, ':', 1) AS agency, substr(key, strpos(key, ':') + 1) AS budget_line FROM unnest(:keys::text[]) AS key
    UNION SELECT agency, budget_line FROM posting WHERE :keys::text[] IS NULL AND phase IN ('DISBURSED', 'RETURNED', 'UNKNOWN')
), bound AS (
    SELECT threshold('year-end-rush', 'months') AS months, threshold('year-end-rush', 'sharePercent') AS percent
), posted AS (
    SELECT p.*, CASE WHEN p.reverses IS NULL THEN p.posted_on ELSE counts_on(p.id, true) END AS day,
           (make_date(p.fiscal_year, 10, 1) - make_interval(months => b.months))::date AS late_from,
           make_date(p.fiscal_year, 9, 30) AS ends_on
    FROM line CROSS JOIN bound b JOIN posting p USING (agency, budget_line)
    WHERE p.phase IN ('DISBURSED', 'RETURNED', 'UNKNOWN')
), year AS (
    SELECT *, greatest(paid_out(sum(amount_satang) FILTER (WHERE phase = 'DISBURSED' AND day <= ends_on) OVER year,
                                sum(amount_satang) FILTER (WHERE phase = 'RETURNED' AND day <= ends_on) OVER year), 0) AS total,
           greatest(paid_out(sum(amount_satang) FILTER (WHERE phase = 'DISBURSED' AND day < late_from) OVER year,
                             sum(amount_satang) FILTER (WHERE phase = 'RETURNED' AND day < late_from) OVER year), 0) AS early,
           bool_or(phase = 'UNKNOWN') OVER year AS unclear, row_number() OVER (year ORDER BY day DESC, id COLLATE "C") AS turn
    FROM posted WINDOW year AS (PARTITION BY agency, budget_line, fiscal_year)
), judged AS (
    SELECT agency, budget_line, fiscal_year, total, total - early AS late, late_from,
           NOT unclear AND b.months IS NOT NULL AND b.percent IS NOT NULL AS computable, max(posted_on) AS since,
           label(coalesce(max(line_title_th COLLATE "C"), budget_line), max(line_title_en COLLATE "C")) AS name,
           array_agg(DISTINCT area COLLATE "C") AS areas,
           jsonb_agg(lineage(log_id, log_offset, event_id) ORDER BY id COLLATE "C") FILTER (WHERE turn <= 20) AS evidence
    FROM year CROSS JOIN bound b
    WHERE unclear OR (total > 0 AND (b.months IS NULL OR b.percent IS NULL OR (total - early) * 100 > total * b.percent))
    GROUP BY agency, budget_line, fiscal_year, total, early, late_from, unclear, b.months, b.percent
)
SELECT 'year-end-rush:' || agency || ':' || budget_line || ':' || fiscal_year AS id, ARRAY [agency || ':' || budget_line] AS keys,
       areas, ARRAY [agency] AS agencies, '{}'::text[] AS subjects, late::bigint AS amount_satang, NULL::bigint AS people, since,
       NULL::date AS due_on, computable, evidence,
       jsonb_build_object('line', name, 'agency', named(ARRAY ['agency'], agency) -> 'name', 'year', (fiscal_year + 543)::text,
           'from', late_from, 'share', CASE WHEN total > 0 THEN round(late * 100 / total) END, 'lateSatang', late, 'allSatang', total) AS specifics
FROM judged
