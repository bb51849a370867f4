-- Derived rows: functions of committed facts, reference and the business date alone. They carry no clock of their own,
-- so two hubs that read the same logs hold the same rows, whatever the interleaving.

CREATE FUNCTION label(th text, en text) RETURNS jsonb LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN jsonb_build_object('th', th, 'en', en);
COMMENT ON FUNCTION label IS 'Text for people as REST shows it.';

CREATE FUNCTION named(kinds text[], code text) RETURNS jsonb LANGUAGE sql STABLE PARALLEL SAFE
    RETURN jsonb_build_object('code', code, 'name', coalesce(
        (SELECT label(r.name_th, r.name_en) FROM reference r
         WHERE r.code = $2 AND r.kind = ANY ($1) ORDER BY array_position($1, r.kind) LIMIT 1),
        label(code, NULL)));
COMMENT ON FUNCTION named IS 'A code with its name, from the first of the kinds that knows it; an unknown code is its own name.';

CREATE FUNCTION who(code text) RETURNS jsonb LANGUAGE sql STABLE PARALLEL SAFE
    RETURN named(ARRAY ['organisation', 'agency'], code);

CREATE FUNCTION all_named(kinds text[], codes text[]) RETURNS jsonb LANGUAGE sql STABLE PARALLEL SAFE
    RETURN (SELECT coalesce(jsonb_agg(named(kinds, c.code) ORDER BY c.ordinal), '[]')
            FROM unnest(codes) WITH ORDINALITY AS c(code, ordinal));

CREATE FUNCTION phase_amounts(money jsonb) RETURNS jsonb LANGUAGE sql STABLE PARALLEL SAFE
    RETURN (SELECT coalesce(jsonb_agg(jsonb_build_object('phase', m.key, 'amountSatang', m.value)
                ORDER BY array_position(ARRAY ['PROPOSED', 'APPROVED', 'ALLOTTED', 'COMMITTED', 'DISBURSED', 'RETURNED'], m.key), m.key), '[]')
            FROM jsonb_each(coalesce(money, '{}')) m);
COMMENT ON FUNCTION phase_amounts IS 'An object of satang per phase as a list, in the order in which money passes through them.';

CREATE FUNCTION blocked_amounts(blocked jsonb) RETURNS jsonb LANGUAGE sql STABLE PARALLEL SAFE
    RETURN (SELECT coalesce(jsonb_agg(jsonb_build_object('restriction', b.key,
                'name', named(ARRAY ['restriction'], b.key) -> 'name', 'amountSatang', b.value) ORDER BY b.key), '[]')
            FROM jsonb_each(coalesce(blocked, '{}')) b);

CREATE FUNCTION lineage(log_id integer, log_offset bigint, event_id uuid) RETURNS jsonb LANGUAGE sql STABLE PARALLEL SAFE
    RETURN (SELECT jsonb_build_object('topic', l.topic, 'partition', l.partition, 'offset', log_offset, 'eventId', event_id)
            FROM hub.log l WHERE l.id = log_id);

CREATE VIEW blocked_money AS
    SELECT agency, budget_line, fiscal_year, area, activity, restriction, max(amount_satang) AS amount_satang
    FROM (SELECT p.agency, p.budget_line, p.fiscal_year, p.area, p.activity, p.phase,
                 coalesce(p.restriction, r.restriction) AS restriction, sum(p.amount_satang) AS amount_satang
          FROM posting p LEFT JOIN posting r ON r.id = p.reverses AND r.agency = p.agency AND r.budget_line = p.budget_line
               AND r.area = p.area AND r.activity IS NOT DISTINCT FROM p.activity
          WHERE coalesce(p.restriction, r.restriction) IS NOT NULL AND p.phase NOT IN ('DISBURSED', 'RETURNED')
          GROUP BY p.agency, p.budget_line, p.fiscal_year, p.area, p.activity, p.phase, coalesce(p.restriction, r.restriction)) AS phased
    GROUP BY agency, budget_line, fiscal_year, area, activity, restriction
    HAVING max(amount_satang) > 0;
COMMENT ON VIEW blocked_money IS 'Money that a restriction still blocks. The same baht passes through several phases and counts once: the largest of the phases that carry the restriction. A reversal takes back what it reverses (of the same line, area and activity), also where it does not repeat the restriction; what is paid or returned is not blocked.';

CREATE TABLE area_summary (
    area                text    COLLATE "C" PRIMARY KEY,
    programme           boolean NOT NULL,
    stage               text,
    plans               bigint  NOT NULL,
    activities          jsonb   NOT NULL,
    participants        bigint  NOT NULL,
    participants_target bigint  NOT NULL,
    money               jsonb   NOT NULL,
    blocked             jsonb   NOT NULL,
    received            bigint  NOT NULL,
    resolved            bigint  NOT NULL,
    pending             bigint  NOT NULL,
    stands_at           jsonb   NOT NULL
);
COMMENT ON TABLE area_summary IS 'What facts state of an area under its own code (any level; no row where they state nothing). Higher levels are summed on read; plans and activities, which may name several areas, are counted there from the facts. Writer: package area.';
COMMENT ON COLUMN area_summary.programme IS 'Whether the area is a tambon that a standing plan (any but a withdrawn one) names.';
COMMENT ON COLUMN area_summary.stage IS 'Of a programme tambon, the highest in the order of reference list programme-stage of: the lowest of the list, what standing plans state for it, what done activities there imply (attribute stage of their activity-kind).';
COMMENT ON COLUMN area_summary.activities IS 'Object: how many activities name the area, per status.';
COMMENT ON COLUMN area_summary.participants IS 'Of the activities that name the area, each counted whole; reports that are the same as another agency''s (same_as) are left out. The target leaves out cancelled and withdrawn ones too.';
COMMENT ON COLUMN area_summary.money IS 'Object: satang per phase.';
COMMENT ON COLUMN area_summary.blocked IS 'Object: satang per restriction, see blocked_money.';
COMMENT ON COLUMN area_summary.pending IS 'Complaints received less resolved; where a count states no resolved, what it states as pending.';
COMMENT ON COLUMN area_summary.stands_at IS 'Object: the next offset of each topic that the row rests on.';

CREATE TABLE budget_summary (
    id          text    PRIMARY KEY,
    agency      text    NOT NULL,
    budget_line text    NOT NULL,
    fiscal_year integer NOT NULL,
    area        text    NOT NULL,
    title_th    text,
    title_en    text,
    funder      text    NOT NULL,
    basis       text    NOT NULL,
    money       jsonb   NOT NULL,
    blocked     jsonb   NOT NULL,
    postings    bigint  NOT NULL,
    log_id      integer NOT NULL,
    log_offset  bigint  NOT NULL,
    event_id    uuid    NOT NULL
);
CREATE INDEX budget_summary_area ON budget_summary (area);
CREATE INDEX budget_summary_agency ON budget_summary (agency, fiscal_year);
COMMENT ON TABLE budget_summary IS 'Money of one budget line of an agency in one area and fiscal year, summed over its postings. Writer: package area.';
COMMENT ON COLUMN budget_summary.id IS '<agency>:<line>:<fiscal year>:<area>.';
COMMENT ON COLUMN budget_summary.basis IS 'The weakest of its postings'': ILLUSTRATIVE, ESTIMATED, UNKNOWN, RECORDED, REPORTED.';
COMMENT ON COLUMN budget_summary.log_offset IS 'The latest posting of it.';

CREATE TABLE finding (
    id            text    PRIMARY KEY,
    rule          text    NOT NULL,
    rule_version  integer NOT NULL,
    severity      text    NOT NULL,
    text_th       text    NOT NULL,
    text_en       text    NOT NULL,
    areas         text[]  NOT NULL,
    agencies      text[]  NOT NULL,
    subjects      text[]  NOT NULL,
    amount_satang bigint,
    people        bigint,
    since         date    NOT NULL,
    due_on        date,
    computable    boolean NOT NULL,
    evidence      jsonb   NOT NULL,
    keys          text[]  NOT NULL
);
CREATE INDEX finding_keys ON finding USING gin (keys);
CREATE INDEX finding_rule ON finding (rule);
COMMENT ON TABLE finding IS 'What holds now and a person should look at. What held once is in hub.resolved_finding: it depends on what was committed when, so it is no function of the logs. Writer: package finding.';
COMMENT ON COLUMN finding.since IS 'First day on which all that it rests on was true, by the facts'' own dates.';
COMMENT ON COLUMN finding.computable IS 'False where the facts do not say enough to tell: never a false all-clear.';
COMMENT ON COLUMN finding.evidence IS 'Array of positions: the records that it rests on.';
COMMENT ON COLUMN finding.keys IS 'The keys, of the kind that its rule follows, whose change asks for it again.';

CREATE FUNCTION says(wanted text, VARIADIC texts text[]) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN wanted IS NULL OR strpos(lower(normalize(array_to_string(texts, ' '), NFKC)), wanted) > 0;
COMMENT ON FUNCTION says IS 'Whether any of the texts contains the wanted one, which is in NFKC and lower case already; anything does where nothing is wanted.';

CREATE FUNCTION in_fiscal_year(starts_on date, ends_on date, fiscal_year integer) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN fiscal_year IS NULL OR (starts_on <= make_date(fiscal_year, 9, 30) AND ends_on >= make_date(fiscal_year - 1, 10, 1));
COMMENT ON FUNCTION in_fiscal_year IS 'Whether any day of a period lies in a fiscal year, named by the common-era year in which it ends.';

CREATE FUNCTION activity_money(activity_id text) RETURNS jsonb LANGUAGE sql STABLE PARALLEL SAFE
    RETURN phase_amounts((SELECT jsonb_object_agg(phase, amount) FROM (
        SELECT phase, sum(amount_satang) AS amount FROM posting WHERE activity = activity_id GROUP BY phase) AS per));

CREATE FUNCTION activity_blocked(activity_id text) RETURNS jsonb LANGUAGE sql STABLE PARALLEL SAFE
    RETURN blocked_amounts((SELECT jsonb_object_agg(restriction, amount) FROM (
        SELECT restriction, sum(amount_satang) AS amount FROM blocked_money WHERE activity = activity_id GROUP BY restriction) AS per));

CREATE FUNCTION stances(plan_id text) RETURNS jsonb LANGUAGE sql STABLE PARALLEL SAFE
    RETURN (SELECT coalesce(jsonb_agg(jsonb_build_object('party', who(party), 'stance', stance, 'planRevision', plan_revision,
                'statedOn', stated_on) ORDER BY stated_on, party), '[]')
            FROM (SELECT DISTINCT ON (party) party, stance, plan_revision, stated_on FROM agreement
                  WHERE plan = plan_id AND stance <> 'WITHDRAWN'
                  ORDER BY party, stated_on DESC, plan_revision DESC, id DESC) AS latest);
COMMENT ON FUNCTION stances IS 'What each party said last of a plan; withdrawn stances are not said.';

CREATE FUNCTION places(codes text[]) RETURNS jsonb LANGUAGE sql STABLE PARALLEL SAFE
    RETURN (SELECT coalesce(jsonb_agg(named(ARRAY ['area'], c.code)
                || jsonb_build_object('province', named(ARRAY ['area'], left(c.code, 2))) ORDER BY c.ordinal), '[]')
            FROM unnest(codes) WITH ORDINALITY AS c(code, ordinal));

CREATE VIEW milestone_area AS
    SELECT m.plan_id, m.ordinal, named.position, named.area
    FROM plan_milestone m CROSS JOIN LATERAL unnest(m.areas) WITH ORDINALITY AS named(area, position)
    UNION ALL
    SELECT m.plan_id, m.ordinal, n.ordinal, n.area
    FROM plan_milestone m JOIN plan_area n ON n.plan_id = m.plan_id WHERE cardinality(m.areas) = 0;
COMMENT ON VIEW milestone_area IS 'The areas of a milestone: its own, or all of its plan.';
