WITH here AS (
    SELECT * FROM reference WHERE kind = 'area' AND code = :code
), below AS MATERIALIZED (
    SELECT * FROM area_summary WHERE starts_with(area, :code)
), touched AS MATERIALIZED (
    SELECT DISTINCT left(n.area, length(:code) + 2) AS child, n.activity_id AS id, n.status, n.joint, n.participants, n.participants_target
    FROM activity_area n WHERE starts_with(n.area, :code)
), once AS (
    SELECT DISTINCT id, status, joint, participants, participants_target FROM touched
), stages AS (
    SELECT r.code, label(r.name_th, r.name_en) AS name, r.attributes ->> 'order' AS position, count(b.area) AS tambons
    FROM reference r LEFT JOIN below b ON b.stage = r.code
    WHERE r.kind = 'programme-stage' GROUP BY r.code, r.name_th, r.name_en, r.attributes
), running AS (
    SELECT code FROM reference WHERE kind = 'programme-stage' AND attributes ->> 'running' = 'true'
), total AS (
    SELECT count(*) FILTER (WHERE programme) AS programme_areas,
           count(*) FILTER (WHERE stage IN (SELECT code FROM running)) AS running_areas,
           coalesce(sum(received), 0) AS received, coalesce(sum(resolved), 0) AS resolved, coalesce(sum(pending), 0) AS pending
    FROM below
), child AS (
    SELECT r.code, r.name_th, r.name_en, r.attributes ->> 'level' AS level,
           (SELECT s.stage FROM below s WHERE s.area = r.code) AS stage,
           count(b.area) FILTER (WHERE b.programme) AS programme_areas,
           count(b.area) FILTER (WHERE b.stage IN (SELECT code FROM running)) AS running_areas,
           coalesce(sum((SELECT sum(value::numeric) FROM jsonb_each_text(b.blocked))), 0) AS blocked
    FROM reference r LEFT JOIN below b ON starts_with(b.area, r.code)
    WHERE r.kind = 'area' AND r.parent = :code AND stands_today(r.valid_from, r.valid_to)
    GROUP BY r.code, r.name_th, r.name_en, r.attributes
), child_money AS (
    SELECT code, jsonb_object_agg(phase, amount) AS money
    FROM (SELECT left(b.area, length(:code) + 2) AS code, m.key AS phase, sum(m.value::numeric) AS amount
          FROM below b, jsonb_each_text(b.money) m WHERE b.area <> :code GROUP BY 1, 2) AS per
    GROUP BY code
), child_activity AS (
    SELECT child AS code, count(DISTINCT id) AS activities FROM touched GROUP BY child
)
SELECT jsonb_build_object(
    'code', here.code, 'level', upper(here.attributes ->> 'level'), 'name', label(here.name_th, here.name_en),
    'parent', CASE WHEN here.parent IS NOT NULL THEN named(ARRAY ['area'], here.parent) END,
    'lat', (here.attributes ->> 'lat')::numeric, 'lon', (here.attributes ->> 'lon')::numeric,
    'programmeAreas', total.programme_areas, 'runningAreas', total.running_areas,
    'stage', (SELECT stage FROM below WHERE area = :code),
    'stages', (SELECT coalesce(jsonb_agg(jsonb_build_object('stage', code, 'name', name, 'count', tambons)
                   ORDER BY length(position), position, code COLLATE "C"), '[]') FROM stages),
    'plans', (SELECT count(DISTINCT p.id) FROM plan_area n JOIN plan p ON p.id = n.plan_id
              WHERE starts_with(n.area, :code) AND p.status <> 'WITHDRAWN'),
    'activities', (SELECT coalesce(jsonb_agg(jsonb_build_object('status', status, 'count', n) ORDER BY status), '[]')
                   FROM (SELECT status, count(*) AS n FROM once GROUP BY status) AS per),
    'participants', (SELECT coalesce(sum(participants), 0) FROM once WHERE NOT joint AND status <> 'WITHDRAWN'),
    'participantsTarget', (SELECT coalesce(sum(participants_target), 0) FROM once
                           WHERE NOT joint AND status NOT IN ('CANCELLED', 'WITHDRAWN')),
    'money', phase_amounts((SELECT jsonb_object_agg(key, amount) FROM (SELECT m.key, sum(m.value::numeric) AS amount
                            FROM below b, jsonb_each_text(b.money) m GROUP BY m.key) AS per)),
    'blocked', blocked_amounts((SELECT jsonb_object_agg(key, amount) FROM (SELECT m.key, sum(m.value::numeric) AS amount
                                FROM below b, jsonb_each_text(b.blocked) m GROUP BY m.key) AS per)),
    'complaints', jsonb_build_object('received', total.received, 'resolved', total.resolved, 'pending', total.pending),
    'leftOut', (SELECT count(*) FROM finding f WHERE f.rule = 'left-out' AND f.computable AND starts_with(f.areas[1], :code)),
    'children', (SELECT coalesce(jsonb_agg(jsonb_build_object(
                     'code', c.code, 'level', upper(c.level), 'name', label(c.name_th, c.name_en), 'stage', c.stage,
                     'programmeAreas', c.programme_areas, 'runningAreas', c.running_areas,
                     'activities', coalesce(a.activities, 0), 'money', phase_amounts(m.money), 'blockedSatang', c.blocked)
                     ORDER BY c.code COLLATE "C"), '[]')
                 FROM child c LEFT JOIN child_money m USING (code) LEFT JOIN child_activity a USING (code)))
FROM here, total
