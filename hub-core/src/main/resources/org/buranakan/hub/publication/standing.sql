SELECT p.composition, p.seen::text AS seen, p.compare, p.compared, p.rebuilding,
       EXISTS (SELECT FROM hub.published_log s JOIN hub.log l ON l.id = s.log_id AND l.topic_id = s.topic_id AND l.next_offset < s.next_offset
               AND l.state <> 'PARKED') AS behind,
       EXISTS (SELECT FROM hub.published_log s JOIN hub.log l ON l.id = s.log_id AND l.topic_id <> s.topic_id)
           OR EXISTS (SELECT FROM hub.swept s WHERE s.xid >= pg_snapshot_xmin(p.seen)) AS missed,
       EXISTS (SELECT FROM hub.log l LEFT JOIN hub.published_log s ON s.log_id = l.id AND s.topic_id = l.topic_id
               WHERE l.next_offset > coalesce(s.next_offset, 0))
           OR EXISTS (SELECT FROM hub.change WHERE xid >= pg_snapshot_xmin(p.seen) AND NOT pg_visible_in_snapshot(xid, p.seen)) AS moved,
       -- What turned dirty afterwards is like any change: under steady traffic some key always is.
       p.rebuilding AND EXISTS (SELECT FROM dirty WHERE quarantined IS NULL AND (p.derive_upto IS NULL OR id <= p.derive_upto)) AS deriving
FROM hub.publication p
