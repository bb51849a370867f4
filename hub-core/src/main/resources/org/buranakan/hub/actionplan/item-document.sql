CASE WHEN c.activity_id IS NOT NULL THEN (SELECT json_build_object(
    'id', c.id, 'type', 'ACTIVITY', 'revision', a.revision, 'what', json_build_object('th', a.title_th, 'en', a.title_en),
    'kind', json_build_object('code', a.kind, 'name', coalesce(((SELECT kind FROM called) ->> a.kind)::json, json_build_object('th', a.kind, 'en', NULL))),
    'who', json_build_object(
        'agency', json_build_object('code', a.agency, 'name', coalesce(((SELECT agency FROM called) ->> a.agency)::json, json_build_object('th', a.agency, 'en', NULL))),
        'organiser', json_build_object('code', a.organiser, 'name', coalesce(((SELECT body FROM called) ->> a.organiser)::json, json_build_object('th', a.organiser, 'en', NULL))),
        'partners', CASE WHEN cardinality(a.partners) = 0 THEN '[]'::json ELSE (SELECT json_agg(json_build_object('code', n.code,
                'name', coalesce(((SELECT body FROM called) ->> n.code)::json, json_build_object('th', n.code, 'en', NULL))) ORDER BY n.ordinal)
            FROM unnest(a.partners) WITH ORDINALITY AS n(code, ordinal)) END),
    'where', coalesce((SELECT json_agg(((SELECT by_code FROM place) ->> n.area)::json ORDER BY n.ordinal)
        FROM activity_area n WHERE n.activity_id = a.id), '[]'),
    'venue', a.venue, 'startsOn', a.starts_on, 'endsOn', a.ends_on, 'datePrecision', a.date_precision, 'status', a.status,
    'participantsTarget', a.participants_target, 'participants', a.participants, 'sameAs', a.same_as, 'counted', c.counted,
    'contradicted', jsonb_exists((SELECT ids FROM disputed), a.id),
    'money', coalesce((SELECT json_agg(json_build_object('phase', m.phase, 'amountSatang', m.amount) ORDER BY array_position(
            ARRAY ['PROPOSED', 'APPROVED', 'ALLOTTED', 'COMMITTED', 'DISBURSED', 'RETURNED'], m.phase), m.phase COLLATE "C")
        FROM (SELECT o.phase, sum(o.amount_satang) AS amount FROM posting_effect o WHERE o.activity = a.id GROUP BY o.phase) AS m), '[]'),
    'blocked', CASE WHEN EXISTS (SELECT FROM posting o WHERE o.activity = a.id AND o.restriction IS NOT NULL)
        THEN coalesce((SELECT json_agg(json_build_object('restriction', b.restriction,
                'name', coalesce(((SELECT restriction FROM called) ->> b.restriction)::json, json_build_object('th', b.restriction, 'en', NULL)),
                'amountSatang', b.amount) ORDER BY b.restriction COLLATE "C")
            FROM (SELECT m.restriction, sum(m.amount_satang) AS amount FROM blocked_money m WHERE m.activity = a.id GROUP BY m.restriction) AS b),
            '[]') ELSE '[]'::json END,
    'plan', CASE WHEN a.plan IS NOT NULL THEN json_build_object('id', a.plan,
        'title', CASE WHEN p.id IS NOT NULL THEN json_build_object('th', p.title_th, 'en', p.title_en) ELSE json_build_object('th', a.plan, 'en', NULL) END,
        'joint', coalesce(p.joint, false)) END,
    'agreedBy', coalesce(((SELECT by_plan FROM agreed) ->> a.plan)::json, '[]'),
    'basis', a.basis, 'filledIn', to_json(a.filled_in),
    'recordedAt', to_char(a.recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
    'lineage', json_build_object('topic', l.topic, 'partition', l.partition, 'offset', a.log_offset, 'eventId', a.event_id))
    FROM activity a LEFT JOIN plan p ON p.id = a.plan LEFT JOIN hub.log l ON l.id = a.log_id WHERE a.id = c.activity_id)
ELSE (SELECT json_build_object(
    'id', c.id, 'type', 'MILESTONE', 'revision', p.revision, 'what', json_build_object('th', m.title_th, 'en', m.title_en),
    'kind', json_build_object('code', 'milestone', 'name', json_build_object('th', 'จังหวะก้าว', 'en', 'Milestone')),
    'who', json_build_object(
        'agency', json_build_object('code', p.agency, 'name', coalesce(((SELECT agency FROM called) ->> p.agency)::json, json_build_object('th', p.agency, 'en', NULL))),
        'organiser', json_build_object('code', p.lead, 'name', coalesce(((SELECT body FROM called) ->> p.lead)::json, json_build_object('th', p.lead, 'en', NULL))),
        'partners', coalesce((SELECT json_agg(json_build_object('code', n.code,
                'name', coalesce(((SELECT body FROM called) ->> n.code)::json, json_build_object('th', n.code, 'en', NULL))) ORDER BY n.ordinal)
            FROM unnest(p.partners) WITH ORDINALITY AS n(code, ordinal)), '[]')),
    'where', coalesce((SELECT json_agg(((SELECT by_code FROM place) ->> n.area)::json ORDER BY n.position)
        FROM milestone_area n WHERE n.plan_id = m.plan_id AND n.ordinal = m.ordinal), '[]'),
    'startsOn', m.due_on, 'endsOn', m.due_on, 'datePrecision', 'DAY', 'status', m.status, 'counted', c.counted, 'contradicted', false,
    'money', '[]'::json, 'blocked', '[]'::json,
    'plan', json_build_object('id', p.id, 'title', json_build_object('th', p.title_th, 'en', p.title_en), 'joint', p.joint),
    'agreedBy', coalesce(((SELECT by_plan FROM agreed) ->> p.id)::json, '[]'), 'basis', p.basis, 'filledIn', to_json(p.filled_in),
    'recordedAt', to_char(p.recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
    'lineage', json_build_object('topic', l.topic, 'partition', l.partition, 'offset', p.log_offset, 'eventId', p.event_id))
    FROM plan p JOIN plan_milestone m ON m.plan_id = p.id LEFT JOIN hub.log l ON l.id = p.log_id
    WHERE p.id = c.plan_id AND m.ordinal = c.ordinal) END
