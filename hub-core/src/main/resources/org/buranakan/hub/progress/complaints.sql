WITH zone AS (
    SELECT unnest(string_to_array(attributes ->> 'provinces', ',')) AS province FROM reference WHERE kind = 'agency' AND code = :zone
), asked AS (
    SELECT coalesce(:fiscalYear::integer, this_fiscal_year()) AS year
), month AS MATERIALIZED (
    SELECT m.* FROM asked CROSS JOIN LATERAL fiscal_months(year) AS m
), counted AS (
    SELECT left(c.area, 2) AS province, c.channel, coalesce(c.topic, '') AS topic,
           coalesce((SELECT number FROM month WHERE c.period_start >= first AND c.period_end <= last), 0) AS number,
           c.received, coalesce(c.resolved, 0) AS resolved,
           CASE WHEN c.resolved IS NULL THEN coalesce(c.pending, 0) ELSE greatest(c.received - c.resolved, 0) END AS pending,
           c.resolved IS NULL AND c.pending IS NULL AS unstated
    FROM complaint_count c CROSS JOIN asked
    WHERE c.status <> 'WITHDRAWN' AND c.period_end BETWEEN make_date(year - 1, 10, 1) AND make_date(year, 9, 30)
      AND (:agency::text IS NULL OR c.agency = :agency) AND (:channel::text IS NULL OR c.channel = :channel)
      AND starts_with(c.area, coalesce(:area, '')) AND starts_with(c.area, coalesce(:province, ''))
      AND (:zone::text IS NULL OR left(c.area, 2) IN (SELECT province FROM zone))
), summed AS (
    SELECT grouping(province, channel, topic, number) AS which, province, channel, topic, number, sum(received) AS received,
           jsonb_build_object('received', coalesce(sum(received), 0), 'resolved', coalesce(sum(resolved), 0), 'pending', coalesce(sum(pending), 0),
               'counts', count(*), 'unstated', count(*) FILTER (WHERE unstated)) AS figures
    FROM counted GROUP BY GROUPING SETS ((), (province), (channel), (topic), (number))
), nothing AS (
    SELECT '{"received": 0, "resolved": 0, "pending": 0, "counts": 0, "unstated": 0}'::jsonb AS figures
)
SELECT jsonb_build_object('fiscalYear', year + 543, 'all', (SELECT figures FROM summed WHERE which = 15),
    'months', (SELECT coalesce(jsonb_agg(jsonb_build_object(
            'month', jsonb_build_object('number', m.number, 'name', m.name, 'from', m.first, 'to', m.last, 'ahead', m.ahead),
            'figures', coalesce(s.figures, nothing.figures)) ORDER BY m.number), '[]')
        FROM month m LEFT JOIN summed s ON s.which = 14 AND s.number = m.number),
    'severalMonths', coalesce((SELECT figures FROM summed WHERE which = 14 AND number = 0), nothing.figures),
    'provinces', (SELECT coalesce(jsonb_agg(jsonb_build_object('of', named(ARRAY ['area'], province), 'figures', figures) ORDER BY province COLLATE "C"), '[]')
                  FROM summed WHERE which = 7),
    'channels', (SELECT coalesce(jsonb_agg(jsonb_build_object('of', named(ARRAY ['channel'], channel), 'figures', figures)
                     ORDER BY received DESC, channel COLLATE "C"), '[]') FROM summed WHERE which = 11),
    'topics', (SELECT coalesce(jsonb_agg(jsonb_build_object('of', CASE WHEN topic <> '' THEN named(ARRAY ['complaint-topic'], topic) END, 'figures', figures)
                   ORDER BY received DESC, topic COLLATE "C"), '[]') FROM summed WHERE which = 13))
FROM asked CROSS JOIN nothing
