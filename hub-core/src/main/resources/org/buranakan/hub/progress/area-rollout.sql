WITH stage AS (
    SELECT code, label(name_th, name_en) AS name, row_number() OVER (ORDER BY (attributes ->> 'order')::integer, code COLLATE "C" DESC) AS position
    FROM reference WHERE kind = 'programme-stage' AND attributes ->> 'order' ~ '^[0-9]{1,4}$'
)
SELECT jsonb_build_object('area', named(ARRAY ['area'], here.code),
    'tambons', (SELECT coalesce(jsonb_agg(jsonb_build_object('area', named(ARRAY ['area'], t.area), 'furthest', t.stage,
        'stages', (SELECT coalesce(jsonb_agg(jsonb_build_object('stage', s.code, 'name', s.name, 'reachedBy', g.reached_by,
                       'datePrecision', g.date_precision, 'shownBy', g.shown_by, 'subject', g.subject,
                       'lineage', lineage(g.log_id, g.log_offset, g.event_id)) ORDER BY s.position), '[]')
                   FROM area_stage g JOIN stage s ON s.code = g.stage WHERE g.area = t.area))
        ORDER BY t.area COLLATE "C"), '[]')
        FROM area_summary t WHERE t.programme AND starts_with(t.area, here.code)))
FROM reference here WHERE here.kind = 'area' AND here.code = :code
