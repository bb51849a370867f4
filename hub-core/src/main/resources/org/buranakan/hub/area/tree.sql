SELECT jsonb_build_object('code', r.code, 'parent', r.parent, 'level', upper(r.attributes ->> 'level'),
    'name', label(r.name_th, r.name_en), 'lat', (r.attributes ->> 'lat')::numeric, 'lon', (r.attributes ->> 'lon')::numeric,
    'stage', s.stage)
FROM reference r LEFT JOIN area_summary s ON s.area = r.code
WHERE r.kind = 'area' AND length(r.code) <= 2 * :depth
  AND stands_today(r.valid_from, r.valid_to)
ORDER BY r.code COLLATE "C"
