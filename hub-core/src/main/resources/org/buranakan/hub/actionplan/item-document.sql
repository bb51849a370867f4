CASE WHEN c.activity_id IS NOT NULL THEN (SELECT jsonb_build_object(
    'id', c.id, 'type', 'ACTIVITY', 'revision', a.revision, 'what', label(a.title_th, a.title_en),
    'kind', named(ARRAY ['activity-kind'], a.kind),
    'who', jsonb_build_object('agency', named(ARRAY ['agency'], a.agency), 'organiser', who(a.organiser),
        'partners', all_named(ARRAY ['organisation', 'agency'], a.partners)),
    'where', places(array(SELECT n.area FROM activity_area n WHERE n.activity_id = a.id ORDER BY n.ordinal)), 'venue', a.venue,
    'startsOn', a.starts_on, 'endsOn', a.ends_on, 'datePrecision', a.date_precision, 'status', a.status,
    'participantsTarget', a.participants_target, 'participants', a.participants, 'sameAs', a.same_as,
    'money', activity_money(a.id), 'blocked', activity_blocked(a.id),
    'plan', CASE WHEN a.plan IS NOT NULL THEN jsonb_build_object('id', a.plan,
        'title', coalesce(label(p.title_th, p.title_en), label(a.plan, NULL)), 'joint', coalesce(p.joint, false)) END,
    'agreedBy', stances(a.plan), 'basis', a.basis, 'filledIn', to_jsonb(a.filled_in),
    'recordedAt', to_char(a.recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
    'lineage', lineage(a.log_id, a.log_offset, a.event_id))
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
