jsonb_build_object(
    'id', a.id, 'agency', named(ARRAY ['agency'], a.agency), 'revision', a.revision, 'basis', a.basis,
    'filledIn', to_jsonb(a.filled_in),
    'plan', CASE WHEN a.plan IS NOT NULL THEN jsonb_build_object('id', a.plan,
        'title', coalesce((SELECT label(p.title_th, p.title_en) FROM plan p WHERE p.id = a.plan), label(a.plan, NULL))) END,
    'sameAs', a.same_as,
    'joint', CASE WHEN a.same_as IS NOT NULL OR EXISTS (SELECT FROM activity o WHERE o.same_as = a.id) THEN (
        SELECT joint FROM joint_activity(same_activity(a.id)) AS joint WHERE jsonb_array_length(joint -> 'reports') > 1) END,
     'kind', named(ARRAY ['activity-kind'], a.kind), 'title', label(a.title_th, a.title_en),
    'areas', all_named(ARRAY ['area'], array(SELECT n.area FROM activity_area n WHERE n.activity_id = a.id ORDER BY n.ordinal)),
    'venue', a.venue, 'startsOn', a.starts_on, 'endsOn', a.ends_on, 'datePrecision', a.date_precision, 'status', a.status,
    'organiser', who(a.organiser), 'partners', all_named(ARRAY ['organisation', 'agency'], a.partners),
    'participantsTarget', a.participants_target, 'participants', a.participants,
    'result', CASE WHEN a.result_th IS NOT NULL THEN label(a.result_th, a.result_en) END,
    'money', activity_money(a.id), 'blocked', activity_blocked(a.id),
    'note', CASE WHEN a.note_th IS NOT NULL THEN label(a.note_th, a.note_en) END,
    'lineage', lineage(a.log_id, a.log_offset, a.event_id))
