WITH p AS (
    SELECT * FROM plan WHERE id = :id
), heard AS (
    SELECT a.*, coalesce(speaks_for_itself(a.party), a.party) AS body FROM agreement a JOIN p ON p.id = a.plan
    WHERE a.stance <> 'WITHDRAWN' AND a.agency = coalesce(speaks_for_itself(a.party), a.agency)
      AND a.plan_revision <= p.revision
), newest AS (
    SELECT m.ordinal, m.code, jsonb_build_object('code', m.code, 'title', label(m.title_th, m.title_en), 'dueOn', m.due_on,
               'status', m.status, 'doneOn', m.done_on) AS document
    FROM plan_milestone m JOIN p ON p.id = m.plan_id
), content AS (
    SELECT revision, ARRAY [lead] || partners || coalesce(memorandum_parties, '{}') AS named,
           (SELECT coalesce(jsonb_agg(n.document ORDER BY n.ordinal), '[]') FROM newest n) AS milestones
    FROM p
    UNION ALL
    SELECT (e.content ->> 'revision')::bigint, array(SELECT jsonb_array_elements_text(e.content -> 'named')), e.content -> 'milestones'
    FROM jsonb_array_elements(:earlier::jsonb) AS e(content)
), party AS (
    SELECT revision, body, min(code COLLATE "C") AS code
    FROM (SELECT c.revision, n.code, coalesce(speaks_for_itself(n.code), n.code) AS body
          FROM content c CROSS JOIN LATERAL unnest(c.named) AS n(code)
          UNION SELECT plan_revision, party, body FROM heard) AS bodies
    GROUP BY revision, body
), said AS (
    SELECT DISTINCT ON (plan_revision, body) * FROM heard ORDER BY plan_revision, body, stated_on DESC, id COLLATE "C" DESC
), agreed AS (
    SELECT c.revision, c.milestones, (SELECT max(s.stated_on) FROM said s WHERE s.plan_revision = c.revision) AS agreed_on
    FROM content c CROSS JOIN p
    WHERE EXISTS (SELECT FROM party y WHERE y.revision = c.revision AND y.body <> p.agency)
      AND NOT EXISTS (SELECT FROM party y LEFT JOIN said s ON s.body = y.body AND s.plan_revision = y.revision
                      WHERE y.revision = c.revision
                        AND CASE WHEN y.body = p.agency THEN coalesce(s.stance, 'PROPOSES') ELSE coalesce(s.stance, 'SILENT') END
                            NOT IN ('AGREES', 'PROPOSES'))
    ORDER BY c.revision DESC LIMIT 1
), today AS (
    SELECT max(date) AS date FROM business_date
), own AS (
    SELECT a.id, a.status FROM activity a JOIN p ON a.plan = p.id WHERE a.same_as IS NULL AND a.status <> 'WITHDRAWN'
)
SELECT jsonb_build_object(
    'plan', p.id, 'revision', p.revision,
    'revisions', (SELECT jsonb_agg(jsonb_build_object('revision', r.revision, 'stances', r.stances) ORDER BY r.revision)
        FROM (SELECT y.revision, jsonb_agg(jsonb_build_object('party', who(y.code), 'stance', coalesce(s.stance, 'SILENT'),
                  'statedOn', s.stated_on, 'statedBy', CASE WHEN s.agency IS NOT NULL THEN named(ARRAY ['agency'], s.agency) END,
                  'note', CASE WHEN s.note_th IS NOT NULL THEN label(s.note_th, s.note_en) END,
                  'lineage', CASE WHEN s.id IS NOT NULL THEN lineage(s.log_id, s.log_offset, s.event_id) END)
                  ORDER BY y.code COLLATE "C") AS stances
              FROM party y LEFT JOIN said s ON s.body = y.body AND s.plan_revision = y.revision GROUP BY y.revision) AS r),
    'baseline', (SELECT jsonb_build_object('revision', g.revision, 'agreedOn', g.agreed_on,
            'milestones', (SELECT coalesce(jsonb_agg(jsonb_build_object('agreed', m.document, 'now', n.document) ORDER BY m.ordinal), '[]')
                FROM jsonb_array_elements(g.milestones) WITH ORDINALITY AS m(document, ordinal)
                LEFT JOIN newest n ON n.code = m.document ->> 'code'))
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
            FROM (SELECT phase, sum(amount_satang) AS amount
                  FROM (SELECT o.phase, o.amount_satang FROM posting o WHERE o.plan = p.id
                        UNION ALL
                        -- As posting_effect tells it, found by the postings that are reversed.
                        SELECT v.phase, v.amount_satang
                        FROM (SELECT DISTINCT w.id FROM posting o CROSS JOIN LATERAL with_reversals(o.id) AS w WHERE o.plan = p.id) AS back
                             JOIN posting v USING (id) CROSS JOIN LATERAL effect_of(v.id) AS e
                        WHERE v.plan IS NULL AND e.plan = p.id
                        UNION ALL
                        SELECT e.phase, e.amount_satang FROM activity a
                             CROSS JOIN LATERAL (SELECT o.phase, o.amount_satang, o.plan FROM posting_effect o WHERE o.activity = a.id OFFSET 0) AS e
                        WHERE a.plan = p.id AND e.plan IS NULL) AS own_money
                  GROUP BY phase) AS per))))
FROM p
