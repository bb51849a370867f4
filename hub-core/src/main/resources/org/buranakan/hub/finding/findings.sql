-- Found and put in order by little, for what a finding rests on is long.
WITH known AS (
    SELECT id, rule, severity, text_th, text_en, areas, agencies, since, status FROM standing_finding
    UNION ALL
    SELECT r.id, rule, severity, text_th, text_en, areas, agencies, since, 'RESOLVED'
    FROM resolved_finding r WHERE NOT EXISTS (SELECT FROM finding f WHERE f.id = r.id)
), found AS (
    SELECT id, since, array_position(ARRAY ['OPEN', 'ANSWERED', 'ACKNOWLEDGED', 'DISMISSED', 'RESOLVED'], status) AS turn,
           array_position(ARRAY ['WARNING', 'NOTICE', 'INFO'], severity) AS weight
    FROM known k
    WHERE (:id::text IS NULL OR id = :id) AND (:rule::text IS NULL OR rule = :rule) AND (:status::text IS NULL OR status = :status)
      AND (:agency::text IS NULL OR :agency = ANY (agencies))
      -- Without a sub-select, so that it is asked before where a finding stands.
      AND ((:area::text IS NULL AND :province::text IS NULL)
           OR strpos(E'\x01' || array_to_string(areas, E'\x01'), E'\x01' || narrower(coalesce(:area, ''), coalesce(:province, ''))) > 0)
      AND (:q::text IS NULL OR says(:q, text_th, text_en))
), page AS MATERIALIZED (
    SELECT * FROM found ORDER BY turn, weight, since DESC, id COLLATE "C" LIMIT :size OFFSET :offset
), chosen AS (
    SELECT s.rule, s.rule_version, s.severity, s.text_th, s.text_en, s.areas, s.agencies, s.subjects, s.amount_satang, s.people, s.due_on, s.computable,
           s.evidence, NULL::date AS resolved_on, s.status, s.decided_by, p.*, (SELECT finding_content(f) FROM finding f WHERE f.id = p.id) AS content
    FROM page p JOIN standing_finding s ON s.id = p.id
    UNION ALL
    SELECT r.rule, r.rule_version, r.severity, r.text_th, r.text_en, r.areas, r.agencies, r.subjects, r.amount_satang, r.people, r.due_on, r.computable,
           r.evidence, r.resolved_on, 'RESOLVED', NULL, p.*, NULL
    FROM page p JOIN resolved_finding r ON r.id = p.id WHERE NOT EXISTS (SELECT FROM finding f WHERE f.id = p.id)
)
SELECT jsonb_build_object('page', :page::integer, 'size', :size::integer, 'total', (SELECT count(*) FROM found),
    'items', (SELECT coalesce(jsonb_agg(jsonb_build_object(
        'id', c.id, 'rule', c.rule, 'version', c.rule_version, 'severity', c.severity, 'status', c.status,
        'title', (:titles::jsonb) -> c.rule, 'text', label(c.text_th, c.text_en), 'areas', all_named(ARRAY ['area'], c.areas),
        'agencies', all_named(ARRAY ['agency'], c.agencies), 'subjects', to_jsonb(c.subjects), 'amountSatang', c.amount_satang,
        'people', c.people, 'since', c.since, 'dueOn', c.due_on, 'resolvedOn', c.resolved_on, 'computable', c.computable,
        'evidence', c.evidence, 'content', c.content, 'answersContent', CASE WHEN c.content IS NOT NULL THEN answers_content(c.id) END, 'decidedBy', c.decided_by,
        'acts', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'kind', named(ARRAY ['act-kind'], a.kind), 'actor', a.actor,
                     'at', to_char(a.recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
                     'reason', CASE WHEN a.reason_th IS NOT NULL THEN label(a.reason_th, a.reason_en) END,
                     'holds', coalesce(a.attributes ->> 'content' = c.content, false), 'lineage', lineage(a.log_id, a.log_offset, split_part(a.id, ':', 2)::uuid))
                     ORDER BY a.recorded_at DESC, a.id COLLATE "C" DESC), '[]')
                 FROM act a WHERE a.subject = c.id AND a.kind IN ('finding-acknowledged', 'finding-dismissed', 'finding-reopened')),
        'answers', (SELECT coalesce(jsonb_agg(jsonb_build_object('agency', named(ARRAY ['agency'], a.agency), 'kind', a.kind,
                        'text', label(a.text_th, a.text_en), 'actsBy', a.acts_by) ORDER BY a.occurred_at, a.id COLLATE "C"), '[]')
                    FROM answer a WHERE a.finding = c.id AND a.kind <> 'WITHDRAWN'))
        ORDER BY c.turn, c.weight, c.since DESC, c.id COLLATE "C"), '[]') FROM chosen c))
