SELECT p.composition, p.upto::text AS published_upto, pg_snapshot_xmin(pg_current_snapshot())::text AS settled, p.compare, p.rebuilding,
       EXISTS (SELECT FROM hub.published_log s JOIN hub.log l ON l.id = s.log_id AND l.topic_id = s.topic_id AND l.next_offset < s.next_offset
               AND l.state <> 'PARKED') AS behind,
       EXISTS (SELECT FROM hub.published_log s JOIN hub.log l ON l.id = s.log_id AND l.topic_id <> s.topic_id)
           OR EXISTS (SELECT FROM hub.swept s WHERE s.xid >= p.upto) AS missed,
       EXISTS (SELECT FROM hub.log l LEFT JOIN hub.published_log s ON s.log_id = l.id AND s.topic_id = l.topic_id
               WHERE l.next_offset > coalesce(s.next_offset, 0))
           OR EXISTS (SELECT FROM hub.change WHERE xid >= p.upto AND xid < pg_snapshot_xmin(pg_current_snapshot())) AS moved,
       p.rebuilding AND EXISTS (SELECT FROM dirty WHERE quarantined IS NULL) AS deriving
FROM hub.publication p
