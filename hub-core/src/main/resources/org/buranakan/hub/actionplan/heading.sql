WITH read AS (
    SELECT format('%s %s %s %s', topic, topic_id, partition, next_offset) AS line,
           row_number() OVER (ORDER BY topic COLLATE "C", partition) AS number FROM log
)
SELECT jsonb_build_object(
    'zone', CASE WHEN :zone::text IS NOT NULL THEN named(ARRAY ['agency'], :zone) END,
    'province', CASE WHEN :province::text IS NOT NULL THEN named(ARRAY ['area'], :province) END,
    'area', CASE WHEN :area::text IS NOT NULL THEN named(ARRAY ['area'], :area) END,
    'agency', CASE WHEN :agency::text IS NOT NULL THEN named(ARRAY ['agency'], :agency) END,
    'kind', CASE WHEN :kind = 'milestone' THEN jsonb_build_object('code', 'milestone', 'name', label('จังหวะก้าว', 'Milestone'))
                 WHEN :kind::text IS NOT NULL THEN named(ARRAY ['activity-kind'], :kind) END,
    'businessDate', (SELECT max(date) FROM business_date),
    'madeAt', to_char(moment() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
    'mark', encode(sha256(convert_to((SELECT coalesce(string_agg(line || E'\n', '' ORDER BY number), '') FROM read), 'UTF8')), 'hex'),
    'positions', (SELECT coalesce(jsonb_agg(line ORDER BY number), '[]') FROM read))
