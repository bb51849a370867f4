-- Binds :keys, codes of areas; null for all. What stands at the end of a day counts; a reversal counts on the day of what it reverses.
WITH posted AS (
    SELECT p.agency, p.budget_line, p.fiscal_year, p.area, p.phase, p.amount_satang, p.line_title_th, p.line_title_en, coalesce(o.posted_on, p.posted_on) AS day
    FROM posting p LEFT JOIN posting o ON o.id = p.reverses AND o.agency = p.agency AND o.budget_line = p.budget_line
         AND o.fiscal_year = p.fiscal_year AND o.area = p.area
    WHERE :keys::text[] IS NULL OR p.area = ANY (:keys::text[])
), daily AS (
    SELECT agency, budget_line, fiscal_year, area, day, max(line_title_th COLLATE "C") AS title_th, max(line_title_en COLLATE "C") AS title_en,
           sum(amount_satang) FILTER (WHERE phase = 'APPROVED') AS approved, sum(amount_satang) FILTER (WHERE phase = 'ALLOTTED') AS allotted,
           sum(amount_satang) FILTER (WHERE phase = 'COMMITTED') AS committed,
           sum(amount_satang) FILTER (WHERE phase IN ('DISBURSED', 'RETURNED')) AS paid, bool_or(phase = 'UNKNOWN') AS unclear
    FROM posted GROUP BY agency, budget_line, fiscal_year, area, day
), standing AS (
    SELECT *, greatest(sum(approved) OVER line, sum(allotted) OVER line, 0) AS earlier, greatest(sum(committed) OVER line, sum(paid) OVER line, 0) AS later
    FROM daily WINDOW line AS (PARTITION BY agency, budget_line, fiscal_year, area ORDER BY day)
), line AS (
    SELECT agency, budget_line, fiscal_year, area, label(coalesce(max(title_th COLLATE "C"), budget_line), max(title_en COLLATE "C")) AS name,
           min(day) FILTER (WHERE later > earlier) AS since, max(day) AS last, max(later - earlier) AS uncovered,
           NOT bool_or(unclear) AND count(approved) + count(allotted) > 0 AS computable
    FROM standing GROUP BY agency, budget_line, fiscal_year, area HAVING max(later - earlier) > 0 OR bool_or(unclear)
)
SELECT 'phase-out-of-order:' || l.agency || ':' || replace(replace(l.budget_line, '%', '%25'), ':', '%3A') || ':' || l.fiscal_year || ':' || l.area AS id, ARRAY [l.area] AS keys,
       ARRAY [l.area] AS areas, ARRAY [l.agency] AS agencies, behind.subjects, CASE WHEN l.computable THEN l.uncovered::bigint END AS amount_satang,
       NULL::bigint AS people, coalesce(l.since, l.last) AS since, NULL::date AS due_on, l.computable, behind.evidence,
       jsonb_build_object('line', l.name, 'agency', named(ARRAY ['agency'], l.agency) -> 'name', 'year', (l.fiscal_year + 543)::text,
           'area', named(ARRAY ['area'], l.area) -> 'name', 'since', l.since, 'laterSatang', s.later, 'earlierSatang', s.earlier) AS specifics
FROM line l LEFT JOIN standing s ON s.agency = l.agency AND s.budget_line = l.budget_line AND s.fiscal_year = l.fiscal_year AND s.area = l.area AND s.day = l.since
     CROSS JOIN LATERAL (
    SELECT jsonb_agg(lineage(log_id, log_offset, event_id) ORDER BY id COLLATE "C") FILTER (WHERE turn <= 20) AS evidence,
           coalesce(array_agg(DISTINCT activity COLLATE "C") FILTER (WHERE turn <= 20 AND activity IS NOT NULL), '{}') AS subjects
    FROM (SELECT *, row_number() OVER (ORDER BY posted_on, id COLLATE "C") AS turn FROM posting p
          WHERE p.agency = l.agency AND p.budget_line = l.budget_line AND p.fiscal_year = l.fiscal_year AND p.area = l.area AND p.phase <> 'PROPOSED') AS posted) AS behind
