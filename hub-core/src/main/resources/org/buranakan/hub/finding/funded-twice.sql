-- Binds :keys, ids of activities; null for all. An activity and the reports that say they are the same have one root, and are keys of it.
WITH asked AS (
    SELECT root FROM unnest(:keys::text[]) AS root
    UNION SELECT a.same_as FROM activity a WHERE a.same_as IS NOT NULL AND (:keys::text[] IS NULL OR a.id = ANY (:keys::text[]))
    UNION SELECT p.activity FROM posting p WHERE :keys::text[] IS NULL AND p.activity IS NOT NULL
), member AS (
    SELECT root, root AS activity FROM asked
    WHERE NOT EXISTS (SELECT FROM activity a WHERE a.id = root AND a.same_as IS NOT NULL AND a.status <> 'WITHDRAWN')
    UNION SELECT a.same_as, a.id FROM asked JOIN activity a ON a.same_as = root WHERE a.status <> 'WITHDRAWN'
), funded AS (
    SELECT m.root, p.phase, p.agency, sum(p.amount_satang) AS amount
    FROM member m JOIN posting p ON p.activity = m.activity
    WHERE p.phase IN ('APPROVED', 'ALLOTTED', 'COMMITTED', 'DISBURSED', 'UNKNOWN')
    GROUP BY m.root, p.phase, p.agency HAVING sum(p.amount_satang) > 0
), twice AS (
    SELECT root, phase, array_agg(agency ORDER BY agency COLLATE "C") AS agencies, sum(amount) AS amount, true AS computable FROM funded
    WHERE phase <> 'UNKNOWN' GROUP BY root, phase HAVING count(*) > 1
    UNION ALL
    SELECT root, 'UNKNOWN', array_agg(DISTINCT agency COLLATE "C"), NULL, false FROM funded
    GROUP BY root HAVING count(DISTINCT agency) > 1 AND bool_or(phase = 'UNKNOWN')
), chosen AS (
    SELECT DISTINCT ON (root) * FROM twice ORDER BY root, array_position(ARRAY ['DISBURSED', 'COMMITTED', 'ALLOTTED', 'APPROVED', 'UNKNOWN'], phase)
)
SELECT 'funded-twice:' || c.root AS id, array(SELECT u.key COLLATE "C" FROM (SELECT c.root UNION SELECT m.activity FROM member m WHERE m.root = c.root) AS u(key) ORDER BY 1) AS keys,
       behind.areas, c.agencies, behind.activities AS subjects, c.amount::bigint AS amount_satang, NULL::bigint AS people, behind.since,
       a.starts_on AS due_on, c.computable, behind.evidence,
       jsonb_build_object('title', label(coalesce(a.title_th, c.root), a.title_en), 'phase', phase_name(c.phase),
           'agencies', (SELECT jsonb_agg(named(ARRAY ['agency'], agency) -> 'name' ORDER BY agency COLLATE "C") FROM unnest(c.agencies) AS agency),
           'amountSatang', c.amount) AS specifics
FROM chosen c LEFT JOIN activity a ON a.id = c.root CROSS JOIN LATERAL (
    SELECT array_agg(DISTINCT posted.area COLLATE "C") AS areas, array_agg(DISTINCT posted.activity COLLATE "C") AS activities, max(posted.posted_on) AS since,
           jsonb_agg(lineage(posted.log_id, posted.log_offset, posted.event_id) ORDER BY posted.id COLLATE "C") FILTER (WHERE turn <= 20) AS evidence
    FROM (SELECT p.*, row_number() OVER (ORDER BY p.id COLLATE "C") AS turn FROM member m JOIN posting p ON p.activity = m.activity
          WHERE m.root = c.root AND (p.phase = c.phase OR NOT c.computable)) AS posted) AS behind
