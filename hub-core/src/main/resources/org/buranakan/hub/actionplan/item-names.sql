-- What is looked up for every item is made once, as texts of JSON by code: a lookup in an object costs a tenth of one in a table,
-- and a hundredth of a call of the view's functions, and a nation's plan has millions of names.
wanted_area AS (
    SELECT n.area FROM chosen c JOIN activity_area n ON n.activity_id = c.activity_id
    -- OFFSET 0: for each by itself; as a join the areas of all milestones would be read.
    UNION SELECT n.area FROM chosen c CROSS JOIN LATERAL (
        SELECT area FROM milestone_area a WHERE a.plan_id = c.plan_id AND a.ordinal = c.ordinal OFFSET 0) AS n
), wanted_plan AS (
    SELECT a.plan FROM chosen c JOIN activity a ON a.id = c.activity_id UNION SELECT plan_id FROM chosen
),
called AS (
    SELECT jsonb_object_agg(code, text) FILTER (WHERE kind = 'agency') AS agency,
           coalesce(jsonb_object_agg(code, text) FILTER (WHERE kind = 'agency'), '{}')
               || coalesce(jsonb_object_agg(code, text) FILTER (WHERE kind = 'organisation'), '{}') AS body,
           jsonb_object_agg(code, text) FILTER (WHERE kind = 'activity-kind') AS kind,
           jsonb_object_agg(code, text) FILTER (WHERE kind = 'restriction') AS restriction
    FROM (SELECT kind, code, json_build_object('th', name_th, 'en', name_en)::text AS text FROM reference
          WHERE kind IN ('agency', 'organisation', 'activity-kind', 'restriction')) AS r
), place AS (
    SELECT jsonb_object_agg(n.area, json_build_object('code', n.area,
        'name', json_build_object('th', coalesce(r.name_th, n.area), 'en', r.name_en),
        'amphoe', CASE WHEN length(n.area) = 6 THEN json_build_object('code', left(n.area, 4),
            'name', json_build_object('th', coalesce(m.name_th, left(n.area, 4)), 'en', m.name_en)) END,
        'province', json_build_object('code', left(n.area, 2),
            'name', json_build_object('th', coalesce(v.name_th, left(n.area, 2)), 'en', v.name_en)))::text) AS by_code
    FROM wanted_area n
    LEFT JOIN reference r ON r.kind = 'area' AND r.code = n.area
    LEFT JOIN reference m ON m.kind = 'area' AND m.code = left(n.area, 4)
    LEFT JOIN reference v ON v.kind = 'area' AND v.code = left(n.area, 2)
), disputed AS (
    SELECT coalesce(jsonb_object_agg(s.id, true), '{}') AS ids
    FROM finding f CROSS JOIN LATERAL unnest(f.keys) AS s(id) WHERE f.rule = 'contradiction'
), speaker AS (
    SELECT DISTINCT ON (code) code, coalesce(attributes ->> 'agency', code) AS agency FROM reference
    WHERE kind = 'agency' OR (kind = 'organisation' AND attributes ->> 'type' = 'agency') ORDER BY code, kind
), stance AS (
    SELECT DISTINCT ON (g.plan, g.party COLLATE "C") g.* FROM agreement g LEFT JOIN speaker s ON s.code = g.party
    WHERE g.stance <> 'WITHDRAWN' AND g.agency = coalesce(s.agency, g.agency)
      AND g.plan IN (SELECT plan FROM wanted_plan)
    ORDER BY g.plan, g.party COLLATE "C", g.stated_on DESC, g.plan_revision DESC, g.id COLLATE "C" DESC
), agreed AS (
    SELECT jsonb_object_agg(plan, stances::text) AS by_plan FROM (
        SELECT g.plan, json_agg(json_build_object(
                   'party', json_build_object('code', g.party,
                       'name', coalesce(((SELECT body FROM called) ->> g.party)::json, json_build_object('th', g.party, 'en', NULL))),
                   'stance', g.stance, 'planRevision', g.plan_revision, 'statedOn', g.stated_on,
                   'statedBy', json_build_object('code', g.agency,
                       'name', coalesce(((SELECT agency FROM called) ->> g.agency)::json, json_build_object('th', g.agency, 'en', NULL))))
               ORDER BY g.stated_on, g.party COLLATE "C") AS stances
        FROM stance g GROUP BY g.plan) AS per
)
