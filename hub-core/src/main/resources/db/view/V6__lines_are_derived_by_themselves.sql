-- A line's row is derived when one of its own postings comes, no more with every other line of its area; areas and rules sum lines.
CREATE INDEX budget_summary_line ON budget_summary (agency, budget_line, fiscal_year, area);

-- A reversal takes back what it reverses, also where it does not repeat the activity. Two branches, so that each is found by its own index.
CREATE VIEW posting_effect AS
    SELECT p.agency, p.budget_line, p.fiscal_year, p.area, p.activity, p.phase, coalesce(p.restriction, r.restriction) AS restriction, p.amount_satang
    FROM posting p LEFT JOIN posting r ON r.id = p.reverses AND r.agency = p.agency AND r.budget_line = p.budget_line AND r.fiscal_year = p.fiscal_year
         AND r.area = p.area AND r.activity IS NOT DISTINCT FROM p.activity
    WHERE p.activity IS NOT NULL OR p.reverses IS NULL
       OR NOT EXISTS (SELECT FROM posting o WHERE o.id = p.reverses AND o.agency = p.agency AND o.budget_line = p.budget_line
                      AND o.fiscal_year = p.fiscal_year AND o.area = p.area AND o.activity IS NOT NULL)
    UNION ALL
    SELECT p.agency, p.budget_line, p.fiscal_year, p.area, r.activity, p.phase, coalesce(p.restriction, r.restriction), p.amount_satang
    FROM posting p JOIN posting r ON r.id = p.reverses AND r.agency = p.agency AND r.budget_line = p.budget_line
         AND r.fiscal_year = p.fiscal_year AND r.area = p.area
    WHERE p.activity IS NULL AND r.activity IS NOT NULL;
COMMENT ON VIEW posting_effect IS 'Every posting once, with the activity and restriction that it is about: its own, or where it states none those of what it reverses, of the same line, fiscal year and area.';

CREATE OR REPLACE VIEW blocked_money AS
    SELECT agency, budget_line, fiscal_year, area, activity, restriction,
           least(running, remaining) - least(running - amount, remaining) AS amount_satang
    FROM (SELECT *, rank() OVER (PARTITION BY agency, budget_line, fiscal_year, area, activity
                                 ORDER BY remaining DESC, array_position(ARRAY ['PROPOSED', 'APPROVED', 'ALLOTTED', 'COMMITTED'], phase) DESC NULLS LAST) AS turn
          FROM (SELECT *, greatest(0, least(held, stated - abs(paid_out(paid, returned)))) AS remaining
                FROM (SELECT *,
                             sum(amount) FILTER (WHERE phase = 'DISBURSED') OVER line AS paid,
                             sum(amount) FILTER (WHERE phase = 'RETURNED') OVER line AS returned,
                             sum(amount) OVER stage AS stated,
                             sum(amount) FILTER (WHERE restriction IS NOT NULL AND amount > 0) OVER stage AS held,
                             sum(amount) FILTER (WHERE restriction IS NOT NULL AND amount > 0)
                                 OVER (stage ORDER BY restriction COLLATE "C") AS running
                      FROM (SELECT agency, budget_line, fiscal_year, area, activity, phase, restriction, sum(amount_satang) AS amount
                            FROM posting_effect GROUP BY agency, budget_line, fiscal_year, area, activity, phase, restriction) AS posted
                      WINDOW line AS (PARTITION BY agency, budget_line, fiscal_year, area, activity),
                             stage AS (PARTITION BY agency, budget_line, fiscal_year, area, activity, phase)) AS summed
                WHERE restriction IS NOT NULL AND amount > 0 AND phase NOT IN ('DISBURSED', 'RETURNED')) AS judged) AS ranked
    WHERE turn = 1 AND least(running, remaining) > least(running - amount, remaining);

CREATE OR REPLACE FUNCTION activity_money(activity_id text) RETURNS jsonb LANGUAGE sql STABLE PARALLEL SAFE
    RETURN phase_amounts((SELECT jsonb_object_agg(phase, amount) FROM (
        SELECT phase, sum(amount_satang) AS amount FROM posting_effect WHERE activity = activity_id GROUP BY phase) AS per));

-- Every line is derived anew: blocked money has another meaning, and what is dirty already says so of its areas only.
INSERT INTO dirty (kind, key)
SELECT DISTINCT 'budget', agency || ':' || replace(replace(budget_line, '%', '%25'), ':', '%3A') || ':' || fiscal_year || ':' || area FROM posting;

-- The rules over-disbursed and phase-out-of-order follow lines now, no more areas: everything is judged anew.
INSERT INTO dirty (kind, key) VALUES ('reference', 'agency'), ('reference', 'programme');

-- Rows come and go by the million, and each pass reads what vacuum has left of them.
ALTER TABLE dirty SET (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 20000);

COMMENT ON TABLE dirty IS 'Keys whose derived rows must be computed again. Intake only appends, in the transaction of the facts; derivation deletes a key with all its rows, and only then reads facts (READ COMMITTED). Two derivations of one key must exclude each other (advisory lock), or the older snapshot could overwrite the newer.';
COMMENT ON COLUMN dirty.kind IS 'area (any level), province, budget (id of budget_summary), activity, plan, line (<agency>:<budget line> with money paid out or returned), posting (one that is reversed), agency, reference (key = its kind), clock (key = the new date): the kinds that some row is derived from.';
