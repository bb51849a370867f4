-- Binds :keys, ids of activities; null for all. The finding is of the activity, whichever of its reports is asked for: its id is where their references
-- end, or the least of those that name each other. All reports are keys.
WITH RECURSIVE asked AS (
    SELECT id FROM activity WHERE :keys::text[] IS NULL AND same_as IS NOT NULL AND status <> 'WITHDRAWN'
    UNION ALL
    SELECT k.id FROM unnest(:keys::text[]) AS k(id)
    WHERE EXISTS (SELECT FROM activity a WHERE a.id = k.id AND a.same_as IS NOT NULL) OR EXISTS (SELECT FROM activity a WHERE a.same_as = k.id)
), met AS (
    SELECT id AS start, id FROM asked
    UNION
    SELECT m.start, linked.id FROM met m CROSS JOIN LATERAL (
        SELECT a.same_as FROM activity a WHERE a.id = m.id AND a.same_as IS NOT NULL AND a.status <> 'WITHDRAWN'
        UNION ALL SELECT a.id FROM activity a WHERE a.same_as = m.id AND a.status <> 'WITHDRAWN') AS linked(id)
), joint AS (
    SELECT DISTINCT array_agg(id ORDER BY id COLLATE "C") AS keys FROM met GROUP BY start HAVING count(*) > 1
), said AS MATERIALIZED (
    SELECT j.keys, s.id, s.field, s.value FROM joint j CROSS JOIN LATERAL unnest(j.keys) AS k(id) JOIN activity_statement s ON s.id = k.id
), told AS MATERIALIZED (
    SELECT differ.keys, jsonb_agg(name ORDER BY name ->> 'th' COLLATE "C") AS fields, jsonb_agg(name ORDER BY name ->> 'th' COLLATE "C") FILTER (WHERE NOT decided) AS undecided
    FROM (SELECT DISTINCT x.keys FROM said x JOIN said y ON y.keys = x.keys AND y.field = x.field AND y.id > x.id
          WHERE y.value <> x.value AND NOT agrees(x.field, x.value, y.value)) AS differ
         CROSS JOIN LATERAL (SELECT named(ARRAY ['source-of-truth'], j.field) -> 'name' AS name, j.decided FROM judged_reports(differ.keys) j WHERE j.differs) AS field
    GROUP BY differ.keys
), differing AS (
    SELECT t.*, coalesce(
               (SELECT min(k.id COLLATE "C") FROM unnest(t.keys) AS k(id) WHERE NOT EXISTS (
                    SELECT FROM activity a WHERE a.id = k.id AND a.same_as IS NOT NULL AND a.same_as <> a.id AND a.status <> 'WITHDRAWN')), t.keys[1]) AS root
    FROM told t
)
SELECT 'contradiction:' || d.root AS id, d.keys, e.areas, e.agencies, e.subjects, NULL::bigint AS amount_satang, NULL::bigint AS people, e.since,
       NULL::date AS due_on, true AS computable, e.evidence,
       jsonb_build_object('title', e.title, 'fields', d.fields, 'undecided', d.undecided,
           'agencies', (SELECT jsonb_agg(named(ARRAY ['agency'], c.code) -> 'name' ORDER BY c.ordinal) FROM unnest(e.agencies) WITH ORDINALITY AS c(code, ordinal))) AS specifics
FROM differing d CROSS JOIN LATERAL (
    SELECT (array_agg(label(a.title_th, a.title_en) ORDER BY (a.id = d.root) DESC, a.id COLLATE "C"))[1] AS title,
           array(SELECT DISTINCT n.area COLLATE "C" FROM activity_area n JOIN activity s ON s.id = n.activity_id
                 WHERE s.id = ANY (d.keys) AND s.status <> 'WITHDRAWN' ORDER BY 1) AS areas,
           array_agg(DISTINCT a.agency COLLATE "C") AS agencies, array_agg(a.id ORDER BY a.id COLLATE "C") AS subjects,
           (max(a.occurred_at) AT TIME ZONE 'Asia/Bangkok')::date AS since,
           jsonb_agg(lineage(a.log_id, a.log_offset, a.event_id) ORDER BY a.id COLLATE "C") AS evidence
    FROM activity a WHERE a.id = ANY (d.keys) AND a.status <> 'WITHDRAWN') AS e
