-- One activity that several agencies report: what each says, and whom the policy believes where they differ.

CREATE VIEW activity_statement AS
    SELECT a.id, s.field, s.value
    FROM activity a CROSS JOIN LATERAL (VALUES
        ('kind', to_jsonb(a.kind)),
        ('dates', jsonb_build_object('startsOn', a.starts_on, 'endsOn', a.ends_on, 'datePrecision', a.date_precision)),
        ('areas', (SELECT jsonb_agg(DISTINCT n.area COLLATE "C" ORDER BY n.area COLLATE "C") FROM activity_area n WHERE n.activity_id = a.id)),
        ('status', to_jsonb(nullif(a.status, 'UNKNOWN'))),
        ('organiser', to_jsonb(a.organiser)),
        ('participantsTarget', to_jsonb(a.participants_target)),
        ('participants', to_jsonb(a.participants))) AS s(field, value)
    WHERE a.status <> 'WITHDRAWN' AND s.value IS NOT NULL;
COMMENT ON VIEW activity_statement IS 'What a report states in the fields in which reports of one activity can contradict each other. Title, venue, partners, result and note are words or lists that reports add to each other: they differ, and contradict nothing.';

CREATE FUNCTION agrees(field text, one jsonb, other jsonb) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN one = other OR CASE field
        WHEN 'dates' THEN
            (one ->> 'startsOn' = other ->> 'startsOn' AND one ->> 'endsOn' = other ->> 'endsOn')
            OR (one ->> 'datePrecision' <> 'DAY' AND (one ->> 'startsOn')::date <= (other ->> 'startsOn')::date AND (one ->> 'endsOn')::date >= (other ->> 'endsOn')::date)
            OR (other ->> 'datePrecision' <> 'DAY' AND (other ->> 'startsOn')::date <= (one ->> 'startsOn')::date AND (other ->> 'endsOn')::date >= (one ->> 'endsOn')::date)
        WHEN 'areas' THEN
            NOT EXISTS (SELECT FROM jsonb_array_elements_text(one || other) AS named(area)
                        WHERE NOT EXISTS (SELECT FROM jsonb_array_elements_text(one) AS o(area) WHERE starts_with(o.area, named.area) OR starts_with(named.area, o.area))
                           OR NOT EXISTS (SELECT FROM jsonb_array_elements_text(other) AS o(area) WHERE starts_with(o.area, named.area) OR starts_with(named.area, o.area)))
        ELSE false END;
COMMENT ON FUNCTION agrees IS 'Whether two reports can both be right: what one states less closely (a month around a day, the amphoe of a tambon) contradicts nothing.';

CREATE FUNCTION same_activity(activity_id text) RETURNS text[] LANGUAGE sql STABLE PARALLEL SAFE
    RETURN (WITH RECURSIVE met AS (
        SELECT activity_id AS id
        UNION
        SELECT linked.id FROM met m CROSS JOIN LATERAL (
            SELECT a.same_as FROM activity a WHERE a.id = m.id AND a.same_as IS NOT NULL AND a.status <> 'WITHDRAWN'
            UNION ALL SELECT a.id FROM activity a WHERE a.same_as = m.id AND a.status <> 'WITHDRAWN') AS linked(id))
    SELECT array_agg(id ORDER BY id COLLATE "C") FROM met);
COMMENT ON FUNCTION same_activity IS 'Ids of all reports that say, at once or by way of others, that they are the same as this one, by code point; itself too, and ids that nobody (any more) reports under.';

CREATE FUNCTION stated(field text, value jsonb) RETURNS jsonb LANGUAGE sql STABLE PARALLEL SAFE
    RETURN CASE field WHEN 'kind' THEN named(ARRAY ['activity-kind'], value #>> '{}') WHEN 'organiser' THEN who(value #>> '{}')
        WHEN 'areas' THEN all_named(ARRAY ['area'], array(SELECT jsonb_array_elements_text(value))) ELSE value END;
COMMENT ON FUNCTION stated IS 'A value of activity_statement for people: codes with their names.';

CREATE FUNCTION reporters(reports text[]) RETURNS TABLE (id text, roles text[]) LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
    SELECT a.id, array_remove(ARRAY [
               CASE WHEN coalesce(a.same_as, a.id) = a.id THEN 'lead' END,
               CASE WHEN speaks_for_itself(a.organiser) = a.agency THEN 'implementer' END,
               CASE WHEN EXISTS (SELECT FROM posting p WHERE p.activity = ANY (reports) AND p.reverses IS NULL AND speaks_for_itself(p.funder) = a.agency
                                 AND NOT EXISTS (SELECT FROM posting r WHERE r.reverses = p.id)) THEN 'funder' END], NULL)
    FROM activity a WHERE a.id = ANY (reports) AND a.status <> 'WITHDRAWN';
END;
COMMENT ON FUNCTION reporters IS 'What the agency of each report is in the activity. The lead is whose report names no other, an implementer who says that it organised it, a funder whose money a posting to one of the reports is that nobody took back.';

CREATE FUNCTION judged_reports(reports text[]) RETURNS TABLE (field text, role text, differs boolean, decided boolean) LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
    WITH said AS MATERIALIZED (
        SELECT r.id, r.roles, s.field, s.value FROM reporters(reports) r JOIN activity_statement s ON s.id = r.id
    ), believed AS (
        SELECT DISTINCT ON (s.field) s.field, btrim(turn.role) AS role
        FROM said s JOIN reference d ON d.kind = 'source-of-truth' AND d.code = s.field
             CROSS JOIN LATERAL unnest(string_to_array(d.attributes ->> 'order', ',')) WITH ORDINALITY AS turn(role, ordinal)
        WHERE btrim(turn.role) = ANY (s.roles) ORDER BY s.field, turn.ordinal
    ), pair AS (
        SELECT x.field, b.role IS NOT NULL AND b.role = ANY (x.roles) AND b.role = ANY (y.roles) AS trusted
        FROM said x JOIN said y ON y.field = x.field AND y.id <> x.id LEFT JOIN believed b ON b.field = x.field
        WHERE y.value <> x.value AND NOT agrees(x.field, x.value, y.value)
    )
    SELECT f.field, b.role, EXISTS (SELECT FROM pair WHERE pair.field = f.field),
           b.role IS NOT NULL AND NOT EXISTS (SELECT FROM pair WHERE pair.field = f.field AND pair.trusted)
    FROM (SELECT DISTINCT said.field FROM said) AS f LEFT JOIN believed b ON b.field = f.field;
END;
COMMENT ON FUNCTION judged_reports IS 'Of each field that reports of one activity state: whether they contradict each other, and the role that is believed. Whom to believe is reference data of kind source-of-truth (code: the field; attribute order: lead, implementer and funder as they are believed). The first of the order that states the field decides; where nobody of the order does, or several of that role contradict each other, nothing is decided.';

CREATE FUNCTION joint_activity(reports text[]) RETURNS jsonb LANGUAGE sql STABLE PARALLEL SAFE
    RETURN (WITH report AS MATERIALIZED (
        SELECT a.id, a.agency, r.roles, lineage(a.log_id, a.log_offset, a.event_id) AS lineage FROM reporters(reports) r JOIN activity a ON a.id = r.id
    ), said AS MATERIALIZED (
        SELECT r.id, r.agency, r.lineage, r.roles, s.field, s.value FROM report r JOIN activity_statement s ON s.id = r.id
    )
    SELECT jsonb_build_object(
        'reports', (SELECT coalesce(jsonb_agg(jsonb_build_object('activity', r.id, 'agency', named(ARRAY ['agency'], r.agency), 'roles', to_jsonb(r.roles),
                        'lineage', r.lineage) ORDER BY r.id COLLATE "C"), '[]') FROM report r),
        'fields', (SELECT coalesce(jsonb_agg(jsonb_build_object('field', named(ARRAY ['source-of-truth'], j.field),
                'decision', CASE WHEN NOT j.differs THEN 'AGREED' WHEN j.decided THEN 'BELIEVED' ELSE 'UNDECIDED' END,
                'by', CASE WHEN j.differs AND j.decided THEN j.role END,
                'value', CASE WHEN j.decided OR NOT j.differs THEN (
                    SELECT stated(s.field, s.value) FROM said s WHERE s.field = j.field
                    ORDER BY (j.role = ANY (s.roles)) DESC NULLS LAST, ('lead' = ANY (s.roles)) DESC, s.id COLLATE "C" LIMIT 1) END,
                'said', (SELECT jsonb_agg(jsonb_build_object('activity', s.id, 'agency', named(ARRAY ['agency'], s.agency), 'value', stated(s.field, s.value),
                        'believed', NOT j.differs OR (j.decided AND j.role = ANY (s.roles)), 'lineage', s.lineage) ORDER BY s.id COLLATE "C")
                         FROM said s WHERE s.field = j.field))
            ORDER BY array_position(ARRAY ['kind', 'dates', 'areas', 'status', 'organiser', 'participantsTarget', 'participants'], j.field)), '[]')
            FROM judged_reports(reports) j)));
COMMENT ON FUNCTION joint_activity IS 'What the reports of one activity say, field by field, each with its reporter and event, and which value is believed; none where nothing is decided.';

-- A statement that calls these for each of its rows would have them planned anew for each.
ALTER FUNCTION same_activity SET plan_cache_mode = force_generic_plan;
ALTER FUNCTION reporters SET plan_cache_mode = force_generic_plan;
ALTER FUNCTION judged_reports SET plan_cache_mode = force_generic_plan;
ALTER FUNCTION joint_activity SET plan_cache_mode = force_generic_plan;

-- The rule contradiction judges by this list: activities that stand already are judged by it.
INSERT INTO dirty (kind, key) VALUES ('reference', 'source-of-truth');
