-- Binds :keys, budget lines as <agency>:<line>; null for all. Of each recipient and year the days with the most are told; and of each line and
-- year those with the most of which it cannot be told whose they are or under which limit. Whoever is not named may be any recipient
-- who was paid within as many days before or after.
WITH line AS (
    SELECT split_part(key, ':', 1) AS agency, substr(key, strpos(key, ':') + 1) AS budget_line FROM unnest(:keys::text[]) AS key
    UNION SELECT agency, budget_line FROM posting WHERE :keys::text[] IS NULL AND phase IN ('DISBURSED', 'UNKNOWN')
), paid AS MATERIALIZED (
    SELECT p.id, p.agency, p.budget_line, p.fiscal_year, p.recipient, p.procurement, p.phase, p.posted_on AS day, p.activity, p.area,
           p.line_title_th, p.line_title_en, p.log_id, p.log_offset, p.event_id,
           p.amount_satang + coalesce((SELECT sum(w.amount_satang) FROM posting r CROSS JOIN LATERAL with_reversals(r.id) AS w WHERE r.reverses = p.id AND r.agency = p.agency), 0) AS net
    FROM line JOIN posting p USING (agency, budget_line) WHERE p.phase IN ('DISBURSED', 'UNKNOWN') AND p.reverses IS NULL
), method AS (
    SELECT code, jsonb_exists(attributes, 'thresholdBaht') AS limited, substring(attributes ->> 'thresholdBaht' FROM '^[0-9]{1,12}$')::numeric * 100 AS most
    FROM reference WHERE kind = 'procurement'
), bound AS (
    SELECT threshold('split-purchase', 'days') AS days, greatest(coalesce(threshold('split-purchase', 'days'), 366), 1) - 1 AS later,
           min(most) AS least, CASE WHEN bool_and(most IS NOT NULL OR NOT limited) THEN max(most) END AS most
    FROM method
), payment AS (
    SELECT p.*, m.most, b.least, b.later,
           p.phase = 'DISBURSED' AND p.recipient IS NOT NULL AND m.most IS NOT NULL AND b.days IS NOT NULL AS told
    FROM paid p CROSS JOIN bound b LEFT JOIN method m ON m.code = p.procurement
    WHERE (m.code IS NULL OR m.limited OR b.least IS NULL)
      AND p.net BETWEEN 1 AND coalesce(m.most, CASE WHEN m.code IS NULL THEN b.most END, p.net)
), near AS (
    SELECT *, count(*) FILTER (WHERE told) OVER alike AS told_payments, sum(net) FILTER (WHERE told) OVER alike AS told_total,
           count(*) OVER theirs + CASE WHEN recipient IS NULL THEN 0 ELSE count(*) FILTER (WHERE recipient IS NULL) OVER anybodys END AS payments,
           count(*) FILTER (WHERE NOT told) OVER theirs
               + CASE WHEN recipient IS NULL THEN 0 ELSE count(*) FILTER (WHERE recipient IS NULL) OVER anybodys END AS untold_payments,
           sum(net) OVER theirs + CASE WHEN recipient IS NULL THEN 0 ELSE coalesce(sum(net) FILTER (WHERE recipient IS NULL) OVER anybodys, 0) END AS total
    FROM payment
    WINDOW alike AS (PARTITION BY agency, budget_line, fiscal_year, recipient, most ORDER BY day - date '2000-01-01'
                     RANGE BETWEEN CURRENT ROW AND (SELECT later FROM bound) FOLLOWING),
           theirs AS (PARTITION BY agency, budget_line, fiscal_year, recipient ORDER BY day - date '2000-01-01'
                      RANGE BETWEEN CURRENT ROW AND (SELECT later FROM bound) FOLLOWING),
           anybodys AS (PARTITION BY agency, budget_line, fiscal_year ORDER BY day - date '2000-01-01'
                        RANGE BETWEEN (SELECT later FROM bound) PRECEDING AND (SELECT later FROM bound) FOLLOWING)
), split AS (
    SELECT *, told AND told_payments > 1 AND told_total > most AS split,
           bool_or(told AND told_payments > 1 AND told_total > most) OVER (PARTITION BY agency, budget_line, fiscal_year, recipient) AS accused
    FROM near
), judged AS (
    SELECT *, NOT accused AND payments > 1 AND untold_payments > 0 AND (least IS NULL OR total > least) AS doubtful FROM split
), chosen AS (
    SELECT *, first_value(day) OVER most_split AS split_from, first_value(most) OVER most_split AS split_most,
           first_value(doubtful) OVER most_doubtful AS doubted, first_value(day) OVER most_doubtful AS doubt_from,
           first_value(recipient) OVER most_doubtful AS doubt_about
    FROM judged
    WINDOW most_split AS (PARTITION BY agency, budget_line, fiscal_year, recipient ORDER BY split DESC, told_total DESC, day, most, id COLLATE "C"),
           most_doubtful AS (PARTITION BY agency, budget_line, fiscal_year ORDER BY doubtful DESC, total DESC, day, recipient COLLATE "C", id COLLATE "C")
), behind AS (
    SELECT *, row_number() OVER (PARTITION BY agency, budget_line, fiscal_year, about, computable ORDER BY day, id COLLATE "C") AS turn
    FROM (SELECT *, recipient AS about, true AS computable FROM chosen
          WHERE accused AND told AND most = split_most AND day BETWEEN split_from AND split_from + later
          UNION ALL
          SELECT *, NULL, false FROM chosen
          WHERE doubted AND ((recipient IS NOT DISTINCT FROM doubt_about AND day BETWEEN doubt_from AND doubt_from + later)
                             OR (recipient IS NULL AND day BETWEEN doubt_from - later AND doubt_from + later AND doubt_about IS NOT NULL))) AS resting
), summed AS (
    SELECT agency, budget_line, fiscal_year, about, computable, min(day) AS from_day, max(day) AS until, count(*) AS payments, sum(net) AS amount,
           max(split_most) FILTER (WHERE computable) AS most, array_agg(DISTINCT area COLLATE "C") AS areas,
           coalesce(array_agg(DISTINCT activity COLLATE "C") FILTER (WHERE activity IS NOT NULL AND turn <= 20), '{}') AS subjects,
           label(coalesce(max(line_title_th COLLATE "C"), budget_line), max(line_title_en COLLATE "C")) AS name,
           jsonb_agg(lineage(log_id, log_offset, event_id) ORDER BY turn) FILTER (WHERE turn <= 20) AS evidence
    FROM behind GROUP BY agency, budget_line, fiscal_year, about, computable
)
SELECT 'split-purchase:' || left(encode(sha256(convert_to(jsonb_build_array(agency, budget_line, fiscal_year, about)::text, 'UTF8')), 'hex'), 16) AS id,
       ARRAY [agency || ':' || budget_line] AS keys, areas, ARRAY [agency] AS agencies, subjects, amount::bigint AS amount_satang, NULL::bigint AS people,
       until AS since, NULL::date AS due_on, computable, evidence,
       jsonb_build_object('agency', named(ARRAY ['agency'], agency) -> 'name', 'recipient', who(about) -> 'name', 'line', name,
           'payments', payments, 'from', from_day, 'to', until, 'amountSatang', amount, 'limitSatang', most) AS specifics
FROM summed
