CREATE FUNCTION paid_out(disbursed numeric, returned numeric) RETURNS numeric LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN greatest(disbursed, 0) + least(returned, 0);
COMMENT ON FUNCTION paid_out IS 'What was paid and did not come back, of the sums of the postings DISBURSED and RETURNED (null where there are none). Refunds are negative and undo payments; below zero it is what went back unspent.';

-- As before, with the meaning of refunds in its one place.
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
                      FROM (SELECT p.agency, p.budget_line, p.fiscal_year, p.area, p.activity, p.phase,
                                   coalesce(p.restriction, r.restriction) AS restriction, sum(p.amount_satang) AS amount
                            FROM posting p LEFT JOIN posting r ON r.id = p.reverses AND r.agency = p.agency AND r.budget_line = p.budget_line
                                 AND r.area = p.area AND r.activity IS NOT DISTINCT FROM p.activity
                            GROUP BY p.agency, p.budget_line, p.fiscal_year, p.area, p.activity, p.phase, coalesce(p.restriction, r.restriction)) AS posted
                      WINDOW line AS (PARTITION BY agency, budget_line, fiscal_year, area, activity),
                             stage AS (PARTITION BY agency, budget_line, fiscal_year, area, activity, phase)) AS summed
                WHERE restriction IS NOT NULL AND amount > 0 AND phase NOT IN ('DISBURSED', 'RETURNED')) AS judged) AS ranked
    WHERE turn = 1 AND least(running, remaining) > least(running - amount, remaining);

CREATE FUNCTION phase_name(phase text) RETURNS jsonb LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE phase WHEN 'PROPOSED' THEN label('เสนอขอ', 'proposed') WHEN 'APPROVED' THEN label('อนุมัติ', 'approved')
        WHEN 'ALLOTTED' THEN label('จัดสรร', 'allotted') WHEN 'COMMITTED' THEN label('ผูกพัน', 'committed')
        WHEN 'DISBURSED' THEN label('เบิกจ่าย', 'disbursed') WHEN 'RETURNED' THEN label('คืน', 'returned') ELSE label('ไม่ทราบ', 'unknown') END;

CREATE FUNCTION whole_number(stated text) RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN substring(stated FROM '^[0-9]{1,4}$')::integer;
COMMENT ON FUNCTION whole_number IS 'Of an attribute of reference; null where it is missing or no whole number of four digits at most: days, months, per cent.';

CREATE FUNCTION threshold(code text, attribute text) RETURNS integer LANGUAGE sql STABLE PARALLEL SAFE
    RETURN (SELECT whole_number(r.attributes ->> attribute) FROM reference r WHERE r.kind = 'threshold' AND r.code = $1);
COMMENT ON FUNCTION threshold IS 'A figure that a rule judges by, from the reference list threshold; null where nobody states it.';

-- A statement that calls these for each of its rows would have them planned anew for each.
ALTER FUNCTION named SET plan_cache_mode = force_generic_plan;
ALTER FUNCTION lineage SET plan_cache_mode = force_generic_plan;
ALTER FUNCTION speaks_for_itself SET plan_cache_mode = force_generic_plan;

-- What rows of before touch now: a change of theirs must reach the findings that rest on what they say today.
UPDATE plan p SET touches = array(
    SELECT key FROM unnest(p.touches || ('plan/' || p.id) || array(SELECT 'province/' || left(n.area, 2) FROM plan_area n WHERE n.plan_id = p.id)) AS key
    GROUP BY key ORDER BY key COLLATE "C");
UPDATE activity a SET touches = array(
    SELECT key FROM unnest(a.touches || ('plan/' || a.plan) || array(SELECT 'province/' || left(n.area, 2) FROM activity_area n WHERE n.activity_id = a.id)) AS key
    WHERE key IS NOT NULL GROUP BY key ORDER BY key COLLATE "C");
UPDATE agreement SET touches = array(SELECT DISTINCT key COLLATE "C" FROM unnest(touches || ('plan/' || plan)) AS key ORDER BY 1);

-- What the rules look up; after the rows have changed, so that each is indexed once. Partial wherever most rows have nothing to look up.
CREATE INDEX posting_plan ON posting (plan) WHERE plan IS NOT NULL;
CREATE INDEX posting_reverses ON posting (reverses) WHERE reverses IS NOT NULL;
CREATE INDEX activity_same_as ON activity (same_as) WHERE same_as IS NOT NULL;
CREATE INDEX plan_area_province ON plan_area (left(area, 2));
CREATE INDEX plan_area_amphoe ON plan_area (left(area, 4));
CREATE INDEX activity_area_province ON activity_area (left(area, 2));

-- The newest of an agency; the offset tells facts of one instant apart.
DROP INDEX plan_agency, activity_agency;
CREATE INDEX plan_agency ON plan (agency, occurred_at, log_offset);
CREATE INDEX activity_agency ON activity (agency, occurred_at, log_offset);
CREATE INDEX posting_agency ON posting (agency, occurred_at, log_offset);
CREATE INDEX complaint_count_agency ON complaint_count (agency, occurred_at, log_offset);
CREATE INDEX agreement_agency ON agreement (agency, occurred_at, log_offset);
CREATE INDEX answer_agency ON answer (agency, occurred_at, log_offset);

CREATE VIEW published AS
    SELECT agency, occurred_at, log_id, log_offset, event_id FROM plan
    UNION ALL SELECT agency, occurred_at, log_id, log_offset, event_id FROM agreement
    UNION ALL SELECT agency, occurred_at, log_id, log_offset, event_id FROM activity
    UNION ALL SELECT agency, occurred_at, log_id, log_offset, event_id FROM posting
    UNION ALL SELECT agency, occurred_at, log_id, log_offset, event_id FROM answer
    UNION ALL SELECT agency, occurred_at, log_id, log_offset, event_id FROM complaint_count;
COMMENT ON VIEW published IS 'Every fact of every agency; the newest of one is found by indexes.';

-- Every rule judges or words by one of these: everything is judged anew.
INSERT INTO dirty (kind, key) VALUES ('reference', 'agency'), ('reference', 'programme');
COMMENT ON COLUMN dirty.kind IS 'area (any level), province, activity, plan, line (<agency>:<budget line> with money paid out or returned), posting (one that is reversed), agency, reference (key = its kind), clock (key = the new date): the kinds that some row is derived from.';
