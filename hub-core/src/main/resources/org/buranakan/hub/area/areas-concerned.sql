-- Areas whose stages rest on facts that do not name them, each a key: those of the other reports of activities (:activities, ids), those of plans (:plans,
-- ids) of which more is known than when the area was derived, and of memoranda whose day has come since the business date before :day, the first that is new; null where none is.
SELECT 'area', n.area FROM activity_area n WHERE n.activity_id = ANY (array(SELECT id FROM reports_around(:activities::text[])))
UNION
SELECT 'area', n.area FROM plan_area n WHERE n.plan_id = ANY (:plans::text[])
UNION
SELECT 'area', n.area FROM plan p JOIN plan_area n ON n.plan_id = p.id
WHERE :day::date IS NOT NULL AND p.memorandum_signed_on > coalesce((SELECT max(date) FROM business_date WHERE date < :day::date), '-infinity')
