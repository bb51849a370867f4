-- Writes a cut down; of one that is there already only the fingerprint, if it was not known. Answers whether it is new.
-- Binds :takenAt, later than any cut; :unlessAfter: nothing is written where there is one of after that, null for always. Nor where the newest cut
-- is further in some log: the view is being folded again, or another process was faster.
WITH stands AS (
    SELECT * FROM jsonb_to_recordset(:logs::jsonb) AS l (id integer, topic_id text, next_offset bigint, received bigint, applied bigint,
        stale bigint, rejected bigint, last_heard timestamptz)
), recorded AS (
    INSERT INTO hub.cut AS was (id, taken_at, business_date, fingerprint, facts, row_count, established_by)
    SELECT :id, :takenAt::timestamptz, :businessDate::date, :fingerprint, :facts, :rows::bigint,
           CASE WHEN :fingerprint::text IS NOT NULL THEN 'LIVE' END
    WHERE (:unlessAfter::timestamptz IS NULL OR NOT EXISTS (SELECT FROM hub.cut WHERE taken_at > :unlessAfter::timestamptz))
      AND NOT EXISTS (SELECT FROM stands s JOIN hub.cut_log c ON c.log_id = s.id AND c.topic_id = s.topic_id AND c.next_offset > s.next_offset
                      WHERE c.cut = (SELECT id FROM hub.cut ORDER BY taken_at DESC, id LIMIT 1) AND c.cut <> :id)
    ON CONFLICT (id) DO UPDATE SET fingerprint = excluded.fingerprint, facts = excluded.facts, row_count = excluded.row_count,
        established_by = excluded.established_by
    WHERE was.fingerprint IS NULL AND excluded.fingerprint IS NOT NULL
    RETURNING xmax = 0 AS is_new
), logs AS (
    INSERT INTO hub.cut_log (cut, log_id, topic_id, next_offset, received, applied, stale, rejected, last_heard)
    SELECT :id, id, topic_id, next_offset, received, applied, stale, rejected, last_heard FROM stands
    WHERE EXISTS (SELECT FROM recorded WHERE is_new)
    -- The foreign key locks rows of hub.log, which intake locks by id.
    ORDER BY id
)
SELECT coalesce(bool_or(is_new), false) FROM recorded
