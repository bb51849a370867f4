-- Binds :keys, codes of any level; null for all. Money is summed from budget_summary, which is derived before.
-- Facts are asked by :keys and not by what was made of them, so that the planner sees how few or many they are.
WITH key AS (
    SELECT area FROM unnest(:keys::text[]) AS area
    UNION SELECT area FROM plan_area WHERE :keys::text[] IS NULL
    UNION SELECT area FROM activity_area WHERE :keys::text[] IS NULL
    UNION SELECT area FROM budget_summary WHERE :keys::text[] IS NULL
    UNION SELECT area FROM complaint_count WHERE :keys::text[] IS NULL
    UNION SELECT area FROM area_summary WHERE :keys::text[] IS NULL
    UNION SELECT area FROM area_stage WHERE :keys::text[] IS NULL
), stage AS (
    SELECT code, (attributes ->> 'order')::integer AS rank, coalesce(attributes ->> 'memorandum' = 'signed', false) AS of_memorandum,
           coalesce(attributes ->> 'plan' = 'COMPLETED', false) AS of_completed
    FROM reference WHERE kind = 'programme-stage' AND attributes ->> 'order' ~ '^[0-9]{1,4}$'
), standing AS (
    SELECT n.area, n.stage, p.id, p.status, p.memorandum_signed_on, (p.occurred_at AT TIME ZONE 'Asia/Bangkok')::date AS said_on,
           p.log_id, p.log_offset, p.event_id, p.programme AS of_programme,
           length(n.area) = 6 AND coalesce(r.attributes ->> 'roll-up' = 'true', false) AS programme
    FROM plan_area n JOIN plan p ON p.id = n.plan_id
         LEFT JOIN reference r ON r.kind = 'programme' AND r.code = p.programme
    WHERE (:keys::text[] IS NULL OR n.area = ANY (:keys::text[])) AND p.status <> 'WITHDRAWN'
), planned AS (
    SELECT area, count(DISTINCT id) AS plans, bool_or(programme) AS programme FROM standing GROUP BY area
), named AS (
    SELECT DISTINCT n.area, a.id, a.status, a.kind, a.same_as, a.participants, a.participants_target, a.ends_on, a.date_precision,
           (a.occurred_at AT TIME ZONE 'Asia/Bangkok')::date AS said_on, a.log_id, a.log_offset, a.event_id
    FROM activity_area n JOIN activity a ON a.id = n.activity_id WHERE (:keys::text[] IS NULL OR n.area = ANY (:keys::text[]))
), led AS (
    SELECT r.id, l.status, (l.occurred_at AT TIME ZONE 'Asia/Bangkok')::date AS said_on
    FROM rooted_reports(array(SELECT id FROM named WHERE same_as IS NOT NULL)) AS r JOIN activity l ON l.id = r.root AND l.id <> r.id
    WHERE l.status NOT IN ('UNKNOWN', 'WITHDRAWN')
), happened AS MATERIALIZED (
    -- What another agency leads is done no more than its lead says.
    SELECT n.area, n.id, n.kind, CASE WHEN l.status IS NULL OR (l.status = 'DONE' AND n.status <> 'UNKNOWN') THEN n.status ELSE l.status END AS status,
           n.ends_on, n.date_precision, CASE WHEN n.status <> 'DONE' AND l.status = 'DONE' THEN l.said_on ELSE n.said_on END AS said_on,
           n.log_id, n.log_offset, n.event_id
    FROM named n LEFT JOIN led l USING (id) WHERE n.status <> 'WITHDRAWN'
), shown AS (
    SELECT p.area, s.code AS stage, coalesce(f.said_on, p.said_on) AS reached_by, 'UNKNOWN' AS date_precision, 'PLAN' AS shown_by, p.id AS subject,
           p.log_id, coalesce(f.log_offset, p.log_offset) AS log_offset, coalesce(f.event_id, p.event_id) AS event_id
    FROM standing p CROSS JOIN LATERAL (
             SELECT (SELECT code FROM stage ORDER BY rank, code COLLATE "C" LIMIT 1) AS code, 'NAMED' AS what
             UNION ALL SELECT stage.code, 'STAGE ' || stage.code FROM stage WHERE stage.code = p.stage
             UNION ALL SELECT stage.code, 'COMPLETED' FROM stage WHERE stage.of_completed AND p.status = 'COMPLETED') AS s
         -- Of what it says now, the revision that said it first; see FirstSaid.
         LEFT JOIN plan_first_said f ON f.plan_id = p.id AND f.area = p.area AND f.what = s.what AND f.programme = p.of_programme AND f.said_on < p.said_on
    WHERE p.programme AND s.code IS NOT NULL
    UNION ALL
    SELECT p.area, s.code, p.memorandum_signed_on, 'DAY', 'MEMORANDUM', p.id, p.log_id, p.log_offset, p.event_id
    FROM standing p JOIN stage s ON s.of_memorandum WHERE p.programme AND p.memorandum_signed_on <= coalesce((SELECT max(date) FROM business_date), p.memorandum_signed_on)
    UNION ALL
    SELECT n.area, s.code,
           CASE WHEN n.status = 'DONE' THEN CASE WHEN n.date_precision = 'UNKNOWN' THEN n.said_on ELSE least(n.ends_on, n.said_on) END END,
           CASE WHEN n.status = 'DONE' AND n.ends_on <= n.said_on THEN n.date_precision ELSE 'UNKNOWN' END,
           'ACTIVITY', n.id, n.log_id, n.log_offset, n.event_id
    FROM happened n JOIN reference k ON k.kind = 'activity-kind' AND k.code = n.kind JOIN stage s ON s.code = k.attributes ->> 'stage'
    WHERE n.status IN ('DONE', 'UNKNOWN')
      -- IS TRUE has the tambons hashed once: no estimate of how many there are is good enough for a join.
      AND (n.area IN (SELECT area FROM planned WHERE programme)) IS TRUE
), staged AS (
    SELECT DISTINCT ON (area, stage) * FROM shown
    ORDER BY area, stage, reached_by NULLS LAST, date_precision = 'UNKNOWN', shown_by, subject COLLATE "C"
), furthest AS (
    SELECT DISTINCT ON (g.area) g.area, g.stage FROM staged g JOIN stage s ON s.code = g.stage WHERE g.reached_by IS NOT NULL
    ORDER BY g.area, s.rank DESC, s.code COLLATE "C"
), counted AS (
    SELECT area, jsonb_object_agg(status, n) AS activities
    FROM (SELECT area, status, count(*) AS n FROM named GROUP BY area, status) AS per GROUP BY area
), people AS (
    SELECT area, sum(participants) FILTER (WHERE status <> 'WITHDRAWN') AS participants,
           sum(participants_target) FILTER (WHERE status NOT IN ('CANCELLED', 'WITHDRAWN')) AS participants_target
    FROM named WHERE same_as IS NULL GROUP BY area
), money AS (
    SELECT area, jsonb_object_agg(phase, amount) AS money
    FROM (SELECT b.area, m.key AS phase, sum(m.value::numeric) AS amount
          FROM budget_summary b CROSS JOIN LATERAL jsonb_each_text(b.money) AS m
          WHERE (:keys::text[] IS NULL OR b.area = ANY (:keys::text[])) GROUP BY b.area, m.key) AS per
    GROUP BY area
), held AS (
    SELECT area, jsonb_object_agg(restriction, amount) AS blocked
    FROM (SELECT b.area, r.key AS restriction, sum(r.value::numeric) AS amount
          FROM budget_summary b CROSS JOIN LATERAL jsonb_each_text(b.blocked) AS r
          WHERE (:keys::text[] IS NULL OR b.area = ANY (:keys::text[])) GROUP BY b.area, r.key) AS per
    GROUP BY area
), complaints AS (
    SELECT area, sum(received) AS received, sum(resolved) AS resolved, sum(stock) FILTER (WHERE newest) AS pending
    FROM (SELECT area, received, resolved, stock,
                 row_number() OVER (PARTITION BY agency, area, channel, topic ORDER BY period_end DESC, id COLLATE "C" DESC) = 1 AS newest
          FROM complaint_series WHERE (:keys::text[] IS NULL OR area = ANY (:keys::text[])) AND NOT covered) AS c
    GROUP BY area
), seen AS (
    SELECT n.area, p.log_id, p.log_offset FROM plan_area n JOIN plan p ON p.id = n.plan_id WHERE (:keys::text[] IS NULL OR n.area = ANY (:keys::text[]))
    UNION ALL SELECT area, log_id, log_offset FROM named
    UNION ALL SELECT area, log_id, log_offset FROM budget_summary WHERE (:keys::text[] IS NULL OR area = ANY (:keys::text[]))
    UNION ALL SELECT area, log_id, log_offset FROM complaint_count WHERE (:keys::text[] IS NULL OR area = ANY (:keys::text[]))
), stands AS (
    SELECT area, jsonb_object_agg(l.topic, last + 1) AS stands_at
    FROM (SELECT area, log_id, max(log_offset) AS last FROM seen GROUP BY area, log_id) AS per JOIN hub.log l ON l.id = per.log_id
    GROUP BY area
), derived AS (
    SELECT area, coalesce(planned.programme, false) AS programme, furthest.stage,
           coalesce(planned.plans, 0) AS plans, coalesce(counted.activities, '{}') AS activities,
           coalesce(people.participants, 0) AS participants, coalesce(people.participants_target, 0) AS participants_target,
           coalesce(money.money, '{}') AS money, coalesce(held.blocked, '{}') AS blocked,
           coalesce(complaints.received, 0) AS received, coalesce(complaints.resolved, 0) AS resolved,
           coalesce(complaints.pending, 0) AS pending, stands.stands_at
    FROM stands LEFT JOIN planned USING (area) LEFT JOIN furthest USING (area) LEFT JOIN counted USING (area)
         LEFT JOIN people USING (area) LEFT JOIN money USING (area) LEFT JOIN held USING (area) LEFT JOIN complaints USING (area)
), written AS (
    INSERT INTO area_summary AS was (area, programme, stage, plans, activities, participants, participants_target, money, blocked,
                                     received, resolved, pending, stands_at)
    SELECT * FROM derived
    ON CONFLICT (area) DO UPDATE SET programme = excluded.programme, stage = excluded.stage, plans = excluded.plans,
        activities = excluded.activities, participants = excluded.participants, participants_target = excluded.participants_target,
        money = excluded.money, blocked = excluded.blocked, received = excluded.received, resolved = excluded.resolved,
        pending = excluded.pending, stands_at = excluded.stands_at
    WHERE was.* IS DISTINCT FROM excluded.*
    RETURNING area
), gone AS (
    DELETE FROM area_summary WHERE area IN (SELECT area FROM key EXCEPT SELECT area FROM derived) RETURNING area
), stage_written AS (
    INSERT INTO area_stage AS was (area, stage, reached_by, date_precision, shown_by, subject, log_id, log_offset, event_id)
    SELECT area, stage, reached_by, date_precision, shown_by, subject, log_id, log_offset, event_id FROM staged
    ON CONFLICT (area, stage) DO UPDATE SET reached_by = excluded.reached_by, date_precision = excluded.date_precision, shown_by = excluded.shown_by,
        subject = excluded.subject, log_id = excluded.log_id, log_offset = excluded.log_offset, event_id = excluded.event_id
    WHERE was.* IS DISTINCT FROM excluded.*
    RETURNING area
), stage_gone AS (
    DELETE FROM area_stage WHERE area IN (SELECT area FROM key) AND (area, stage) NOT IN (SELECT area, stage FROM staged) RETURNING area
), told AS (
    INSERT INTO change (family, key)
    SELECT family, area FROM (SELECT 'area' AS family, area FROM (TABLE written UNION TABLE gone) AS summed
                              UNION ALL SELECT 'rollout', area FROM (TABLE stage_written UNION TABLE stage_gone) AS reached) AS changed
    ORDER BY area, family RETURNING key
)
SELECT count(*) FROM told
