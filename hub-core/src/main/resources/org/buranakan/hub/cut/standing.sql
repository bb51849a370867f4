-- How every log stands, the mark of it, and what day it is.
SELECT encode(sha256(convert_to(coalesce(string_agg(format(E'%s %s %s %s\n', topic, topic_id, partition, next_offset), ''
            ORDER BY topic COLLATE "C", partition), ''), 'UTF8')), 'hex') AS id,
       clock_timestamp() AS taken_at, (SELECT max(date) FROM business_date) AS business_date,
       coalesce(jsonb_agg(to_jsonb(log)), '[]')::text AS logs
FROM hub.log
