WITH found AS (
    SELECT r.*, l.topic, l.partition, l.agency, l.family FROM rejection r JOIN log l ON l.id = r.log_id
    WHERE (:agency::text IS NULL OR l.agency = :agency) AND (:code::text IS NULL OR r.code = :code)
), chosen AS (
    SELECT * FROM found ORDER BY at DESC, topic, log_offset DESC LIMIT :size OFFSET :offset
)
SELECT jsonb_build_object('page', :page::integer, 'size', :size::integer, 'total', (SELECT count(*) FROM found),
    'items', (SELECT coalesce(jsonb_agg(jsonb_build_object(
        'agency', CASE WHEN c.agency IS NOT NULL THEN named(ARRAY ['agency'], c.agency) END, 'code', c.code,
        'reason', label(c.reason_th, c.reason_en), 'remedy', label(c.remedy_th, c.remedy_en),
        'position', jsonb_build_object('topic', c.topic, 'partition', c.partition, 'offset', c.log_offset, 'eventId', c.event_id),
        'entityId', c.entity_id, 'at', to_char(c.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
        ORDER BY c.at DESC, c.topic, c.log_offset DESC), '[]') FROM chosen c))
