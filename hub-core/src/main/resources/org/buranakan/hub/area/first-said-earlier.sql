-- Binds :plans, ids. The records of the revisions that applied before the newest one: a copy of an older one that came late says nothing. A log of plans
-- is one agency's, so it is read through.
SELECT p.id, h.value, h.log_offset, h.event_id::text AS event_id
FROM plan p JOIN plan_history h ON h.log_id = p.log_id AND h.entity_id = p.id AND h.log_offset < p.log_offset
WHERE p.id = ANY (:plans::text[]) AND h.log_id = ANY (array(SELECT DISTINCT log_id FROM plan WHERE id = ANY (:plans::text[])))
