-- Binds :keys, ids of budget_summary; null for all.
WITH key AS MATERIALIZED (
    SELECT part[1] AS agency, replace(replace(part[2], '%3A', ':'), '%25', '%') AS budget_line, part[3]::integer AS fiscal_year, part[4] AS area
    FROM unnest(:keys::text[]) AS id CROSS JOIN LATERAL regexp_match(id, '^([^:]*):([^:]*):(-?[0-9]+):(.*)$') AS part
    UNION SELECT agency, budget_line, fiscal_year, area FROM posting WHERE :keys::text[] IS NULL
    UNION SELECT agency, budget_line, fiscal_year, area FROM budget_summary WHERE :keys::text[] IS NULL
), line AS (
    SELECT agency, budget_line, fiscal_year, area,
           (array_agg(line_title_th ORDER BY posted_on DESC, id COLLATE "C" DESC) FILTER (WHERE line_title_th IS NOT NULL))[1] AS title_th,
           (array_agg(line_title_en ORDER BY posted_on DESC, id COLLATE "C" DESC) FILTER (WHERE line_title_th IS NOT NULL))[1] AS title_en,
           (array_agg(funder ORDER BY posted_on DESC, id COLLATE "C" DESC))[1] AS funder,
           (array_agg(basis ORDER BY array_position(ARRAY ['ILLUSTRATIVE', 'ESTIMATED', 'UNKNOWN', 'RECORDED', 'REPORTED'], basis)))[1] AS basis,
           count(*) AS postings, bool_or(restriction IS NOT NULL) AS restricted,
           (array_agg(log_id ORDER BY log_offset DESC, log_id))[1] AS log_id, max(log_offset) AS log_offset,
           (array_agg(event_id ORDER BY log_offset DESC, log_id))[1] AS event_id
    FROM key JOIN posting USING (agency, budget_line, fiscal_year, area) GROUP BY agency, budget_line, fiscal_year, area
), derived AS (
    SELECT agency || ':' || replace(replace(budget_line, '%', '%25'), ':', '%3A') || ':' || fiscal_year || ':' || area AS id, agency, budget_line, fiscal_year, area,
           title_th, title_en, funder, basis,
           -- Line by line: what is asked of one is found by its index, and no estimate is needed of how many there are.
           (SELECT jsonb_object_agg(phase, amount)
            FROM (SELECT p.phase, sum(p.amount_satang) AS amount FROM posting p
                  WHERE p.agency = line.agency AND p.budget_line = line.budget_line AND p.fiscal_year = line.fiscal_year AND p.area = line.area
                  GROUP BY p.phase) AS per) AS money,
           CASE WHEN restricted THEN coalesce(
               (SELECT jsonb_object_agg(restriction, amount)
                FROM (SELECT b.restriction, sum(b.amount_satang) AS amount FROM blocked_money b
                      WHERE b.agency = line.agency AND b.budget_line = line.budget_line AND b.fiscal_year = line.fiscal_year AND b.area = line.area
                      GROUP BY b.restriction) AS per), '{}') ELSE '{}' END AS blocked,
           postings, log_id, log_offset, event_id
    FROM line
), written AS (
    INSERT INTO budget_summary AS was (id, agency, budget_line, fiscal_year, area, title_th, title_en, funder, basis, money, blocked,
                                       postings, log_id, log_offset, event_id)
    SELECT * FROM derived
    ON CONFLICT (id) DO UPDATE SET title_th = excluded.title_th, title_en = excluded.title_en, funder = excluded.funder,
        basis = excluded.basis, money = excluded.money, blocked = excluded.blocked, postings = excluded.postings,
        log_id = excluded.log_id, log_offset = excluded.log_offset, event_id = excluded.event_id
    WHERE was.* IS DISTINCT FROM excluded.*
    RETURNING id, agency
), gone AS (
    DELETE FROM budget_summary s USING key k
    WHERE s.agency = k.agency AND s.budget_line = k.budget_line AND s.fiscal_year = k.fiscal_year AND s.area = k.area
      AND s.id NOT IN (SELECT id FROM derived)
    RETURNING s.id, s.agency
), told AS (
    INSERT INTO change (family, key, agency) SELECT 'budget', id, agency FROM (TABLE written UNION ALL TABLE gone) AS changed ORDER BY id
    RETURNING key
)
SELECT count(*) FROM told
