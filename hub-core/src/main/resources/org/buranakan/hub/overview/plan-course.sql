WITH p AS (
    SELECT * FROM plan WHERE id = :id
), heard AS (
    SELECT a.*, coalesce(speaks_for_itself(a.party), a.party) AS body FROM agreement a JOIN p ON p.id = a.plan
    WHERE a.stance <> 'WITHDRAWN' AND a.agency = coalesce(speaks_for_itself(a.party), a.agency)
), party AS (
    SELECT body, min(code COLLATE "C") AS code
    FROM (SELECT code, coalesce(speaks_for_itself(code), code) AS body
          FROM (SELECT unnest(ARRAY [lead] || partners || coalesce(memorandum_parties, '{}')) FROM p
                UNION SELECT party FROM heard) AS named(code)) AS bodies
    GROUP BY body
), said AS (
    SELECT DISTINCT ON (plan_revision, body) * FROM heard ORDER BY plan_revision, body, stated_on DESC, id COLLATE "C" DESC
), revision AS (
    SELECT plan_revision AS number FROM said UNION SELECT revision FROM p
), agreed AS (
    SELECT r.number, (SELECT max(s.stated_on) FROM said s WHERE s.plan_revision = r.number) AS agreed_on
    FROM revision r CROSS JOIN p
    WHERE EXISTS (SELECT FROM party y WHERE y.body <> p.agency)
      AND NOT EXISTS (SELECT FROM party y LEFT JOIN said s ON s.body = y.body AND s.plan_revision = r.number
                      WHERE CASE WHEN y.body = p.agency THEN coalesce(s.stance, 'PROPOSES') ELSE coalesce(s.stance, 'SILENT') END
                            NOT IN ('AGREES', 'PROPOSES'))
    ORDER BY r.number DESC LIMIT 1
), today AS (
    SELECT max(date) AS date FROM business_date
), own AS (
    SELECT a.id, a.status FROM activity a JOIN p ON a.plan = p.id WHERE a.same_as IS NULL AND a.status <> 'WITHDRAWN'
)
SELECT jsonb_build_object(
    'plan', p.id, 'revision', p.revision,
    'revisions', (SELECT jsonb_agg(jsonb_build_object('revision', r.number,
            'stances', (SELECT coalesce(jsonb_agg(jsonb_build_object('party', who(y.code), 'stance', coalesce(s.stance, 'SILENT'),
                    'statedOn', s.stated_on, 'statedBy', CASE WHEN s.agency IS NOT NULL THEN named(ARRAY ['agency'], s.agency) END,
                    'note', CASE WHEN s.note_th IS NOT NULL THEN label(s.note_th, s.note_en) END,
                    'lineage', CASE WHEN s.id IS NOT NULL THEN lineage(s.log_id, s.log_offset, s.event_id) END)
                    ORDER BY y.code COLLATE "C"), '[]')
                FROM party y LEFT JOIN said s ON s.body = y.body AND s.plan_revision = r.number)) ORDER BY r.number)
        FROM revision r),
    'baseline', (SELECT jsonb_build_object('revision', g.number, 'agreedOn', g.agreed_on,
            'milestones', CASE WHEN g.number = p.revision THEN (SELECT coalesce(jsonb_agg(jsonb_build_object('code', m.code,
                    'title', label(m.title_th, m.title_en), 'dueOn', m.due_on, 'status', m.status, 'doneOn', m.done_on)
                    ORDER BY m.ordinal), '[]') FROM plan_milestone m WHERE m.plan_id = p.id) END)
        FROM agreed g),
    'happened', jsonb_build_object(
        'milestones', (SELECT jsonb_build_object('planned', count(*) FILTER (WHERE m.status <> 'CANCELLED'),
                'due', count(*) FILTER (WHERE m.status <> 'CANCELLED' AND m.due_on <= t.date),
                'done', count(*) FILTER (WHERE m.status = 'DONE'),
                'late', count(*) FILTER (WHERE m.status NOT IN ('CANCELLED', 'DONE') AND m.due_on < t.date))
            FROM plan_milestone m CROSS JOIN today t WHERE m.plan_id = p.id),
        'activities', (SELECT coalesce(jsonb_object_agg(status, number), '{}')
            FROM (SELECT status, count(*) AS number FROM own GROUP BY status) AS per),
        'money', phase_amounts((SELECT jsonb_object_agg(phase, amount)
            FROM (SELECT o.phase, sum(o.amount_satang) AS amount FROM posting o
                  WHERE o.plan = p.id OR (o.plan IS NULL AND o.activity IN (SELECT id FROM activity WHERE plan = p.id))
                  GROUP BY o.phase) AS per))))
FROM p
