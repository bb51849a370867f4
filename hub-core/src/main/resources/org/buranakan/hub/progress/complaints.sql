WITH zone AS (
    SELECT unnest(string_to_array(attributes ->> 'provinces', ',')) AS province FROM reference WHERE kind = 'agency' AND code = :zone
), asked AS (
    SELECT coalesce(:fiscalYear::integer, this_fiscal_year()) AS year
), month AS MATERIALIZED (
    SELECT m.* FROM asked CROSS JOIN LATERAL fiscal_months(year) AS m
), counted AS (
    SELECT c.*, left(c.area, 2) AS province, coalesce(c.topic, '') AS about,
           coalesce((SELECT number FROM month WHERE c.period_start >= first AND c.period_end <= last), 0) AS number
    FROM complaint_series c CROSS JOIN asked
    WHERE c.period_end BETWEEN make_date(year - 1, 10, 1) AND make_date(year, 9, 30)
      AND (:agency::text IS NULL OR c.agency = :agency) AND (:channel::text IS NULL OR c.channel = :channel)
      AND starts_with(c.area, coalesce(:area, '')) AND starts_with(c.area, coalesce(:province, ''))
      AND (:zone::text IS NULL OR left(c.area, 2) = ANY (array(SELECT province FROM zone)))
), newest AS (
    -- What is pending is a stock: of each series the newest count tells it, of the year and of each month.
    SELECT *, row_number() OVER (PARTITION BY agency, area, channel, topic, covered ORDER BY period_end DESC, id COLLATE "C" DESC) = 1 AND NOT covered AS of_all,
           row_number() OVER (PARTITION BY agency, area, channel, topic, covered, number ORDER BY period_end DESC, id COLLATE "C" DESC) = 1 AND NOT covered AS of_month
    FROM counted
), summed AS (
    SELECT grouping(province, channel, about, number) AS which, province, channel, about AS topic, number,
           sum(received) FILTER (WHERE NOT covered) AS received,
           jsonb_build_object('received', coalesce(sum(received) FILTER (WHERE NOT covered), 0), 'resolved', coalesce(sum(resolved) FILTER (WHERE NOT covered), 0),
               'pending', coalesce(CASE WHEN grouping(number) = 0 THEN sum(stock) FILTER (WHERE of_month) ELSE sum(stock) FILTER (WHERE of_all) END, 0),
               'counts', count(*) FILTER (WHERE NOT covered), 'unstated', count(*) FILTER (WHERE NOT covered AND resolved IS NULL AND pending IS NULL),
               'overlapping', count(*) FILTER (WHERE covered)) AS figures
    FROM newest GROUP BY GROUPING SETS ((), (province), (channel), (about), (number))
), nothing AS (
    SELECT '{"received": 0, "resolved": 0, "pending": 0, "counts": 0, "unstated": 0, "overlapping": 0}'::jsonb AS figures
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
                     ORDER BY received DESC NULLS LAST, channel COLLATE "C"), '[]') FROM summed WHERE which = 11),
    'topics', (SELECT coalesce(jsonb_agg(jsonb_build_object('of', CASE WHEN topic <> '' THEN named(ARRAY ['complaint-topic'], topic) END, 'figures', figures)
                   ORDER BY received DESC NULLS LAST, topic COLLATE "C"), '[]') FROM summed WHERE which = 13))
FROM asked CROSS JOIN nothing
