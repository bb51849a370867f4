WITH today AS (
    SELECT max(date) AS date FROM business_date
)
SELECT jsonb_build_object('code', r.code, 'parent', r.parent, 'level', upper(r.attributes ->> 'level'),
    'name', label(r.name_th, r.name_en), 'lat', (r.attributes ->> 'lat')::numeric, 'lon', (r.attributes ->> 'lon')::numeric,
    'stage', s.stage)
FROM reference r CROSS JOIN today LEFT JOIN area_summary s ON s.area = r.code
WHERE r.kind = 'area' AND length(r.code) <= 2 * :depth
  -- As stands_today, which is asked for each of thousands.
  AND r.valid_from <= coalesce(today.date, r.valid_from) AND coalesce(r.valid_to >= today.date, true)
ORDER BY r.code COLLATE "C"
