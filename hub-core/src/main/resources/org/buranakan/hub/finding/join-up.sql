-- Binds :keys, ids of activities; null for all. Reports that say they are the same as another count as one (see rooted_reports), and all are keys.
WITH asked AS (
    SELECT n.* FROM activity_area n WHERE :keys::text[] IS NULL
    UNION ALL
    SELECT n.* FROM activity_area n WHERE n.activity_id = ANY (array(SELECT id FROM reports_around(:keys::text[])))
), pair AS (
    -- What is compared stands with the areas: of those near by nearly none is looked up. Area by area (OFFSET 0): no estimate of how many are asked
    -- for is good enough for a join.
    SELECT DISTINCT a.activity_id AS one, b.activity_id AS other
    FROM asked a CROSS JOIN LATERAL (
        SELECT n.activity_id FROM activity_area n
        WHERE n.area = a.area AND n.kind = a.kind AND n.agency <> a.agency AND n.starts_on <= a.ends_on AND n.ends_on >= a.starts_on
          AND n.status NOT IN ('CANCELLED', 'WITHDRAWN') AND NOT (n.status = 'DONE' AND a.status = 'DONE') OFFSET 0) AS b
    WHERE a.status NOT IN ('CANCELLED', 'WITHDRAWN')
), rooted AS (
    SELECT * FROM rooted_reports(array(SELECT one FROM pair UNION SELECT other FROM pair))
), turned AS (
    SELECT DISTINCT CASE WHEN x.root < y.root COLLATE "C" THEN x.id ELSE y.id END AS first, CASE WHEN x.root < y.root COLLATE "C" THEN y.id ELSE x.id END AS second
    FROM pair p JOIN rooted x ON x.id = p.one JOIN rooted y ON y.id = p.other WHERE x.root <> y.root
), judged AS (
    SELECT x.root AS first_root, y.root AS second_root, t.first, t.second, x.met || y.met AS met,
           a.date_precision IN ('DAY', 'MONTH') AND b.date_precision IN ('DAY', 'MONTH') AS computable
    FROM turned t JOIN rooted x ON x.id = t.first JOIN rooted y ON y.id = t.second JOIN activity a ON a.id = t.first JOIN activity b ON b.id = t.second
), chosen AS (
    SELECT DISTINCT ON (first_root, second_root) * FROM judged
    ORDER BY first_root, second_root, computable DESC, (first = first_root) DESC, (second = second_root) DESC, first COLLATE "C", second COLLATE "C"
), resting AS (
    SELECT first_root, second_root, array_agg(DISTINCT key.id COLLATE "C") AS keys
    FROM judged CROSS JOIN LATERAL unnest(met) AS key(id) GROUP BY first_root, second_root
), report AS (
    SELECT first_root, second_root, array_agg(a.id ORDER BY a.id COLLATE "C") AS subjects, array_agg(DISTINCT a.agency COLLATE "C") AS agencies,
           jsonb_agg(lineage(a.log_id, a.log_offset, a.event_id) ORDER BY a.id COLLATE "C") AS evidence
    FROM (SELECT first_root, second_root, first AS id FROM judged UNION SELECT first_root, second_root, second FROM judged) AS j JOIN activity a USING (id)
    GROUP BY first_root, second_root
)
SELECT 'join-up:' || left(encode(sha256(convert_to(c.first_root || ' ' || c.second_root, 'UTF8')), 'hex'), 16) AS id, k.keys,
       common.areas, r.agencies, r.subjects,
       NULL::bigint AS amount_satang, a.participants_target + b.participants_target AS people,
       (greatest(a.occurred_at, b.occurred_at) AT TIME ZONE 'Asia/Bangkok')::date AS since,
       greatest(a.starts_on, b.starts_on) AS due_on, c.computable, r.evidence,
       jsonb_build_object(
           'kind', named(ARRAY ['activity-kind'], a.kind) -> 'name',
           'areas', all_named(ARRAY ['area'], common.areas) -> 0 -> 'name',
           'more', nullif(cardinality(common.areas) - 1, 0),
           'firstAgency', named(ARRAY ['agency'], a.agency) -> 'name', 'secondAgency', named(ARRAY ['agency'], b.agency) -> 'name',
           'firstTitle', label(a.title_th, a.title_en), 'secondTitle', label(b.title_th, b.title_en),
           'from', greatest(a.starts_on, b.starts_on), 'to', least(a.ends_on, b.ends_on)) AS specifics
FROM chosen c JOIN resting k USING (first_root, second_root) JOIN report r USING (first_root, second_root)
     JOIN activity a ON a.id = c.first JOIN activity b ON b.id = c.second
     CROSS JOIN LATERAL (SELECT array(SELECT area FROM (SELECT area FROM activity_area WHERE activity_id = a.id
                                                        INTERSECT SELECT area FROM activity_area WHERE activity_id = b.id) AS shared ORDER BY area COLLATE "C") AS areas) AS common
