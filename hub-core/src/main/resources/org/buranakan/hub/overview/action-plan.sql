WITH item AS (
    SELECT a.id, a.starts_on, a.id AS activity_id, NULL::text AS plan_id, NULL::integer AS ordinal FROM activity a
    WHERE (:agency::text IS NULL OR a.agency = :agency) AND (:kind::text IS NULL OR a.kind = :kind)
      AND CASE WHEN :status::text IS NULL THEN a.status <> 'WITHDRAWN' ELSE a.status = :status END
      AND in_fiscal_year(a.starts_on, a.ends_on, :fiscalYear::integer)
      AND (:from::date IS NULL OR a.ends_on >= :from) AND (:to::date IS NULL OR a.starts_on <= :to)
      AND ((:area::text IS NULL AND :province::text IS NULL) OR EXISTS (
          SELECT FROM activity_area n WHERE n.activity_id = a.id
          AND starts_with(n.area, coalesce(:area, '')) AND starts_with(n.area, coalesce(:province, ''))))
      AND says(:q::text, a.title_th, a.title_en, a.venue)
    UNION ALL
    SELECT p.id || '#' || m.code, m.due_on, NULL, p.id, m.ordinal FROM plan_milestone m JOIN plan p ON p.id = m.plan_id
    WHERE p.status <> 'WITHDRAWN'
      AND (:agency::text IS NULL OR p.agency = :agency) AND coalesce(:kind::text, 'milestone') = 'milestone'
      AND (:status::text IS NULL OR m.status = :status)
      AND in_fiscal_year(m.due_on, m.due_on, :fiscalYear::integer)
      AND (:from::date IS NULL OR m.due_on >= :from) AND (:to::date IS NULL OR m.due_on <= :to)
      AND ((:area::text IS NULL AND :province::text IS NULL) OR EXISTS (
          SELECT FROM milestone_area n WHERE n.plan_id = m.plan_id AND n.ordinal = m.ordinal
          AND starts_with(n.area, coalesce(:area, '')) AND starts_with(n.area, coalesce(:province, ''))))
      AND says(:q::text, m.title_th, m.title_en)
), chosen AS (
    SELECT * FROM item ORDER BY starts_on, id COLLATE "C" LIMIT :size OFFSET :offset
), document AS (
    SELECT c.starts_on, c.id, jsonb_build_object(
        'id', c.id, 'type', 'ACTIVITY', 'what', label(a.title_th, a.title_en), 'kind', named(ARRAY ['activity-kind'], a.kind),
        'who', jsonb_build_object('agency', named(ARRAY ['agency'], a.agency), 'organiser', who(a.organiser),
            'partners', all_named(ARRAY ['organisation', 'agency'], a.partners)),
        'where', places(array(SELECT n.area FROM activity_area n WHERE n.activity_id = a.id ORDER BY n.ordinal)),
        'startsOn', a.starts_on, 'endsOn', a.ends_on, 'datePrecision', a.date_precision, 'status', a.status,
        'money', activity_money(a.id), 'blocked', activity_blocked(a.id),
        'plan', CASE WHEN a.plan IS NOT NULL THEN jsonb_build_object('id', a.plan,
            'title', coalesce(label(p.title_th, p.title_en), label(a.plan, NULL)), 'joint', coalesce(p.joint, false)) END,
        'agreedBy', stances(a.plan), 'basis', a.basis, 'filledIn', to_jsonb(a.filled_in),
        'lineage', lineage(a.log_id, a.log_offset, a.event_id)) AS json
    FROM chosen c JOIN activity a ON a.id = c.activity_id LEFT JOIN plan p ON p.id = a.plan
    UNION ALL
    SELECT c.starts_on, c.id, jsonb_build_object(
        'id', c.id, 'type', 'MILESTONE', 'what', label(m.title_th, m.title_en),
        'kind', jsonb_build_object('code', 'milestone', 'name', label('จังหวะก้าว', 'Milestone')),
        'who', jsonb_build_object('agency', named(ARRAY ['agency'], p.agency), 'organiser', who(p.lead),
            'partners', all_named(ARRAY ['organisation', 'agency'], p.partners)),
        'where', places(array(SELECT n.area FROM milestone_area n WHERE n.plan_id = m.plan_id AND n.ordinal = m.ordinal ORDER BY n.position)),
        'startsOn', m.due_on, 'endsOn', m.due_on, 'datePrecision', 'DAY', 'status', m.status,
        'money', '[]'::jsonb, 'blocked', '[]'::jsonb,
        'plan', jsonb_build_object('id', p.id, 'title', label(p.title_th, p.title_en), 'joint', p.joint),
        'agreedBy', stances(p.id), 'basis', p.basis, 'filledIn', to_jsonb(p.filled_in),
        'lineage', lineage(p.log_id, p.log_offset, p.event_id)) AS json
    FROM chosen c JOIN plan p ON p.id = c.plan_id JOIN plan_milestone m ON m.plan_id = c.plan_id AND m.ordinal = c.ordinal
)
SELECT jsonb_build_object('page', :page::integer, 'size', :size::integer, 'total', (SELECT count(*) FROM item),
    'items', (SELECT coalesce(jsonb_agg(json ORDER BY starts_on, id COLLATE "C"), '[]') FROM document))
