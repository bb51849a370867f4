(SELECT coalesce(jsonb_agg(jsonb_build_object('topic', l.topic, 'topicId', p.topic_id, 'partition', l.partition,
        'nextOffset', p.next_offset) ORDER BY l.topic COLLATE "C", l.partition), '[]')
    FROM hub.cut_log p JOIN hub.log l ON l.id = p.log_id WHERE p.cut = c.id)
