WITH zone AS (
    SELECT unnest(string_to_array(attributes ->> 'provinces', ',')) AS province FROM reference WHERE kind = 'agency' AND code = :zone
), asked AS (
    SELECT coalesce(:fiscalYear::integer, this_fiscal_year()) AS year
), stage AS (
    SELECT code, label(name_th, name_en) AS name, row_number() OVER (ORDER BY (attributes ->> 'order')::integer, code COLLATE "C" DESC) AS position
    FROM reference WHERE kind = 'programme-stage' AND attributes ->> 'order' ~ '^[0-9]{1,4}$'
), tambon AS (
    SELECT area, left(area, 2) AS province FROM area_summary
    WHERE programme AND starts_with(area, coalesce(:area, '')) AND starts_with(area, coalesce(:province, ''))
      AND (:zone::text IS NULL OR left(area, 2) IN (SELECT province FROM zone))
), shown AS (
    SELECT t.area, t.province, s.position, g.reached_by,
           -- 0 before the year, 1 to 12 its months from October, 13 after it
           greatest(0, least(13, (extract(year FROM g.reached_by) * 12 + extract(month FROM g.reached_by) - (year - 1) * 12 - 9)))::integer AS turn
    FROM tambon t JOIN area_stage g ON g.area = t.area JOIN stage s ON s.code = g.stage CROSS JOIN asked
), step AS (
    -- A tambon's furthest stage changes where it reaches one beyond all that it had reached.
    SELECT *, max(position) OVER (PARTITION BY area ORDER BY reached_by, position ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS before
    FROM shown WHERE reached_by IS NOT NULL
), change AS (
    SELECT province, position, turn, 1 AS reached, CASE WHEN position > coalesce(before, 0) THEN 1 ELSE 0 END AS furthest FROM step
    UNION ALL SELECT province, before, turn, 0, -1 FROM step WHERE position > before
), changed AS (
    SELECT coalesce(province, '') AS province, position, turn, sum(reached) AS reached, sum(furthest) AS furthest
    FROM change GROUP BY GROUPING SETS ((province, position, turn), (position, turn))
), place AS (
    -- The whole is a place without a code.
    SELECT coalesce(province, '') AS province, count(*) AS tambons FROM tambon GROUP BY GROUPING SETS ((province), ())
), grid AS (
    SELECT p.province, p.tambons, s.position, n.turn, sum(c.reached) OVER so_far AS reached, sum(c.furthest) OVER so_far AS furthest
    FROM place p CROSS JOIN stage s CROSS JOIN generate_series(0, 13) AS n(turn)
         LEFT JOIN changed c ON c.province = p.province AND c.position = s.position AND c.turn = n.turn
    WINDOW so_far AS (PARTITION BY p.province, s.position ORDER BY n.turn)
), point AS MATERIALIZED (
    SELECT province, turn, jsonb_build_object('reached', jsonb_agg(coalesce(reached, 0) ORDER BY position),
               'furthest', jsonb_agg(coalesce(furthest, 0) ORDER BY position), 'none', tambons - coalesce(sum(furthest), 0)) AS document
    FROM grid GROUP BY province, tambons, turn
), month AS MATERIALIZED (
    SELECT m.* FROM asked CROSS JOIN LATERAL fiscal_months(year) AS m
), untold AS MATERIALIZED (
    SELECT coalesce(province, '') AS province, position, count(*) AS tambons FROM shown WHERE reached_by IS NULL GROUP BY GROUPING SETS ((province, position), (position))
), standing AS (
    SELECT p.province, jsonb_build_object(
        'area', CASE WHEN p.province <> '' THEN named(ARRAY ['area'], p.province) END, 'tambons', p.tambons,
        'untold', (SELECT coalesce(jsonb_agg(coalesce(u.tambons, 0) ORDER BY s.position), '[]')
                   FROM stage s LEFT JOIN untold u ON u.province = p.province AND u.position = s.position),
        'now', coalesce((SELECT document FROM point o WHERE o.province = p.province AND o.turn = 13),
                        jsonb_build_object('reached', '[]'::jsonb, 'furthest', '[]'::jsonb, 'none', p.tambons)),
        'months', (SELECT coalesce(jsonb_agg(o.document ORDER BY o.turn), '[]') FROM point o JOIN month m ON m.number = o.turn
                   WHERE o.province = p.province AND NOT m.ahead)) AS document
    FROM place p
)
SELECT jsonb_build_object('fiscalYear', year + 543, 'businessDate', (SELECT max(date) FROM business_date),
    'stages', (SELECT coalesce(jsonb_agg(jsonb_build_object('stage', code, 'name', name) ORDER BY position), '[]') FROM stage),
    'months', (SELECT coalesce(jsonb_agg(jsonb_build_object('number', number, 'name', name, 'from', first, 'to', last, 'ahead', ahead)
                   ORDER BY number), '[]') FROM month),
    'whole', (SELECT document FROM standing WHERE province = ''),
    'provinces', (SELECT coalesce(jsonb_agg(document ORDER BY province COLLATE "C"), '[]') FROM standing WHERE province <> ''))
FROM asked
