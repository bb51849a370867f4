jsonb_build_object(
    'id', p.id, 'agency', named(ARRAY ['agency'], p.agency), 'revision', p.revision, 'basis', p.basis,
    'filledIn', to_jsonb(p.filled_in), 'fiscalYear', p.fiscal_year + 543, 'programme', named(ARRAY ['programme'], p.programme),
    'title', label(p.title_th, p.title_en),
    'objective', CASE WHEN p.objective_th IS NOT NULL THEN label(p.objective_th, p.objective_en) END,
    'lead', who(p.lead), 'partners', all_named(ARRAY ['organisation', 'agency'], p.partners),
    'areas', (SELECT coalesce(jsonb_agg(jsonb_build_object('area', named(ARRAY ['area'], n.area), 'stage', n.stage) ORDER BY n.ordinal), '[]')
              FROM plan_area n WHERE n.plan_id = p.id),
    'milestones', (SELECT coalesce(jsonb_agg(jsonb_build_object('code', m.code, 'title', label(m.title_th, m.title_en),
                       'dueOn', m.due_on, 'status', m.status, 'doneOn', m.done_on) ORDER BY m.ordinal), '[]')
                   FROM plan_milestone m WHERE m.plan_id = p.id),
    'status', p.status, 'joint', p.joint,
    'memorandum', CASE WHEN p.memorandum_parties IS NOT NULL THEN jsonb_build_object(
        'parties', all_named(ARRAY ['organisation', 'agency'], p.memorandum_parties),
        'dueOn', p.memorandum_due_on, 'signedOn', p.memorandum_signed_on) END,
    'stances', stances(p.id), 'disregarded', disregarded(p.id),
    'note', CASE WHEN p.note_th IS NOT NULL THEN label(p.note_th, p.note_en) END,
    'lineage', lineage(p.log_id, p.log_offset, p.event_id))
