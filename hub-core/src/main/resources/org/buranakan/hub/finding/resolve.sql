-- A few keys are looked up in the index; of very many, each finding of the rule looks its own up among them.
WITH gone AS (
    DELETE FROM finding
    WHERE rule = :rule
      AND (:keys::text[] IS NULL OR (cardinality(:keys::text[]) <= 500 AND keys && :keys::text[])
           OR (cardinality(:keys::text[]) > 500 AND EXISTS (SELECT FROM unnest(keys) AS key WHERE key = ANY (:keys::text[]))))
      AND NOT EXISTS (SELECT FROM unnest(:found::text[]) AS f(id) WHERE f.id = finding.id)
    RETURNING *
), resolved AS (
    INSERT INTO resolved_finding AS was (id, rule, rule_version, severity, text_th, text_en, areas, agencies, subjects, amount_satang,
                                             people, since, due_on, computable, evidence, resolved_on)
    SELECT id, rule, rule_version, severity, text_th, text_en, areas, agencies, subjects, amount_satang, people, since, due_on,
           computable, evidence, (SELECT max(date) FROM business_date)
    FROM gone
    ON CONFLICT (id) DO UPDATE SET rule_version = excluded.rule_version, severity = excluded.severity, text_th = excluded.text_th,
        text_en = excluded.text_en, areas = excluded.areas, agencies = excluded.agencies, subjects = excluded.subjects,
        amount_satang = excluded.amount_satang, people = excluded.people, since = excluded.since, due_on = excluded.due_on,
        computable = excluded.computable, evidence = excluded.evidence, resolved_on = excluded.resolved_on
    RETURNING id
), told AS (
    INSERT INTO change (family, key) SELECT 'finding', id FROM resolved ORDER BY id RETURNING key
)
SELECT count(*) FROM told
