-- Order by code point, whatever the database's locale: derived rows and documents are the same on every machine.

CREATE OR REPLACE FUNCTION blocked_amounts(blocked jsonb) RETURNS jsonb LANGUAGE sql STABLE PARALLEL SAFE
    RETURN (SELECT coalesce(jsonb_agg(jsonb_build_object('restriction', b.key,
                'name', named(ARRAY ['restriction'], b.key) -> 'name', 'amountSatang', b.value) ORDER BY b.key COLLATE "C"), '[]')
            FROM jsonb_each(coalesce(blocked, '{}')) b);

CREATE OR REPLACE VIEW blocked_money AS
    SELECT agency, budget_line, fiscal_year, area, activity, restriction,
           least(running, remaining) - least(running - amount, remaining) AS amount_satang
    FROM (SELECT *, rank() OVER (PARTITION BY agency, budget_line, fiscal_year, area, activity
                                 ORDER BY remaining DESC, array_position(ARRAY ['PROPOSED', 'APPROVED', 'ALLOTTED', 'COMMITTED'], phase) DESC NULLS LAST) AS turn
          FROM (SELECT *, greatest(0, least(held, stated - abs(greatest(paid, 0) - greatest(returned, 0)))) AS remaining
                FROM (SELECT *,
                             coalesce(sum(amount) FILTER (WHERE phase = 'DISBURSED') OVER line, 0) AS paid,
                             coalesce(-sum(amount) FILTER (WHERE phase = 'RETURNED') OVER line, 0) AS returned,
                             sum(amount) OVER stage AS stated,
                             sum(amount) FILTER (WHERE restriction IS NOT NULL AND amount > 0) OVER stage AS held,
                             sum(amount) FILTER (WHERE restriction IS NOT NULL AND amount > 0)
                                 OVER (stage ORDER BY restriction COLLATE "C") AS running
                      FROM (SELECT p.agency, p.budget_line, p.fiscal_year, p.area, p.activity, p.phase,
                                   coalesce(p.restriction, r.restriction) AS restriction, sum(p.amount_satang) AS amount
                            FROM posting p LEFT JOIN posting r ON r.id = p.reverses AND r.agency = p.agency AND r.budget_line = p.budget_line
                                 AND r.area = p.area AND r.activity IS NOT DISTINCT FROM p.activity
                            GROUP BY p.agency, p.budget_line, p.fiscal_year, p.area, p.activity, p.phase, coalesce(p.restriction, r.restriction)) AS posted
                      WINDOW line AS (PARTITION BY agency, budget_line, fiscal_year, area, activity),
                             stage AS (PARTITION BY agency, budget_line, fiscal_year, area, activity, phase)) AS summed
                WHERE restriction IS NOT NULL AND amount > 0 AND phase NOT IN ('DISBURSED', 'RETURNED')) AS judged) AS ranked
    WHERE turn = 1 AND least(running, remaining) > least(running - amount, remaining);
COMMENT ON VIEW blocked_money IS 'Money of a line, area and activity that a restriction still blocks. The same baht passes through several phases and counts once: only the phase with the most of it is split by restriction. What was paid is not blocked; it is taken from the money without a restriction first, and then in the order of the restrictions'' codes. Refunds (negative) undo payments; what was returned beyond what was paid went back unspent and is not blocked either. A reversal takes back what it reverses, also where it does not repeat the restriction.';

CREATE FUNCTION speaks_for_itself(party text) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
    RETURN (SELECT coalesce(r.attributes ->> 'agency', r.code) FROM reference r
            WHERE r.code = party AND (r.kind = 'agency' OR (r.kind = 'organisation' AND r.attributes ->> 'type' = 'agency'))
            ORDER BY r.kind LIMIT 1);
COMMENT ON FUNCTION speaks_for_itself IS 'The agency that a party is; null where the party has no system of its own, so that others speak for it.';

CREATE FUNCTION stance_of(party text, stance text, plan_revision bigint, stated_on date, agency text) RETURNS jsonb
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN jsonb_build_object('party', who(party), 'stance', stance, 'planRevision', plan_revision, 'statedOn', stated_on,
        'statedBy', named(ARRAY ['agency'], agency));

CREATE OR REPLACE FUNCTION stances(plan_id text) RETURNS jsonb LANGUAGE sql STABLE PARALLEL SAFE
    RETURN (SELECT coalesce(jsonb_agg(stance_of(party, stance, plan_revision, stated_on, agency)
                ORDER BY stated_on, party COLLATE "C"), '[]')
            FROM (SELECT DISTINCT ON (party COLLATE "C") party, stance, plan_revision, stated_on, agency FROM agreement
                  WHERE plan = plan_id AND stance <> 'WITHDRAWN' AND agency = coalesce(speaks_for_itself(party), agency)
                  ORDER BY party COLLATE "C", stated_on DESC, plan_revision DESC, id COLLATE "C" DESC) AS latest);
COMMENT ON FUNCTION stances IS 'What each party said last of a plan, and which agency published it; withdrawn stances are not said. Nobody speaks for an agency but itself: see disregarded.';

CREATE FUNCTION disregarded(plan_id text) RETURNS jsonb LANGUAGE sql STABLE PARALLEL SAFE
    RETURN (SELECT coalesce(jsonb_agg(stance_of(party, stance, plan_revision, stated_on, agency) ORDER BY stated_on, id COLLATE "C"), '[]')
            FROM agreement WHERE plan = plan_id AND stance <> 'WITHDRAWN' AND agency <> speaks_for_itself(party));
COMMENT ON FUNCTION disregarded IS 'What others said in the name of an agency that speaks for itself: shown, and no stance of anybody.';

CREATE FUNCTION stands_today(valid_from date, valid_to date) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
    RETURN (SELECT valid_from <= coalesce(max(date), valid_from) AND coalesce(valid_to >= max(date), true) FROM business_date);
COMMENT ON FUNCTION stands_today IS 'Whether a reference datum is valid on the business date; before the first, whatever has no end.';

-- What was derived by the former statements is derived again: each of these lists has all rows of somebody depend on it.
INSERT INTO dirty (kind, key) VALUES ('reference', 'agency'), ('reference', 'programme');
