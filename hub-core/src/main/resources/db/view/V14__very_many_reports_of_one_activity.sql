-- What compares the reports of one activity grows with their number, not with its square: an agency may say of any number of its rows that they are the same.

DROP FUNCTION joint_activity;
DROP FUNCTION judged_reports;

CREATE OR REPLACE FUNCTION reporters(reports text[]) RETURNS TABLE (id text, roles text[]) LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
    WITH funder AS MATERIALIZED (
        SELECT DISTINCT speaks_for_itself(p.funder) AS agency FROM posting p
        WHERE p.activity = ANY (reports) AND p.reverses IS NULL AND NOT EXISTS (SELECT FROM posting r WHERE r.reverses = p.id AND r.agency = p.agency AND NOT posting_stands(p.id))
    )
    SELECT a.id, array_remove(ARRAY [
               CASE WHEN coalesce(a.same_as, a.id) = a.id THEN 'lead' END,
               CASE WHEN speaks_for_itself(a.organiser) = a.agency THEN 'implementer' END,
               CASE WHEN a.agency IN (SELECT f.agency FROM funder f) THEN 'funder' END], NULL)
    FROM activity a WHERE a.id = ANY (reports) AND a.status <> 'WITHDRAWN';
END;
COMMENT ON FUNCTION reporters IS 'What the agency of each report is in the activity. The lead is whose report names no other, an implementer who says that it organised it, a funder whose money a posting to one of the reports is of which something stands: see posting_stands.';
ALTER FUNCTION reporters SET plan_cache_mode = force_generic_plan;

CREATE FUNCTION judged_statements(reports text[])
    RETURNS TABLE (id text, roles text[], field text, value jsonb, role text, disputed boolean, differs boolean, decided boolean) LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
    WITH said AS MATERIALIZED (
        SELECT r.id, r.roles, s.field, s.value FROM reporters(reports) r JOIN activity_statement s ON s.id = r.id
    ), believed AS MATERIALIZED (
        SELECT DISTINCT ON (s.field) s.field, btrim(turn.role) AS role
        FROM (SELECT DISTINCT field, roles FROM said) AS s JOIN reference d ON d.kind = 'source-of-truth' AND d.code = s.field
             CROSS JOIN LATERAL unnest(string_to_array(d.attributes ->> 'order', ',')) WITH ORDINALITY AS turn(role, ordinal)
        WHERE btrim(turn.role) = ANY (s.roles) ORDER BY s.field, turn.ordinal
    ), spoken AS MATERIALIZED (
        SELECT v.*, count(*) OVER (PARTITION BY v.field) AS values, count(*) FILTER (WHERE v.trusted) OVER (PARTITION BY v.field) AS trusted_values
        FROM (SELECT s.field, s.value, coalesce(bool_or(b.role = ANY (s.roles)), false) AS trusted
              FROM said s LEFT JOIN believed b ON b.field = s.field GROUP BY s.field, s.value) AS v
    ), compared AS MATERIALIZED (
        SELECT x.field, x.value,
               x.values > 64 OR EXISTS (SELECT FROM spoken y WHERE y.field = x.field AND y.value <> x.value AND NOT agrees(x.field, x.value, y.value)) AS disputed,
               x.trusted AND CASE WHEN x.values > 64 THEN x.trusted_values > 1
                   ELSE EXISTS (SELECT FROM spoken y WHERE y.field = x.field AND y.trusted AND y.value <> x.value AND NOT agrees(x.field, x.value, y.value)) END AS torn
        FROM spoken x
    ), verdict AS MATERIALIZED (
        SELECT c.field, b.role, bool_or(c.disputed) AS differs, b.role IS NOT NULL AND NOT bool_or(c.torn) AS decided
        FROM compared c LEFT JOIN believed b ON b.field = c.field GROUP BY c.field, b.role
    )
    SELECT s.id, s.roles, s.field, s.value, v.role, c.disputed, v.differs, v.decided
    FROM said s JOIN compared c ON c.field = s.field AND c.value = s.value JOIN verdict v ON v.field = s.field;
END;
COMMENT ON FUNCTION judged_statements IS 'What reports of one activity state, field by field; whether another one contradicts it (disputed), whether any two differ in the field so, and the role that is believed. Whom to believe is reference data of kind source-of-truth (code: the field; attribute order: lead, implementer and funder as they are believed). The first of the order that states the field decides; where nobody of the order does, or several of that role contradict each other, nothing is decided. Of a field with more than 64 values each is disputed: values are compared by twos.';

CREATE FUNCTION joint_activity(reports text[]) RETURNS jsonb LANGUAGE sql STABLE PARALLEL SAFE
    RETURN (WITH report AS MATERIALIZED (
        SELECT a.id, a.agency, r.roles, lineage(a.log_id, a.log_offset, a.event_id) AS lineage FROM reporters(reports) r JOIN activity a ON a.id = r.id
    ), said AS MATERIALIZED (
        SELECT s.*, r.agency, r.lineage, NOT s.differs OR (s.decided AND s.role = ANY (s.roles)) AS believed
        FROM judged_statements(reports) s JOIN report r ON r.id = s.id
    ), field AS (
        SELECT s.field, s.differs, s.decided, s.role,
               (array_agg(s.value ORDER BY (s.role = ANY (s.roles)) DESC NULLS LAST, ('lead' = ANY (s.roles)) DESC, s.id COLLATE "C"))[1] AS value,
               jsonb_agg(jsonb_build_object('activity', s.id, 'agency', named(ARRAY ['agency'], s.agency), 'value', stated(s.field, s.value),
                   'believed', s.believed, 'lineage', s.lineage) ORDER BY s.id COLLATE "C") AS said
        FROM said s GROUP BY s.field, s.differs, s.decided, s.role
    )
    SELECT jsonb_build_object(
        'reports', (SELECT coalesce(jsonb_agg(jsonb_build_object('activity', r.id, 'agency', named(ARRAY ['agency'], r.agency), 'roles', to_jsonb(r.roles),
                        'lineage', r.lineage) ORDER BY r.id COLLATE "C"), '[]') FROM report r),
        'fields', (SELECT coalesce(jsonb_agg(jsonb_build_object('field', named(ARRAY ['source-of-truth'], f.field),
                'decision', CASE WHEN NOT f.differs THEN 'AGREED' WHEN f.decided THEN 'BELIEVED' ELSE 'UNDECIDED' END,
                'by', CASE WHEN f.differs AND f.decided THEN f.role END,
                'value', CASE WHEN f.decided OR NOT f.differs THEN stated(f.field, f.value) END, 'said', f.said)
            ORDER BY array_position(ARRAY ['kind', 'dates', 'areas', 'status', 'organiser', 'participantsTarget', 'participants'], f.field)), '[]') FROM field f)));
COMMENT ON FUNCTION joint_activity IS 'What the reports of one activity say, field by field, each with its reporter and event, and which value is believed; none where nothing is decided.';

ALTER FUNCTION judged_statements SET plan_cache_mode = force_generic_plan;
ALTER FUNCTION joint_activity SET plan_cache_mode = force_generic_plan;

-- Findings of the rule contradiction name fewer reports than before.
INSERT INTO dirty (kind, key) VALUES ('reference', 'source-of-truth');
