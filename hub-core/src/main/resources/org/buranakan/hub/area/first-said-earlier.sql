-- Binds :plans, ids. Records of revisions before the newest, that stand before it in its log: a copy that comes later says nothing. A log of plans is
-- one agency's, so it is read through.
SELECT p.id, p.programme, h.value, h.log_offset, h.event_id::text AS event_id
FROM plan p JOIN hub.history h ON h.log_id = p.log_id AND h.entity_id = p.id AND h.log_offset < p.log_offset
WHERE p.id = ANY (:plans::text[]) AND h.log_id = ANY (array(SELECT DISTINCT log_id FROM plan WHERE id = ANY (:plans::text[])))
  AND h.outcome <> 'REJECTED' AND h.value IS NOT NULL AND h.revision < p.revision
ORDER BY p.id COLLATE "C", h.log_offset
