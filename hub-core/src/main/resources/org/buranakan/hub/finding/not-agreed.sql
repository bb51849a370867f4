-- Binds :keys, ids of plans; null for all. Whether a later revision changed the terms is not told, so who agreed to an earlier one lacks nothing for
-- certain.
WITH asking AS (
    SELECT * FROM plan
    WHERE joint AND status NOT IN ('DRAFT', 'COMPLETED', 'WITHDRAWN') AND (:keys::text[] IS NULL OR id = ANY (:keys::text[]))
), said AS (
    SELECT DISTINCT ON (a.plan, a.party COLLATE "C") a.*
    FROM agreement a JOIN asking p ON p.id = a.plan
    WHERE a.stance <> 'WITHDRAWN' AND a.agency = coalesce(speaks_for_itself(a.party), a.agency)
    ORDER BY a.plan, a.party COLLATE "C", a.stated_on DESC, a.plan_revision DESC, a.id COLLATE "C" DESC
), partner AS (
    SELECT p.id AS plan, named.code, min(named.ordinal) AS ordinal FROM asking p CROSS JOIN LATERAL unnest(p.partners) WITH ORDINALITY AS named(code, ordinal)
    GROUP BY p.id, named.code
), heard AS (
    SELECT n.plan, n.code, n.ordinal, who(n.code) -> 'name' AS name, speaks_for_itself(n.code) AS agency, s.log_id, s.log_offset, s.event_id,
           CASE WHEN coalesce(speaks_for_itself(n.code), n.code) = p.agency AND coalesce(s.stance, 'PROPOSES') IN ('PROPOSES', 'AGREES') THEN 'agreed'
                WHEN s.id IS NULL THEN 'silent' WHEN s.stance = 'AGREES' AND s.plan_revision = p.revision THEN 'agreed'
                WHEN s.stance = 'AGREES' AND s.plan_revision < p.revision THEN 'earlier' WHEN s.stance = 'DECLINES' THEN 'declined'
                WHEN s.stance IN ('PROPOSES', 'ADJUSTS') THEN 'adjusting' ELSE 'unclear' END AS stance
    FROM partner n JOIN asking p ON p.id = n.plan LEFT JOIN said s ON s.plan = n.plan AND s.party = n.code
), judged AS (
    SELECT p.id AS plan, count(h.code) AS asked, count(*) FILTER (WHERE h.stance = 'agreed') AS agreed,
           count(*) FILTER (WHERE h.stance IN ('silent', 'adjusting', 'declined')) AS missing,
           jsonb_agg(h.name ORDER BY h.ordinal) FILTER (WHERE h.stance = 'silent') AS silent,
           jsonb_agg(h.name ORDER BY h.ordinal) FILTER (WHERE h.stance = 'adjusting') AS adjusting,
           jsonb_agg(h.name ORDER BY h.ordinal) FILTER (WHERE h.stance = 'earlier') AS earlier,
           jsonb_agg(h.name ORDER BY h.ordinal) FILTER (WHERE h.stance = 'declined') AS declined,
           jsonb_agg(h.name ORDER BY h.ordinal) FILTER (WHERE h.stance = 'unclear') AS unclear,
           array_agg(DISTINCT h.agency COLLATE "C") FILTER (WHERE h.stance IN ('silent', 'adjusting', 'declined') AND h.agency IS NOT NULL) AS lacking,
           array_agg(DISTINCT h.agency COLLATE "C") FILTER (WHERE h.stance IN ('earlier', 'unclear') AND h.agency IS NOT NULL) AS asked_again,
           jsonb_agg(lineage(h.log_id, h.log_offset, h.event_id) ORDER BY h.ordinal) FILTER (WHERE h.event_id IS NOT NULL) AS stances
    FROM asking p LEFT JOIN heard h ON h.plan = p.id GROUP BY p.id
)
SELECT 'not-agreed:' || p.id AS id, ARRAY [p.id] AS keys,
       array(SELECT DISTINCT n.area COLLATE "C" FROM plan_area n WHERE n.plan_id = p.id ORDER BY 1) AS areas,
       array(SELECT DISTINCT agency COLLATE "C" FROM unnest(CASE WHEN j.missing > 0 THEN j.lacking ELSE j.asked_again END || p.agency) AS agency ORDER BY 1) AS agencies, ARRAY [p.id] AS subjects,
       NULL::bigint AS amount_satang, NULL::bigint AS people, (p.occurred_at AT TIME ZONE 'Asia/Bangkok')::date AS since,
       p.memorandum_due_on AS due_on, p.status <> 'UNKNOWN' AND j.missing > 0 AS computable,
       jsonb_build_array(lineage(p.log_id, p.log_offset, p.event_id)) || coalesce(j.stances, '[]') AS evidence,
       jsonb_build_object('title', label(p.title_th, p.title_en), 'agency', named(ARRAY ['agency'], p.agency) -> 'name', 'revision', p.revision,
           'asked', j.asked, 'agreed', j.agreed, 'silent', j.silent, 'adjusting', j.adjusting, 'earlier', j.earlier, 'declined', j.declined,
           'unclear', j.unclear, 'unstated', CASE WHEN j.asked = 0 THEN label('หน่วยร่วม', 'its partners')
                                                 WHEN p.status = 'UNKNOWN' THEN label('สถานะของแผน', 'its status') END) AS specifics
FROM judged j JOIN asking p ON p.id = j.plan
WHERE j.agreed < j.asked OR j.asked = 0
