-- Names are looked up in the statement itself, not by the view's functions: each call of those costs as much as a lookup ten
-- times over, and a nation's plan has millions of names.
CASE WHEN c.activity_id IS NOT NULL THEN (SELECT jsonb_build_object(
    'id', c.id, 'type', 'ACTIVITY', 'revision', a.revision, 'what', label(a.title_th, a.title_en),
    'kind', jsonb_build_object('code', a.kind, 'name', coalesce((SELECT label(r.name_th, r.name_en) FROM reference r
        WHERE r.kind = 'activity-kind' AND r.code = a.kind), label(a.kind, NULL))),
    'who', jsonb_build_object(
        'agency', jsonb_build_object('code', a.agency, 'name', coalesce((SELECT label(r.name_th, r.name_en) FROM reference r
            WHERE r.kind = 'agency' AND r.code = a.agency), label(a.agency, NULL))),
        'organiser', jsonb_build_object('code', a.organiser, 'name', coalesce(
            (SELECT label(r.name_th, r.name_en) FROM reference r WHERE r.kind = 'organisation' AND r.code = a.organiser),
            (SELECT label(r.name_th, r.name_en) FROM reference r WHERE r.kind = 'agency' AND r.code = a.organiser),
            label(a.organiser, NULL))),
        'partners', CASE WHEN cardinality(a.partners) = 0 THEN '[]'::jsonb
            ELSE all_named(ARRAY ['organisation', 'agency'], a.partners) END),
    'where', coalesce((SELECT jsonb_agg(jsonb_build_object(
            'code', n.area, 'name', coalesce((SELECT label(r.name_th, r.name_en) FROM reference r
                WHERE r.kind = 'area' AND r.code = n.area), label(n.area, NULL)),
            'province', jsonb_build_object('code', left(n.area, 2), 'name', coalesce((SELECT label(r.name_th, r.name_en)
                FROM reference r WHERE r.kind = 'area' AND r.code = left(n.area, 2)), label(left(n.area, 2), NULL)))) ORDER BY n.ordinal)
        FROM activity_area n WHERE n.activity_id = a.id), '[]'),
    'venue', a.venue, 'startsOn', a.starts_on, 'endsOn', a.ends_on, 'datePrecision', a.date_precision, 'status', a.status,
    'participantsTarget', a.participants_target, 'participants', a.participants, 'sameAs', a.same_as,
    'money', CASE WHEN EXISTS (SELECT FROM posting o WHERE o.activity = a.id) THEN activity_money(a.id) ELSE '[]'::jsonb END,
    'blocked', CASE WHEN EXISTS (SELECT FROM posting o WHERE o.activity = a.id AND o.restriction IS NOT NULL)
        THEN activity_blocked(a.id) ELSE '[]'::jsonb END,
    'plan', CASE WHEN a.plan IS NOT NULL THEN jsonb_build_object('id', a.plan,
        'title', CASE WHEN p.id IS NOT NULL THEN label(p.title_th, p.title_en) ELSE label(a.plan, NULL) END,
        'joint', coalesce(p.joint, false)) END,
    'agreedBy', CASE WHEN EXISTS (SELECT FROM agreement g WHERE g.plan = a.plan) THEN stances(a.plan) ELSE '[]'::jsonb END,
    'basis', a.basis, 'filledIn', to_jsonb(a.filled_in),
    'recordedAt', to_char(a.recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
    'lineage', (SELECT jsonb_build_object('topic', l.topic, 'partition', l.partition, 'offset', a.log_offset, 'eventId', a.event_id)
        FROM hub.log l WHERE l.id = a.log_id))
    FROM activity a LEFT JOIN plan p ON p.id = a.plan WHERE a.id = c.activity_id)
ELSE (SELECT jsonb_build_object(
    'id', c.id, 'type', 'MILESTONE', 'revision', p.revision, 'what', label(m.title_th, m.title_en),
    'kind', jsonb_build_object('code', 'milestone', 'name', label('จังหวะก้าว', 'Milestone')),
    'who', jsonb_build_object('agency', named(ARRAY ['agency'], p.agency), 'organiser', who(p.lead),
        'partners', all_named(ARRAY ['organisation', 'agency'], p.partners)),
    'where', places(array(SELECT n.area FROM milestone_area n WHERE n.plan_id = m.plan_id AND n.ordinal = m.ordinal ORDER BY n.position)),
    'startsOn', m.due_on, 'endsOn', m.due_on, 'datePrecision', 'DAY', 'status', m.status,
    'money', '[]'::jsonb, 'blocked', '[]'::jsonb,
    'plan', jsonb_build_object('id', p.id, 'title', label(p.title_th, p.title_en), 'joint', p.joint),
    'agreedBy', stances(p.id), 'basis', p.basis, 'filledIn', to_jsonb(p.filled_in),
    'recordedAt', to_char(p.recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
    'lineage', lineage(p.log_id, p.log_offset, p.event_id))
    FROM plan p JOIN plan_milestone m ON m.plan_id = p.id WHERE p.id = c.plan_id AND m.ordinal = c.ordinal) END
