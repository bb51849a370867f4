-- Binds :keys, ids of activities; null for all. Reports that say they are the same as another are of one activity, at once or by way of others: their root
-- is where that ends, as in funded-twice. All of them are keys; the finding names those that another one contradicts.
WITH RECURSIVE around AS (
    SELECT id FROM activity WHERE :keys::text[] IS NULL AND same_as IS NOT NULL AND status <> 'WITHDRAWN'
    UNION
    SELECT a.id FROM activity a WHERE a.same_as IS NOT NULL AND a.id = ANY (:keys::text[])
    UNION
    SELECT a.same_as FROM activity a WHERE a.same_as = ANY (:keys::text[])
    UNION
    SELECT linked.id FROM around r CROSS JOIN LATERAL (
        SELECT a.same_as FROM activity a WHERE a.id = r.id AND a.same_as IS NOT NULL AND a.status <> 'WITHDRAWN'
        UNION ALL SELECT a.id FROM activity a WHERE a.same_as = r.id AND a.status <> 'WITHDRAWN') AS linked(id)
), step AS (
    SELECT id, id AS met, 0 AS turn FROM around
    UNION ALL
    SELECT s.id, next.same_as, s.turn + 1 FROM step s CROSS JOIN LATERAL (
        SELECT a.same_as FROM activity a WHERE a.id = s.met AND a.same_as IS NOT NULL AND a.status <> 'WITHDRAWN' OFFSET 0) AS next
    WHERE s.turn < 16
), rooted AS (
    SELECT id, CASE WHEN max(turn) < 16 THEN (array_agg(met ORDER BY turn DESC))[1] ELSE min(met COLLATE "C") FILTER (WHERE turn >= 8) COLLATE "default" END AS root,
           array_agg(met) AS met
    FROM step GROUP BY id
), joint AS (
    SELECT r.root, array_agg(DISTINCT k.id COLLATE "C") COLLATE "default" AS keys FROM rooted r CROSS JOIN LATERAL unnest(r.met) AS k(id)
    GROUP BY r.root HAVING count(DISTINCT k.id) > 1
), told AS MATERIALIZED (
    SELECT j.root, s.id, s.field, s.decided FROM joint j CROSS JOIN LATERAL judged_statements(j.keys) s
    WHERE s.disputed AND EXISTS (SELECT FROM unnest(j.keys) AS k(id) JOIN activity_statement t ON t.id = k.id GROUP BY t.field HAVING count(DISTINCT t.value) > 1)
), about AS (
    SELECT root, jsonb_agg(name ORDER BY name ->> 'th' COLLATE "C") AS fields, jsonb_agg(name ORDER BY name ->> 'th' COLLATE "C") FILTER (WHERE NOT decided) AS undecided
    FROM (SELECT DISTINCT root, decided, named(ARRAY ['source-of-truth'], field) -> 'name' AS name FROM told) AS field GROUP BY root
), disputant AS (
    SELECT t.root, a.*, row_number() OVER (PARTITION BY t.root ORDER BY a.id COLLATE "C") AS turn
    FROM (SELECT DISTINCT root, id FROM told) AS t JOIN activity a ON a.id = t.id
), report AS (
    SELECT d.root, (array_agg(label(d.title_th, d.title_en) ORDER BY (d.id = d.root) DESC, d.turn))[1] AS title,
           array_agg(DISTINCT d.agency COLLATE "C") AS agencies, array_agg(d.id ORDER BY d.turn) AS subjects,
           (max(d.occurred_at) AT TIME ZONE 'Asia/Bangkok')::date AS since,
           jsonb_agg(lineage(d.log_id, d.log_offset, d.event_id) ORDER BY d.turn) FILTER (WHERE d.turn <= 20) AS evidence
    FROM disputant d GROUP BY d.root
)
SELECT 'contradiction:' || r.root AS id, j.keys,
       array(SELECT DISTINCT n.area COLLATE "C" FROM activity_area n WHERE n.activity_id = ANY (r.subjects) ORDER BY 1) AS areas,
       r.agencies, r.subjects, NULL::bigint AS amount_satang, NULL::bigint AS people, r.since,
       NULL::date AS due_on, true AS computable, r.evidence,
       jsonb_build_object('title', r.title, 'fields', b.fields, 'undecided', b.undecided,
           'agencies', (SELECT jsonb_agg(named(ARRAY ['agency'], c.code) -> 'name' ORDER BY c.ordinal) FROM unnest(r.agencies) WITH ORDINALITY AS c(code, ordinal))) AS specifics
FROM report r JOIN about b USING (root) JOIN joint j USING (root)
