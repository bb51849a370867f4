WITH key AS (
    SELECT area FROM unnest(:areas::text[]) AS area
    UNION SELECT area FROM posting WHERE :areas::text[] IS NULL
    UNION SELECT area FROM budget_summary WHERE :areas::text[] IS NULL
), posted AS (
    SELECT * FROM posting WHERE area IN (SELECT area FROM key)
), money AS (
    SELECT agency, budget_line, fiscal_year, area, jsonb_object_agg(phase, amount) AS money
    FROM (SELECT agency, budget_line, fiscal_year, area, phase, sum(amount_satang) AS amount
          FROM posted GROUP BY agency, budget_line, fiscal_year, area, phase) AS per
    GROUP BY agency, budget_line, fiscal_year, area
), held AS (
    SELECT agency, budget_line, fiscal_year, area, jsonb_object_agg(restriction, amount) AS blocked
    FROM (SELECT agency, budget_line, fiscal_year, area, restriction, sum(amount_satang) AS amount
          FROM blocked_money WHERE area IN (SELECT area FROM key) GROUP BY agency, budget_line, fiscal_year, area, restriction) AS per
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
    DELETE FROM budget_summary WHERE area IN (SELECT area FROM key) AND id NOT IN (SELECT id FROM derived) RETURNING id, agency
), told AS (
    INSERT INTO change (family, key, agency) SELECT 'budget', id, agency FROM (TABLE written UNION ALL TABLE gone) AS changed ORDER BY id
    RETURNING key
)
SELECT count(*) FROM told
