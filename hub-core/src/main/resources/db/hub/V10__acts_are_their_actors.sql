-- As view migration 17: topics of acts are audit.<actor>.act.
UPDATE history h SET entity_id = split_part(l.topic, '.', 2) || ':' || h.entity_id
FROM log l WHERE l.id = h.log_id AND l.topic LIKE 'audit.%.act' AND strpos(h.entity_id, ':') = 0;
