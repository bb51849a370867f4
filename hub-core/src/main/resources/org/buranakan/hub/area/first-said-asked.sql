-- Binds :keys, ids of plans; null for all. The plans of which more was read since they were looked at last than the newest revision: what went between
-- is in history alone.
SELECT p.id, p.revision FROM plan p LEFT JOIN plan_first_said f ON f.plan_id = p.id AND f.area = '' AND f.what = ''
WHERE p.revision > 1 AND (:keys::text[] IS NULL OR p.id = ANY (:keys::text[])) AND coalesce(f.revision < p.revision - 1, true)
