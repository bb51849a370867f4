-- Nothing is derived from these; facts of before still name them among what they touch, which is without effect.
DELETE FROM dirty WHERE kind IN ('plan', 'finding', 'agency');
COMMENT ON COLUMN dirty.kind IS 'area (any level), activity, reference (key = its kind), clock (key = the new date): the kinds that some row is derived from.';
