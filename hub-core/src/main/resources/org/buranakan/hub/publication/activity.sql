SELECT a.id AS key, jsonb_build_object(
    'entityId', a.id, 'agency', a.agency, 'revision', a.revision, 'basis', a.basis, 'plan', a.plan, 'sameAs', a.same_as, 'kind', a.kind,
    'title', label(a.title_th, a.title_en),
    'areas', to_jsonb(array(SELECT n.area FROM activity_area n WHERE n.activity_id = a.id ORDER BY n.ordinal)),
    'startsOn', a.starts_on, 'endsOn', a.ends_on, 'datePrecision', a.date_precision, 'status', a.status,
    'organiser', a.organiser, 'partners', to_jsonb(a.partners),
    'participantsTarget', a.participants_target, 'participants', a.participants,
    'money', activity_money(a.id),
    'blocked', satang_per_restriction((SELECT coalesce(jsonb_object_agg(restriction, amount), '{}') FROM (
        SELECT restriction, sum(amount_satang) AS amount FROM blocked_money WHERE activity = a.id GROUP BY restriction) AS per)),
    'position', log_position(a.log_id, a.log_offset), 'filledIn', to_jsonb(a.filled_in)) AS content
FROM activity a WHERE a.id = ANY (:keys::text[])
