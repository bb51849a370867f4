WITH heard AS (
    SELECT agency, max(last_heard) FILTER (WHERE family <> 'refused') AS last_heard, bool_or(state = 'PARKED') AS parked,
           coalesce(sum(received) FILTER (WHERE family <> 'refused'), 0) AS received,
           coalesce(sum(applied) FILTER (WHERE family <> 'refused'), 0) AS applied,
           coalesce(sum(stale) FILTER (WHERE family <> 'refused'), 0) AS stale,
           coalesce(sum(rejected) FILTER (WHERE family <> 'refused'), 0) AS rejected
    FROM log WHERE agency IS NOT NULL GROUP BY agency
), refused AS (
    SELECT agency, count(*) AS refusals FROM hub.refusal WHERE NOT resolved GROUP BY agency
)
SELECT jsonb_build_object('id', r.code, 'name', label(r.name_th, r.name_en), 'kind', r.attributes ->> 'kind',
    'cadenceDays', substring(r.attributes ->> 'cadenceDays' FROM '^[0-9]{1,4}$')::int,
    'lastHeardAt', to_char(h.last_heard AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    'events', jsonb_build_object('received', coalesce(h.received, 0), 'applied', coalesce(h.applied, 0),
        'stale', coalesce(h.stale, 0), 'rejected', coalesce(h.rejected, 0)),
    'refusals', CASE WHEN is_live() THEN coalesce(f.refusals, 0) END,
    'state', CASE WHEN h.parked THEN 'PARKED'
        WHEN h.last_heard IS NULL OR h.last_heard < moment() - make_interval(days => substring(r.attributes ->> 'cadenceDays' FROM '^[0-9]{1,4}$')::int)
        THEN 'SILENT' ELSE 'RUNNING' END)
FROM reference r LEFT JOIN heard h ON h.agency = r.code LEFT JOIN refused f ON f.agency = r.code
WHERE r.kind = 'agency' AND (:id::text IS NULL OR r.code = :id)
ORDER BY r.code COLLATE "C"
