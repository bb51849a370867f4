-- Chains are followed to their end: reversals of reversals, and reports of reports.

CREATE FUNCTION with_reversals(posting_id text) RETURNS TABLE (id text, amount_satang bigint, silent boolean) LANGUAGE sql STABLE PARALLEL SAFE ROWS 2
BEGIN ATOMIC
    WITH RECURSIVE back AS (
        SELECT p.id, p.agency, p.budget_line, p.fiscal_year, p.area, p.amount_satang, p.activity IS NULL AS silent FROM posting p WHERE p.id = posting_id
        UNION ALL
        SELECT v.id, v.agency, v.budget_line, v.fiscal_year, v.area, v.amount_satang,
               b.silent AND v.activity IS NULL AND v.budget_line = b.budget_line AND v.fiscal_year = b.fiscal_year AND v.area = b.area
        -- Each reverses one: what comes round comes round to where it began.
        FROM back b JOIN posting v ON v.reverses = b.id AND v.agency = b.agency AND v.id <> posting_id)
    SELECT back.id, back.amount_satang, back.silent FROM back;
END;
COMMENT ON FUNCTION with_reversals IS 'A posting and what its agency reversed it by, what reversed that, and so on; silent: of one line, fiscal year and area, and none up to there names an activity.';

CREATE FUNCTION posting_stands(posting_id text) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
    RETURN (SELECT sum(w.amount_satang) * sign(sum(w.amount_satang) FILTER (WHERE w.id = posting_id)) > 0 FROM with_reversals(posting_id) AS w);
COMMENT ON FUNCTION posting_stands IS 'Whether anything of a posting is left, reversals by its own agency and their reversals taken together: what another agency says that it reverses, or a part of it, takes it away from nobody.';

CREATE FUNCTION effect_of(posting_id text) RETURNS TABLE (activity text, restriction text, plan text) LANGUAGE sql STABLE STRICT PARALLEL SAFE ROWS 1
BEGIN ATOMIC
    WITH RECURSIVE reversed AS (
        SELECT 0 AS turn, p.reverses, p.agency, p.budget_line, p.fiscal_year, p.area, p.activity, p.restriction, p.plan FROM posting p WHERE p.id = posting_id
        UNION ALL
        SELECT v.turn + 1, r.reverses, r.agency, r.budget_line, r.fiscal_year, r.area,
               coalesce(v.activity, r.activity), coalesce(v.restriction, r.restriction), coalesce(v.plan, r.plan)
        FROM reversed v JOIN posting r ON r.id = v.reverses AND r.agency = v.agency AND r.budget_line = v.budget_line AND r.fiscal_year = v.fiscal_year AND r.area = v.area
        WHERE v.turn < 16 AND coalesce(v.activity = r.activity, true))
    SELECT reversed.activity, reversed.restriction, reversed.plan FROM reversed ORDER BY reversed.turn DESC LIMIT 1;
END;
COMMENT ON FUNCTION effect_of IS 'The activity, restriction and plan that a posting is about: its own, or where it states none those of what it reverses, of the same line, fiscal year and area and of no other activity, and so on, sixteen times at the most.';

-- Two branches, so that each is found by its own index. What reverses is asked for by itself: most postings reverse nothing.
CREATE OR REPLACE VIEW posting_effect AS
    SELECT p.agency, p.budget_line, p.fiscal_year, p.area, p.activity, p.phase, coalesce(p.restriction, e.restriction) AS restriction, p.amount_satang,
           coalesce(p.plan, e.plan) AS plan, p.id
    FROM posting p LEFT JOIN LATERAL effect_of(CASE WHEN p.reverses IS NOT NULL THEN p.id END) AS e ON true
    WHERE p.activity IS NOT NULL OR e.activity IS NULL
    UNION ALL
    SELECT r.agency, r.budget_line, r.fiscal_year, r.area, r.activity, p.phase, e.restriction, p.amount_satang, e.plan, p.id
    FROM posting r JOIN posting v ON v.reverses = r.id AND v.agency = r.agency AND v.budget_line = r.budget_line AND v.fiscal_year = r.fiscal_year AND v.area = r.area
         CROSS JOIN LATERAL with_reversals(v.id) AS w JOIN posting p ON p.id = w.id CROSS JOIN LATERAL effect_of(p.id) AS e
    WHERE r.activity IS NOT NULL AND v.activity IS NULL AND w.silent AND e.activity = r.activity;
COMMENT ON VIEW posting_effect IS 'Every posting once, with what it is about: see effect_of.';

CREATE FUNCTION reports_around(ids text[]) RETURNS TABLE (id text) LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
    WITH RECURSIVE met AS (
        SELECT asked.id FROM unnest(ids) AS asked(id)
        UNION
        SELECT linked.id FROM met m CROSS JOIN LATERAL (
            SELECT a.same_as FROM activity a WHERE a.id = m.id AND a.same_as IS NOT NULL AND a.status <> 'WITHDRAWN'
            UNION ALL SELECT a.id FROM activity a WHERE a.same_as = m.id AND a.status <> 'WITHDRAWN') AS linked(id))
    SELECT met.id FROM met;
END;
COMMENT ON FUNCTION reports_around IS 'These ids and those of all reports that say, at once or by way of others, that they are the same as one of them.';

CREATE FUNCTION rooted_reports(ids text[]) RETURNS TABLE (id text, root text, met text[]) LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
    WITH RECURSIVE step AS (
        SELECT DISTINCT asked.id, asked.id AS met, 0 AS turn FROM unnest(ids) AS asked(id)
        UNION ALL
        SELECT s.id, next.same_as, s.turn + 1 FROM step s CROSS JOIN LATERAL (
            SELECT a.same_as FROM activity a WHERE a.id = s.met AND a.same_as IS NOT NULL AND a.status <> 'WITHDRAWN' OFFSET 0) AS next
        WHERE s.turn < 16)
    SELECT step.id, CASE WHEN max(step.turn) < 16 THEN (array_agg(step.met ORDER BY step.turn DESC))[1]
                         ELSE min(step.met COLLATE "C") FILTER (WHERE step.turn >= 8) COLLATE "default" END, array_agg(step.met)
    FROM step GROUP BY step.id;
END;
COMMENT ON FUNCTION rooted_reports IS 'The root of each report, and the ids on the way there. Reports that say they are the same as another count as one: what that one says it is the same as, and so on to the end, is their root. Where sixteen steps find no end (they name each other), it is the least of those met in the later eight.';

-- A statement that calls these for each of its rows would have them planned anew for each.
ALTER FUNCTION with_reversals SET plan_cache_mode = force_generic_plan;
ALTER FUNCTION effect_of SET plan_cache_mode = force_generic_plan;
ALTER FUNCTION posting_stands SET plan_cache_mode = force_generic_plan;

CREATE VIEW complaint_series AS
    SELECT counted.*, CASE WHEN NOT covered THEN
               greatest(0, sum(CASE WHEN pending IS NOT NULL THEN pending ELSE received - resolved END) FILTER (WHERE NOT covered)
                               OVER (PARTITION BY agency, area, channel, topic, told ORDER BY period_end, id COLLATE "C"))::bigint END AS stock
    FROM (SELECT begun.*, count(pending) FILTER (WHERE NOT covered) OVER (PARTITION BY agency, area, channel, topic ORDER BY period_end, id COLLATE "C") AS told
          FROM (SELECT id, agency, area, channel, topic, period_start, period_end, received, resolved, pending,
                       coalesce(period_start <= max(period_end) OVER (PARTITION BY agency, area, channel, topic
                                                                      ORDER BY period_start, period_end DESC, occurred_at DESC, id COLLATE "C"
                                                                      ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), false) AS covered
                FROM complaint_count WHERE status <> 'WITHDRAWN') AS begun) AS counted;
COMMENT ON VIEW complaint_series IS 'Counts that are not withdrawn; those of one agency, area, channel and topic are a series, whose periods should not overlap. covered: its period begins before one that began earlier (or with it and is longer, or as long and newer) has ended, so that its complaints are in that one too and no sum adds them. stock: how many complaints of the series were pending at the end of the period: as stated last, and what was received less what was resolved since; null where nothing says.';

COMMENT ON COLUMN area_stage.reached_by IS 'The last day on which it can have been reached: the end of a done activity or the day on which its agency said so, whichever came first; the day of a memorandum, once it has come; the day on which a revision of a plan first said so, of what the newest says. Null where it cannot be told: the status of the activity is not stated.';
COMMENT ON COLUMN area_stage.shown_by IS 'PLAN: it names the tambon (the lowest stage of the list), states the stage for it, or is completed (the stage with attribute plan=COMPLETED); MEMORANDUM: of a plan that names it, signed (attribute memorandum=signed); ACTIVITY: of a kind with that stage (attribute stage of activity-kind) in the tambon. A report of an activity that another agency leads is done no more than its lead says.';
COMMENT ON COLUMN area_summary.pending IS 'Complaints that were pending when each series ended: see complaint_series.';

CREATE TABLE plan_first_said (
    plan_id    text   COLLATE "C" NOT NULL,
    area       text   COLLATE "C" NOT NULL,
    what       text   COLLATE "C" NOT NULL,
    programme  text   COLLATE "C" NOT NULL,
    revision   bigint,
    said_on    date,
    log_offset bigint,
    event_id   uuid,
    PRIMARY KEY (plan_id, area, what, programme)
);
COMMENT ON TABLE plan_first_said IS 'What the revisions of a plan that applied, up to its newest, said of areas, each by the first that said it. The row without an area names the revision that was looked at last. Writer: package area.';
COMMENT ON COLUMN plan_first_said.what IS 'NAMED: the plan names the area; STAGE <code>: it states that stage for it; COMPLETED: it names it and is completed.';
COMMENT ON COLUMN plan_first_said.programme IS 'That of the plan when it said so.';
COMMENT ON COLUMN plan_first_said.log_offset IS 'Of the record that said it, in the log of the plan''s row.';

-- What rested on them is derived anew; plans before the areas that rest on them.
INSERT INTO dirty (kind, key) SELECT 'plan', id FROM plan WHERE revision > 1;
INSERT INTO dirty (kind, key) VALUES ('reference', 'agency'), ('reference', 'programme');
INSERT INTO dirty (kind, key)
SELECT DISTINCT 'budget', agency || ':' || replace(replace(budget_line, '%', '%25'), ':', '%3A') || ':' || fiscal_year || ':' || area FROM posting WHERE reverses IS NOT NULL;
