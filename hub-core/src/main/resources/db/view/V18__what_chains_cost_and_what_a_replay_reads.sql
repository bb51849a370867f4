-- What following a chain costs, and how few it yields: the planner takes a function for cheap and long otherwise, follows every chain there is
-- and reads whole tables beside it.
ALTER FUNCTION with_reversals COST 10000;
ALTER FUNCTION effect_of COST 10000;
ALTER FUNCTION posting_stands COST 10000;
ALTER FUNCTION reports_around COST 10000 ROWS 100;
ALTER FUNCTION rooted_reports COST 10000 ROWS 100;
ALTER FUNCTION reporters COST 10000 ROWS 2;
ALTER FUNCTION judged_statements COST 100000 ROWS 10;

-- As before, but chains are followed of what is asked for alone: a chain has to wait for the posting that it begins with.
CREATE OR REPLACE VIEW posting_effect AS
    SELECT p.agency, p.budget_line, p.fiscal_year, p.area, p.activity, p.phase, coalesce(p.restriction, e.restriction) AS restriction, p.amount_satang,
           coalesce(p.plan, e.plan) AS plan, p.id
    FROM posting p LEFT JOIN LATERAL effect_of(CASE WHEN p.reverses IS NOT NULL THEN p.id END) AS e ON true
    WHERE p.activity IS NOT NULL OR e.activity IS NULL
    UNION ALL
    SELECT r.agency, r.budget_line, r.fiscal_year, r.area, r.activity, p.phase, e.restriction, p.amount_satang, e.plan, p.id
    FROM posting r JOIN posting v ON v.reverses = r.id AND v.reverses IS NOT NULL AND v.agency = r.agency AND v.budget_line = r.budget_line
              AND v.fiscal_year = r.fiscal_year AND v.area = r.area
         CROSS JOIN LATERAL with_reversals(CASE WHEN r.activity IS NOT NULL THEN v.id END) AS w JOIN posting p ON p.id = w.id
         CROSS JOIN LATERAL effect_of(p.id) AS e
    WHERE r.activity IS NOT NULL AND v.activity IS NULL AND w.silent AND e.activity = r.activity;

-- What FirstSaid reads again. A copy has a table of this name instead, with what its own fold met: a replay rests on the logs alone.
CREATE VIEW plan_history AS
    SELECT log_id, log_offset, entity_id, event_id, value FROM hub.history WHERE outcome = 'APPLIED' AND value IS NOT NULL;
COMMENT ON VIEW plan_history IS 'Records that applied, of which those of plans are read.';

CREATE FUNCTION counts_on(posting_id text, across boolean) RETURNS date LANGUAGE sql STABLE PARALLEL SAFE COST 10000
BEGIN ATOMIC
    WITH RECURSIVE reversed AS (
        SELECT 0 AS turn, p.reverses, p.agency, p.budget_line, p.fiscal_year, p.area, p.phase, p.posted_on FROM posting p WHERE p.id = posting_id
        UNION ALL
        SELECT v.turn + 1, r.reverses, r.agency, r.budget_line, r.fiscal_year, r.area, r.phase, r.posted_on
        FROM reversed v JOIN posting r ON r.id = v.reverses AND r.agency = v.agency AND r.budget_line = v.budget_line
             AND CASE WHEN across THEN r.phase = v.phase ELSE r.fiscal_year = v.fiscal_year AND r.area = v.area END
        WHERE v.turn < 16)
    SELECT reversed.posted_on FROM reversed ORDER BY reversed.turn DESC LIMIT 1;
END;
COMMENT ON FUNCTION counts_on IS 'The day on which a reversal counts: that of what it reverses, of the same line, fiscal year and area (across: of the same line and phase), or of what that reverses, and so on, sixteen times at the most; its own where it reverses nothing of the kind.';
ALTER FUNCTION counts_on SET plan_cache_mode = force_generic_plan;

-- What plans said first is looked at anew, for a revision may have been missed; and everything is judged anew, for two rules mean something else.
TRUNCATE plan_first_said;
INSERT INTO dirty (kind, key) SELECT 'plan', id FROM plan;
INSERT INTO dirty (kind, key) VALUES ('reference', 'agency'), ('reference', 'programme');
INSERT INTO dirty (kind, key)
SELECT DISTINCT 'budget', agency || ':' || replace(replace(budget_line, '%', '%25'), ':', '%3A') || ':' || fiscal_year || ':' || area FROM posting WHERE reverses IS NOT NULL;
