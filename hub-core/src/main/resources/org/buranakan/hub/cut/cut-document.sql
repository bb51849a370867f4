jsonb_build_object('id', c.id, 'takenAt', to_char(c.taken_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
    'businessDate', c.business_date,
    'fingerprint', CASE WHEN c.fingerprint IS NOT NULL THEN jsonb_build_object('sha256', c.fingerprint, 'facts', c.facts,
        'rows', c.row_count, 'by', c.established_by) END,
    'publishedOffset', c.published_offset, 'positions', /* positions */)
