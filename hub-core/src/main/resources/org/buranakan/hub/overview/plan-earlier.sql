-- The records of the earlier revisions that somebody spoke of. A log of plans is one agency's, with thousands of records at
-- the most, so it is read through; where nobody spoke of an earlier revision it is not read at all.
WITH spoken AS (
    SELECT DISTINCT a.plan_revision AS revision FROM agreement a JOIN plan p ON p.id = a.plan
    WHERE a.plan = :id AND a.stance <> 'WITHDRAWN' AND a.plan_revision < p.revision
)
SELECT to_jsonb(translate(encode(value, 'base64'), E'\n', '')) FROM (
    SELECT DISTINCT ON (h.revision) h.revision, h.value
    FROM history h
    WHERE (SELECT count(*) FROM spoken) > 0 AND h.log_id = (SELECT log_id FROM plan WHERE id = :id)
      AND h.entity_id = :id AND h.value IS NOT NULL AND h.revision IN (SELECT revision FROM spoken)
    ORDER BY h.revision, h.log_offset) AS earlier
