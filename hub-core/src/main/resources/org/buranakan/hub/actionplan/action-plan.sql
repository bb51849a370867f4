-- The same items as items.sql, a page of them: found in their order by an index, and counted, without a list of all of them.
WITH zone AS (
    SELECT unnest(string_to_array(attributes ->> 'provinces', ',')) AS province FROM reference WHERE kind = 'agency' AND code = :zone
), kept AS NOT MATERIALIZED (
    /* activities */
), milestone AS NOT MATERIALIZED (
    /* milestones */
), page AS MATERIALIZED (
    SELECT * FROM (
        (SELECT id, starts_on, id AS activity_id, same_as, NULL::text AS plan_id, NULL::integer AS ordinal FROM kept
         ORDER BY starts_on, id COLLATE "C" LIMIT :offset::bigint + :size)
        UNION ALL
        (SELECT id, starts_on, NULL, NULL, plan_id, ordinal FROM milestone ORDER BY starts_on, id COLLATE "C" LIMIT :offset::bigint + :size)
    ) AS first ORDER BY starts_on, id COLLATE "C" LIMIT :size OFFSET :offset
), chosen AS MATERIALIZED (
    SELECT p.*, activity_id IS NOT NULL AND (same_as IS NULL OR (
        NOT EXISTS (SELECT FROM kept l WHERE l.id = p.same_as AND l.same_as IS DISTINCT FROM p.id)
        AND NOT EXISTS (SELECT FROM kept o WHERE o.same_as = p.same_as AND o.id COLLATE "C" < p.id COLLATE "C"
                        AND NOT EXISTS (SELECT FROM kept l WHERE l.id = o.same_as AND l.same_as IS DISTINCT FROM o.id)))) AS counted
    FROM page p
),
/* names */
SELECT json_build_object('page', :page::integer, 'size', :size::integer,
    'total', (SELECT count(*) FROM kept) + (SELECT count(*) FROM milestone),
    'items', (SELECT coalesce(json_agg(/* document */ ORDER BY c.starts_on, c.id COLLATE "C"), '[]') FROM chosen c))
