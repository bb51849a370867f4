SELECT p.id AS key, jsonb_build_object(
    'entityId', p.id, 'agency', p.agency, 'revision', p.revision, 'basis', p.basis, 'fiscalYear', p.fiscal_year, 'programme', p.programme,
    'title', label(p.title_th, p.title_en),
    'objective', CASE WHEN p.objective_th IS NOT NULL THEN label(p.objective_th, p.objective_en) END,
    'lead', p.lead, 'partners', to_jsonb(p.partners),
    'areas', (SELECT coalesce(jsonb_agg(jsonb_build_object('area', n.area, 'stage', n.stage) ORDER BY n.ordinal), '[]')
              FROM plan_area n WHERE n.plan_id = p.id),
    'milestones', (SELECT coalesce(jsonb_agg(jsonb_build_object('code', m.code, 'title', label(m.title_th, m.title_en), 'dueOn', m.due_on,
                       'status', m.status, 'doneOn', m.done_on, 'areas', to_jsonb(m.areas)) ORDER BY m.ordinal), '[]')
                   FROM plan_milestone m WHERE m.plan_id = p.id),
    'status', p.status, 'joint', p.joint,
    'memorandum', CASE WHEN p.memorandum_parties IS NOT NULL THEN jsonb_build_object('parties', to_jsonb(p.memorandum_parties),
        'dueOn', p.memorandum_due_on, 'signedOn', p.memorandum_signed_on) END,
    -- With the record that says so instead of names.
    'stances', (SELECT coalesce(jsonb_agg(jsonb_build_object('party', s.party, 'stance', s.stance, 'planRevision', s.plan_revision,
                    'statedOn', s.stated_on, 'position', log_position(s.log_id, s.log_offset)) ORDER BY s.stated_on, s.party COLLATE "C"), '[]')
                FROM standing_stance s WHERE s.plan = p.id),
    'position', log_position(p.log_id, p.log_offset), 'filledIn', to_jsonb(p.filled_in)) AS content
FROM plan p WHERE p.id = ANY (:keys::text[])
