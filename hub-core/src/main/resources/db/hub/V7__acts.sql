COMMENT ON COLUMN log.family IS 'The last word of the topic: plan, activity, budget, complaint, agreement, answer, refused; act for what auditors and operators did; reference and clock for the hub''s own.';
COMMENT ON COLUMN log.agency IS 'Null for hub.reference, hub.clock and the logs of acts.';
COMMENT ON COLUMN change.family IS 'plan, activity, budget, complaint, agreement, answer, act, reference, clock, agency (its counters, refusals or rejections), area, finding.';
