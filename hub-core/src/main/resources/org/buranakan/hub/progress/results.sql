-- Of the reports of one activity that the filter keeps exactly one is counted, as in the action plan: the lead's, or the first of the others.
WITH asked AS (
    SELECT coalesce(:fiscalYear::integer, this_fiscal_year()) AS year
), kept AS NOT MATERIALIZED (
    SELECT a.id, nullif(a.same_as, a.id) AS same_as, a.kind, a.status, a.participants, a.participants_target
    FROM /* somewhere */ activities_in(:zone, :province, :area) a /* . */ /* everywhere */ activity a /* . */
    WHERE a.status NOT IN ('CANCELLED', 'WITHDRAWN')
      AND a.starts_on <= make_date((SELECT year FROM asked), 9, 30) AND a.ends_on >= make_date((SELECT year FROM asked) - 1, 10, 1)
      AND (:agency::text IS NULL OR a.agency = :agency) AND (:kind::text IS NULL OR a.kind = :kind)
), leaderless AS MATERIALIZED (
    SELECT min(r.id COLLATE "C") AS id FROM kept r
    WHERE r.same_as IS NOT NULL AND NOT EXISTS (SELECT FROM kept l WHERE l.id = r.same_as AND l.same_as IS DISTINCT FROM r.id)
    GROUP BY r.same_as
), counted AS NOT MATERIALIZED (
    SELECT * FROM kept WHERE same_as IS NULL
    UNION ALL SELECT k.* FROM leaderless f JOIN kept k ON k.id = f.id
), people AS (
    SELECT kind, grouping(kind) = 1 AS whole, count(*) AS activities, sum(participants_target) AS target,
           jsonb_build_object('activities', count(*), 'done', count(*) FILTER (WHERE status = 'DONE'),
               'target', coalesce(sum(participants_target), 0),
               'doneTarget', coalesce(sum(participants_target) FILTER (WHERE status = 'DONE' AND participants IS NOT NULL), 0),
               'doneCame', coalesce(sum(participants) FILTER (WHERE status = 'DONE' AND participants_target IS NOT NULL), 0),
               'came', coalesce(sum(participants), 0),
               'unstated', count(*) FILTER (WHERE status = 'DONE' AND participants_target IS NOT NULL AND participants IS NULL)) AS document
    FROM counted GROUP BY GROUPING SETS ((kind), ())
), stated AS (
    SELECT i ->> 'code' AS code, i ->> 'unit' AS unit, (i ->> 'target')::bigint AS target, (i ->> 'actual')::bigint AS actual
    FROM counted c JOIN activity a ON a.id = c.id CROSS JOIN LATERAL jsonb_array_elements(a.indicators) AS i WHERE a.indicators <> '[]'
), measured AS (
    SELECT code, unit, count(*) AS activities, sum(target) AS target, sum(actual) AS actual, count(*) FILTER (WHERE actual >= target) AS met,
           count(*) FILTER (WHERE target IS NULL OR actual IS NULL) AS unstated,
           EXISTS (SELECT FROM reference u WHERE u.kind = 'unit' AND u.code = unit AND u.attributes ->> 'adds' = 'false') AS apart
    FROM stated GROUP BY code, unit
)
SELECT jsonb_build_object('fiscalYear', year + 543,
    'people', (SELECT document FROM people WHERE whole),
    'kinds', (SELECT coalesce(jsonb_agg(jsonb_build_object('kind', named(ARRAY ['activity-kind'], kind), 'people', document)
                  ORDER BY target DESC NULLS LAST, activities DESC, kind COLLATE "C"), '[]') FROM people WHERE NOT whole),
    'indicators', (SELECT coalesce(jsonb_agg(jsonb_build_object('indicator', named(ARRAY ['indicator'], code), 'unit', named(ARRAY ['unit'], unit),
                       'target', CASE WHEN NOT apart THEN target END, 'actual', CASE WHEN NOT apart THEN actual END,
                       'activities', activities, 'met', met, 'unstated', unstated) ORDER BY code COLLATE "C", unit COLLATE "C"), '[]') FROM measured))
FROM asked
