-- A reversal takes back what it reverses, also where it does not repeat the plan.
CREATE OR REPLACE VIEW posting_effect AS
    SELECT p.agency, p.budget_line, p.fiscal_year, p.area, p.activity, p.phase, coalesce(p.restriction, r.restriction) AS restriction, p.amount_satang,
           coalesce(p.plan, r.plan) AS plan
    FROM posting p LEFT JOIN posting r ON r.id = p.reverses AND r.agency = p.agency AND r.budget_line = p.budget_line AND r.fiscal_year = p.fiscal_year
         AND r.area = p.area AND r.activity IS NOT DISTINCT FROM p.activity
    WHERE p.activity IS NOT NULL OR p.reverses IS NULL
       OR NOT EXISTS (SELECT FROM posting o WHERE o.id = p.reverses AND o.agency = p.agency AND o.budget_line = p.budget_line
                      AND o.fiscal_year = p.fiscal_year AND o.area = p.area AND o.activity IS NOT NULL)
    UNION ALL
    SELECT p.agency, p.budget_line, p.fiscal_year, p.area, r.activity, p.phase, coalesce(p.restriction, r.restriction), p.amount_satang,
           coalesce(p.plan, r.plan)
    FROM posting p JOIN posting r ON r.id = p.reverses AND r.agency = p.agency AND r.budget_line = p.budget_line
         AND r.fiscal_year = p.fiscal_year AND r.area = p.area
    WHERE p.activity IS NULL AND r.activity IS NOT NULL;
COMMENT ON VIEW posting_effect IS 'Every posting once, with the activity, restriction and plan that it is about: its own, or where it states none those of what it reverses, of the same line, fiscal year and area.';

-- What each party said last of a plan: the one place that decides it.
CREATE VIEW standing_stance AS
    SELECT DISTINCT ON (plan, party COLLATE "C") plan, party, stance, plan_revision, stated_on, agency, log_id, log_offset FROM agreement
    WHERE stance <> 'WITHDRAWN' AND agency = coalesce(speaks_for_itself(party), agency)
    ORDER BY plan, party COLLATE "C", stated_on DESC, plan_revision DESC, id COLLATE "C" DESC;
COMMENT ON VIEW standing_stance IS 'What each party said last of a plan, and which agency published it; withdrawn stances are not said. Nobody speaks for an agency but itself: see disregarded.';

CREATE OR REPLACE FUNCTION stances(plan_id text) RETURNS jsonb LANGUAGE sql STABLE PARALLEL SAFE
    RETURN (SELECT coalesce(jsonb_agg(stance_of(party, stance, plan_revision, stated_on, agency)
                ORDER BY stated_on, party COLLATE "C"), '[]')
            FROM standing_stance WHERE plan = plan_id);
COMMENT ON FUNCTION stances IS 'See standing_stance.';
