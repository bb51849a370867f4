-- Of the reports of one activity that the filter keeps exactly one is counted: the lead's, or the first of the others.
WITH zone AS (
    SELECT unnest(string_to_array(attributes ->> 'provinces', ',')) AS province FROM reference WHERE kind = 'agency' AND code = :zone
), kept AS MATERIALIZED (
    SELECT id, starts_on, id AS activity_id, same_as, NULL::text AS plan_id, NULL::integer AS ordinal FROM (
    /* activities */) AS activities
    UNION ALL
    SELECT id, starts_on, NULL, NULL, plan_id, ordinal FROM (
    /* milestones */) AS milestones
), leaderless AS (
    SELECT min(r.id COLLATE "C") AS first FROM kept r
    WHERE r.same_as IS NOT NULL AND NOT EXISTS (SELECT FROM kept l WHERE l.id = r.same_as AND l.same_as IS DISTINCT FROM r.id)
    GROUP BY r.same_as
)
SELECT k.id, k.starts_on, k.activity_id, k.plan_id, k.ordinal,
    k.activity_id IS NOT NULL AND (k.same_as IS NULL OR f.first IS NOT NULL) AS counted
FROM kept k LEFT JOIN leaderless f ON f.first = k.id
