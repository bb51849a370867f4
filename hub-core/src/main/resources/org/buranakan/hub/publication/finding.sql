SELECT f.id AS key, jsonb_build_object(
    'entityId', f.id, 'rule', f.rule, 'ruleVersion', f.rule_version, 'severity', f.severity,
    'status', f.status,
    'text', label(f.text_th, f.text_en), 'areas', to_jsonb(f.areas), 'agencies', to_jsonb(f.agencies), 'subjects', to_jsonb(f.subjects),
    'amountSatang', f.amount_satang, 'people', f.people, 'dueOn', f.due_on,
    'positions', (SELECT coalesce(jsonb_agg(log_position(l.id, (e.item ->> 'offset')::bigint) ORDER BY e.ordinal), '[]')
                  FROM jsonb_array_elements(f.evidence) WITH ORDINALITY AS e(item, ordinal) JOIN hub.log l ON l.topic = e.item ->> 'topic')) AS content
FROM standing_finding f WHERE f.id = ANY (:keys::text[])
