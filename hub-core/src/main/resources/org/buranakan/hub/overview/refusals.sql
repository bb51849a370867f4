WITH found AS (
    SELECT r.* FROM hub.refusal r
    WHERE NOT r.resolved AND (:agency::text IS NULL OR r.agency = :agency) AND (:code::text IS NULL OR r.code = :code)
), chosen AS (
    SELECT * FROM found ORDER BY at DESC, agency, place_key LIMIT :size OFFSET :offset
)
SELECT jsonb_build_object('page', :page::integer, 'size', :size::integer, 'total', (SELECT count(*) FROM found),
    'items', (SELECT coalesce(jsonb_agg(jsonb_build_object(
        'agency', named(ARRAY ['agency'], c.agency), 'family', c.family, 'system', c.system, 'container', c.container,
        'place', c.place, 'field', c.field, 'code', c.code, 'reason', label(c.reason_th, c.reason_en),
        'remedy', label(c.remedy_th, c.remedy_en), 'at', to_char(c.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
        ORDER BY c.at DESC, c.agency, c.place_key), '[]') FROM chosen c))
