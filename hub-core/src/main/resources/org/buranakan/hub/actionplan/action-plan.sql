WITH item AS (
    /* items */
), chosen AS (
    SELECT * FROM item ORDER BY starts_on, id COLLATE "C" LIMIT :size OFFSET :offset
), wanted_area AS (
    SELECT n.area FROM chosen c JOIN activity_area n ON n.activity_id = c.activity_id
    UNION SELECT n.area FROM chosen c JOIN milestone_area n ON n.plan_id = c.plan_id AND n.ordinal = c.ordinal
), wanted_plan AS (
    SELECT a.plan FROM chosen c JOIN activity a ON a.id = c.activity_id UNION SELECT plan_id FROM chosen
),
/* names */
SELECT json_build_object('page', :page::integer, 'size', :size::integer, 'total', (SELECT count(*) FROM item),
    'items', (SELECT coalesce(json_agg(/* document */ ORDER BY c.starts_on, c.id COLLATE "C"), '[]') FROM chosen c))
