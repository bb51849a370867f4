-- How every log stands, the mark of it, what day it is, and whether some log stands before where it stood at the newest cut.
SELECT encode(sha256(convert_to(coalesce(string_agg(format(E'%s %s %s %s\n', topic, topic_id, partition, next_offset), ''
            ORDER BY topic COLLATE "C", partition), ''), 'UTF8')), 'hex') AS id,
       (SELECT max(date) FROM business_date) AS business_date,
       coalesce(jsonb_agg(to_jsonb(l)), '[]')::text AS logs,
       EXISTS (SELECT FROM hub.cut_log c JOIN hub.log s ON s.id = c.log_id AND s.topic_id = c.topic_id AND s.next_offset < c.next_offset
               WHERE c.cut = (SELECT id FROM hub.cut ORDER BY taken_at DESC, id LIMIT 1)) AS behind
FROM hub.log l
