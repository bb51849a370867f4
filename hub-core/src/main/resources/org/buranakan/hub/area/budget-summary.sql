-- Binds :keys, ids of budget_summary; null for all.
WITH key AS MATERIALIZED (
    SELECT part[1] AS agency, replace(replace(part[2], '%3A', ':'), '%25', '%') AS budget_line, part[3]::integer AS fiscal_year, part[4] AS area
    FROM unnest(:keys::text[]) AS id CROSS JOIN LATERAL regexp_match(id, '^([^:]*):([^:]*):(-?[0-9]+):(.*)$') AS part
    UNION SELECT agency, budget_line, fiscal_year, area FROM posting WHERE :keys::text[] IS NULL
    UNION SELECT agency, budget_line, fiscal_year, area FROM budget_summary WHERE :keys::text[] IS NULL
), posted AS MATERIALIZED (
    SELECT p.* FROM key k JOIN posting p USING (agency, budget_line, fiscal_year, area)
), money AS (
    SELECT agency, budget_line, fiscal_year, area, jsonb_object_agg(phase, amount) AS money
    FROM (SELECT agency, budget_line, fiscal_year, area, phase, sum(amount_satang) AS amount
          FROM posted GROUP BY agency, budget_line, fiscal_year, area, phase) AS per
    GROUP BY agency, budget_line, fiscal_year, area
), held AS (
    SELECT agency, budget_line, fiscal_year, area, jsonb_object_agg(restriction, amount) AS blocked
    FROM (SELECT r.agency, r.budget_line, r.fiscal_year, r.area, b.restriction, sum(b.amount_satang) AS amount
          FROM (SELECT DISTINCT agency, budget_line, fiscal_year, area FROM posted WHERE restriction IS NOT NULL) AS r
               CROSS JOIN LATERAL (SELECT restriction, amount_satang FROM blocked_money
                                   WHERE agency = r.agency AND budget_line = r.budget_line AND fiscal_year = r.fiscal_year AND area = r.area) AS b
          GROUP BY r.agency, r.budget_line, r.fiscal_year, r.area, b.restriction) AS per
    GROUP BY agency, budget_line, fiscal_year, area
), line AS (
    SELECT agency, budget_line, fiscal_year, area,
           (array_agg(line_title_th ORDER BY posted_on DESC, id COLLATE "C" DESC) FILTER (WHERE line_title_th IS NOT NULL))[1] AS title_th,
           (array_agg(line_title_en ORDER BY posted_on DESC, id COLLATE "C" DESC) FILTER (WHERE line_title_th IS NOT NULL))[1] AS title_en,
           (array_agg(funder ORDER BY posted_on DESC, id COLLATE "C" DESC))[1] AS funder,
           (array_agg(basis ORDER BY array_position(ARRAY ['ILLUSTRATIVE', 'ESTIMATED', 'UNKNOWN', 'RECORDED', 'REPORTED'], basis)))[1] AS basis,
           count(*) AS postings,
           (array_agg(log_id ORDER BY log_offset DESC, log_id))[1] AS log_id, max(log_offset) AS log_offset,
           (array_agg(event_id ORDER BY log_offset DESC, log_id))[1] AS event_id
    FROM posted GROUP BY agency, budget_line, fiscal_year, area
), derived AS (
    SELECT agency || ':' || replace(replace(line.budget_line, '%', '%25'), ':', '%3A') || ':' || fiscal_year || ':' || area AS id, agency, budget_line, fiscal_year, area,
           title_th, title_en, funder, basis, money, coalesce(blocked, '{}') AS blocked, postings, log_id, log_offset, event_id
    FROM line JOIN money USING (agency, budget_line, fiscal_year, area) LEFT JOIN held USING (agency, budget_line, fiscal_year, area)
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
