WITH found AS MATERIALIZED (
    SELECT * FROM jsonb_to_recordset(:found::jsonb) AS f (
        id text, severity text, text_th text, text_en text, areas text[], agencies text[], subjects text[], amount_satang bigint,
        people bigint, since date, due_on date, computable boolean, evidence jsonb, keys text[])
), written AS (
    INSERT INTO finding AS was (id, rule, rule_version, severity, text_th, text_en, areas, agencies, subjects, amount_satang, people,
                                since, due_on, computable, evidence, keys)
    SELECT id, :rule, :version, severity, text_th, text_en, areas, agencies, subjects, amount_satang, people,
           since, due_on, computable, evidence, keys
    FROM found
    ON CONFLICT (id) DO UPDATE SET rule_version = excluded.rule_version, severity = excluded.severity, text_th = excluded.text_th,
        text_en = excluded.text_en, areas = excluded.areas, agencies = excluded.agencies, subjects = excluded.subjects,
        amount_satang = excluded.amount_satang, people = excluded.people, since = excluded.since, due_on = excluded.due_on,
        computable = excluded.computable, evidence = excluded.evidence, keys = excluded.keys
    WHERE was.* IS DISTINCT FROM excluded.*
    RETURNING id
), told AS (
    INSERT INTO change (family, key) SELECT 'finding', id FROM written ORDER BY id RETURNING key
)
SELECT count(*) FROM told
