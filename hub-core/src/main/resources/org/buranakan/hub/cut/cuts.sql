WITH chosen AS (
    SELECT * FROM hub.cut ORDER BY taken_at DESC, id LIMIT :size OFFSET :offset
)
SELECT jsonb_build_object('page', :page::integer, 'size', :size::integer, 'total', (SELECT count(*) FROM hub.cut),
    'items', (SELECT coalesce(jsonb_agg(/* document */ ORDER BY c.taken_at DESC, c.id), '[]') FROM chosen c))
