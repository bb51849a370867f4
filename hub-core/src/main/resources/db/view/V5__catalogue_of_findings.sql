-- What the rest of the rules looks up. Partial wherever most rows have nothing to look up.
CREATE INDEX posting_plan ON posting (plan) WHERE plan IS NOT NULL;
CREATE INDEX posting_paid ON posting (agency, budget_line) WHERE phase IN ('DISBURSED', 'UNKNOWN');
CREATE INDEX activity_same_as ON activity (same_as) WHERE same_as IS NOT NULL;
CREATE INDEX activity_kind ON activity (kind);
CREATE INDEX complaint_count_agency ON complaint_count (agency);

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

-- What rows of before touch now: a change of theirs must reach the findings that rest on what they say today.
UPDATE plan p SET touches = array(
    SELECT key FROM unnest(p.touches || ('plan/' || p.id) || array(SELECT 'province/' || left(n.area, 2) FROM plan_area n WHERE n.plan_id = p.id)) AS key
    GROUP BY key ORDER BY key COLLATE "C");
UPDATE activity a SET touches = array(
    SELECT key FROM unnest(a.touches || ('plan/' || a.plan) || array(SELECT 'province/' || left(n.area, 2) FROM activity_area n WHERE n.activity_id = a.id)) AS key
    WHERE key IS NOT NULL GROUP BY key ORDER BY key COLLATE "C");
UPDATE agreement SET touches = array(SELECT DISTINCT key COLLATE "C" FROM unnest(touches || ('plan/' || plan)) AS key ORDER BY 1);

-- Every rule judges or words by one of these: everything is judged anew.
INSERT INTO dirty (kind, key) VALUES ('reference', 'agency'), ('reference', 'programme');
COMMENT ON COLUMN dirty.kind IS 'area (any level), province, activity, plan, line (<agency>:<budget line> with money paid out), agency, reference (key = its kind), clock (key = the new date): the kinds that some row is derived from.';
