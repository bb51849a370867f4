-- Every log as it stands, and what operators accepted of it.
SELECT jsonb_build_object('topic', l.topic, 'topicId', l.topic_id, 'nextOffset', l.next_offset, 'state', l.state,
    'parked', CASE WHEN l.state = 'PARKED' THEN jsonb_build_object('code', l.parked_code, 'upto', l.parked_upto,
        'why', label(CASE l.parked_code
            WHEN 'LOG_TRUNCATED' THEN format('บันทึกเริ่มที่ลำดับ %s แต่ต้องอ่านต่อจากลำดับ %s ระเบียนระหว่างนั้นหายไป', l.parked_upto, l.next_offset)
            WHEN 'OFFSET_GAP' THEN format('ระเบียนตั้งแต่ลำดับ %s ถึงก่อนลำดับ %s หายไปจากกลางบันทึก', l.next_offset, l.parked_upto)
            WHEN 'OFFSET_GONE' THEN 'บันทึกสิ้นสุดก่อนจุดที่อ่านไปแล้ว ระเบียนที่เคยอ่านหายไป'
            WHEN 'TOPIC_GONE' THEN 'ไม่พบหัวข้อนี้แล้ว'
            WHEN 'TOPIC_RECREATED' THEN 'หัวข้อถูกลบแล้วสร้างใหม่ จึงไม่ใช่บันทึกเดิม'
            ELSE 'บันทึกนี้อ่านต่อไม่ได้' END, l.parked_why)) END,
    'gaps', (SELECT coalesce(jsonb_agg(jsonb_build_object('from', (a.attributes ->> 'from')::bigint, 'upto', (a.attributes ->> 'upto')::bigint,
                 'by', a.actor, 'at', to_char(a.recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
                 'reason', label(a.reason_th, a.reason_en), 'act', a.id) ORDER BY a.recorded_at, a.id), '[]')
             FROM act a WHERE a.kind = 'log-gap-accepted' AND a.subject = l.topic AND a.attributes ->> 'topicId' = l.topic_id
                 AND a.actor ~ '^operator(-|$)'))
FROM hub.log l ORDER BY l.topic COLLATE "C", l.partition
