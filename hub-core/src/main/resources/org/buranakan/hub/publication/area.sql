SELECT s.area AS key, jsonb_build_object(
    'entityId', s.area, 'area', s.area, 'stage', s.stage, 'plans', s.plans,
    'activities', (SELECT coalesce(jsonb_agg(jsonb_build_object('status', a.key, 'count', a.value) ORDER BY a.key COLLATE "C"), '[]')
                   FROM jsonb_each(s.activities) a),
    'participants', s.participants, 'money', phase_amounts(s.money), 'blocked', satang_per_restriction(s.blocked),
    'positions', (SELECT coalesce(jsonb_agg(log_position(l.id, p.value::bigint) ORDER BY p.key COLLATE "C"), '[]')
                  FROM jsonb_each_text(s.stands_at) p JOIN hub.log l ON l.topic = p.key)) AS content
FROM area_summary s WHERE s.area = ANY (:keys::text[])
