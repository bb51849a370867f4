-- Of a finding about which nobody has done anything, what it rests on need not be hashed: as a condition of a join that came too late.
CREATE OR REPLACE VIEW standing_finding AS
    SELECT f.*, CASE WHEN (said.act).kind = 'finding-dismissed' THEN 'DISMISSED'
                     WHEN (said.act).kind = 'finding-acknowledged' AND CASE WHEN jsonb_exists((said.act).attributes, 'answers')
                          THEN (said.act).attributes ->> 'answers' = answers_content(f.id)
                          ELSE answered.at IS NULL OR answered.at <= (said.act).recorded_at END THEN 'ACKNOWLEDGED'
                     WHEN answered.at IS NOT NULL THEN 'ANSWERED' ELSE 'OPEN' END AS status,
           (said.act).id AS decided_by
    FROM finding f
    -- OFFSET 0: once, and not once for each use.
    LEFT JOIN LATERAL (SELECT CASE WHEN EXISTS (SELECT FROM act a WHERE a.subject = f.id) THEN deciding_act(f.id, finding_content(f)) END AS act OFFSET 0) AS said ON true
    LEFT JOIN LATERAL (SELECT max(a.recorded_at) AS at FROM answer a WHERE a.finding = f.id AND a.kind <> 'WITHDRAWN') AS answered ON true;
