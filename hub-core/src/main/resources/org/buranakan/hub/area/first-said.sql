-- Binds :said. Of what is said twice the earlier day stands, of one day the earlier record.
INSERT INTO plan_first_said AS was (plan_id, area, what, programme, said_on, log_offset, event_id)
SELECT DISTINCT ON (plan, area, what, programme) plan, area, what, programme, day, "offset", event
FROM jsonb_to_recordset(:said::jsonb) AS s (plan text, area text, what text, programme text, day date, "offset" bigint, event uuid)
ORDER BY plan, area, what, programme, day, "offset"
ON CONFLICT (plan_id, area, what, programme) DO UPDATE SET said_on = excluded.said_on, log_offset = excluded.log_offset, event_id = excluded.event_id
WHERE (excluded.said_on, excluded.log_offset) < (was.said_on, was.log_offset)
