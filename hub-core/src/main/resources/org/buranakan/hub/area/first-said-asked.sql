-- Binds :keys, ids of plans; null for all. The plans whose earlier revisions are to be read, none of which is known any more: once for each newest revision.
WITH asked AS (
    SELECT p.id, p.revision FROM plan p
    WHERE p.revision > 1 AND (:keys::text[] IS NULL OR p.id = ANY (:keys::text[]))
      AND NOT EXISTS (SELECT FROM plan_first_said f WHERE f.plan_id = p.id AND f.area = '' AND f.what = '' AND f.revision = p.revision)
), gone AS (
    DELETE FROM plan_first_said WHERE plan_id IN (SELECT id FROM asked) AND what <> ''
), noted AS (
    INSERT INTO plan_first_said (plan_id, area, what, revision) SELECT id, '', '', revision FROM asked
    ON CONFLICT (plan_id, area, what) DO UPDATE SET revision = excluded.revision
)
SELECT id FROM asked ORDER BY id COLLATE "C"
