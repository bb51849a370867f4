-- Binds :keys, budget lines as <agency>:<line>; null for all. Of each recipient and year the window with the most is told.
WITH line AS (
    SELECT split_part(key, ':', 1) AS agency, substr(key, strpos(key, ':') + 1) AS budget_line FROM unnest(:keys::text[]) AS key
    UNION SELECT agency, budget_line FROM posting WHERE :keys::text[] IS NULL AND phase IN ('DISBURSED', 'UNKNOWN')
), paid AS (
    SELECT p.* FROM line JOIN posting p USING (agency, budget_line) WHERE p.phase IN ('DISBURSED', 'UNKNOWN')
), undone AS (
    SELECT agency, budget_line, reverses, sum(amount_satang) AS amount FROM paid WHERE reverses IS NOT NULL GROUP BY agency, budget_line, reverses
), method AS (
    SELECT code, substring(attributes ->> 'thresholdBaht' FROM '^[0-9]{1,12}$')::numeric * 100 AS satang FROM reference WHERE kind = 'procurement'
), bound AS (
    SELECT threshold('split-purchase', 'days') AS days, (SELECT min(satang) FROM method) AS least
), payment AS (
    SELECT p.id, p.agency, p.budget_line, p.fiscal_year, p.recipient, p.posted_on, p.activity, p.area, p.line_title_th, p.line_title_en,
           p.log_id, p.log_offset, p.event_id, p.amount_satang + coalesce(u.amount, 0) AS net, coalesce(m.satang, b.least) AS most,
           p.phase = 'DISBURSED' AND p.recipient IS NOT NULL AND m.satang IS NOT NULL AND b.days IS NOT NULL AS told
    FROM paid p CROSS JOIN bound b LEFT JOIN method m ON m.code = p.procurement
         LEFT JOIN undone u ON u.agency = p.agency AND u.budget_line = p.budget_line AND u.reverses = p.id
    WHERE p.reverses IS NULL AND (m.code IS NULL OR m.satang IS NOT NULL OR b.least IS NULL)
), near AS (
    SELECT *, count(*) OVER near AS payments, sum(net) OVER near AS total, max(posted_on) OVER near AS until,
           count(*) FILTER (WHERE told) OVER near AS told_payments, sum(net) FILTER (WHERE told) OVER near AS told_total
    FROM payment WHERE net > 0 AND (most IS NULL OR net <= most)
    WINDOW near AS (PARTITION BY agency, budget_line, fiscal_year, recipient, most ORDER BY posted_on - date '2000-01-01'
                    RANGE BETWEEN CURRENT ROW AND (SELECT greatest(coalesce(days, 366), 1) - 1 FROM bound) FOLLOWING)
), judged AS (
    SELECT *, coalesce(told_payments > 1 AND told_total > most, false) AS computable FROM near WHERE payments > 1 AND (most IS NULL OR total > most)
), chosen AS (
    SELECT DISTINCT ON (agency, budget_line, fiscal_year, recipient) agency, budget_line, fiscal_year, recipient, most, computable, posted_on, until
    FROM judged ORDER BY agency, budget_line, fiscal_year, recipient, computable DESC, CASE WHEN computable THEN told_total ELSE total END DESC, posted_on, most
)
SELECT 'split-purchase:' || left(encode(sha256(convert_to(jsonb_build_array(c.agency, c.budget_line, c.fiscal_year, c.recipient)::text, 'UTF8')), 'hex'), 16) AS id,
       ARRAY [c.agency || ':' || c.budget_line] AS keys, behind.areas, ARRAY [c.agency] AS agencies, behind.subjects,
       behind.amount::bigint AS amount_satang, NULL::bigint AS people, behind.until AS since, NULL::date AS due_on, c.computable, behind.evidence,
       jsonb_build_object('agency', named(ARRAY ['agency'], c.agency) -> 'name', 'recipient', who(c.recipient) -> 'name', 'line', behind.name,
           'payments', behind.payments, 'from', c.posted_on, 'to', behind.until, 'amountSatang', behind.amount, 'limitSatang', c.most) AS specifics
FROM chosen c CROSS JOIN LATERAL (
    SELECT array_agg(DISTINCT area COLLATE "C") AS areas, coalesce(array_agg(DISTINCT activity COLLATE "C") FILTER (WHERE activity IS NOT NULL), '{}') AS subjects,
           sum(net) AS amount, count(*) AS payments, max(posted_on) AS until,
           label(coalesce(max(line_title_th COLLATE "C"), c.budget_line), max(line_title_en COLLATE "C")) AS name,
           jsonb_agg(lineage(log_id, log_offset, event_id) ORDER BY posted_on, id COLLATE "C") AS evidence
    FROM near n
    WHERE n.agency = c.agency AND n.budget_line = c.budget_line AND n.fiscal_year = c.fiscal_year AND n.recipient IS NOT DISTINCT FROM c.recipient
      AND n.most IS NOT DISTINCT FROM c.most AND n.posted_on BETWEEN c.posted_on AND c.until AND (n.told OR NOT c.computable)) AS behind
