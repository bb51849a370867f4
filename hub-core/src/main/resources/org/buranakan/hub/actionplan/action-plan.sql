WITH item AS (
    /* items */
), chosen AS (
    SELECT * FROM item ORDER BY starts_on, id COLLATE "C" LIMIT :size OFFSET :offset
)
SELECT jsonb_build_object('page', :page::integer, 'size', :size::integer, 'total', (SELECT count(*) FROM item),
    'items', (SELECT coalesce(jsonb_agg(/* document */ ORDER BY c.starts_on, c.id COLLATE "C"), '[]') FROM chosen c))
