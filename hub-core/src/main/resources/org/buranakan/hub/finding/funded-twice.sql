-- Binds :keys, ids of activities; null for all. Reports that say they are the same as another count as one: see rooted_reports.
WITH posted AS (
    SELECT e.activity AS funded, p.id, p.agency, p.phase, p.amount_satang, p.funder, p.area, p.posted_on, p.log_id, p.log_offset, p.event_id
    FROM posting_effect e JOIN posting p ON p.id = e.id
    WHERE :keys::text[] IS NULL AND p.phase <> 'PROPOSED' AND e.activity IS NOT NULL
    UNION ALL
    SELECT e.activity, p.id, p.agency, p.phase, p.amount_satang, p.funder, p.area, p.posted_on, p.log_id, p.log_offset, p.event_id
    FROM posting_effect e JOIN posting p ON p.id = e.id
    WHERE e.activity = ANY (array(SELECT id FROM reports_around(:keys::text[]))) AND p.phase <> 'PROPOSED'
), rooted AS (
    SELECT id AS funded, root, met FROM rooted_reports(array(SELECT funded FROM posted))
), several AS (
    -- What one agency alone pays for is nearly everything.
    SELECT r.root FROM posted p JOIN rooted r USING (funded) GROUP BY r.root HAVING min(p.agency) <> max(p.agency)
), summed AS (
    SELECT r.root, p.agency, p.phase, p.funder, sum(p.amount_satang) AS amount
    FROM posted p JOIN rooted r USING (funded) WHERE r.root IN (SELECT root FROM several) GROUP BY r.root, p.agency, p.phase, p.funder
), phased AS (
    SELECT root, agency, phase, sum(amount) AS amount, array_agg(funder) FILTER (WHERE amount > 0) AS funders FROM summed GROUP BY root, agency, phase
), netted AS (
    SELECT *, paid_out(max(amount) FILTER (WHERE phase = 'DISBURSED') OVER funding, max(amount) FILTER (WHERE phase = 'RETURNED') OVER funding) AS paid
    FROM phased WINDOW funding AS (PARTITION BY root, agency)
), standing AS (
    SELECT root, agency, phase, CASE phase WHEN 'DISBURSED' THEN paid ELSE amount + least(paid, 0) END AS amount, funders FROM netted WHERE phase <> 'RETURNED'
), held AS (
    SELECT *, array_agg(agency) OVER (PARTITION BY root, phase) AS holders FROM standing WHERE amount > 0
), funding AS (
    SELECT h.*, named.funder, named.turn, giver.agency <> h.agency AND giver.agency = ANY (h.holders) AS passed
    FROM held h CROSS JOIN LATERAL unnest(h.funders) WITH ORDINALITY AS named(funder, turn)
         CROSS JOIN LATERAL (SELECT coalesce(speaks_for_itself(named.funder), named.funder) AS agency) AS giver
), twice AS (
    SELECT root, phase, array_agg(DISTINCT agency COLLATE "C") AS agencies, array_agg(DISTINCT funder COLLATE "C") AS funders,
           sum(amount) FILTER (WHERE turn = 1) AS amount, count(DISTINCT funder) > 1 AND NOT bool_or(passed) AS computable, bool_or(passed) AS passed
    FROM funding WHERE phase <> 'UNKNOWN' GROUP BY root, phase HAVING count(DISTINCT agency) > 1
    UNION ALL
    SELECT root, 'UNKNOWN', array_agg(DISTINCT agency COLLATE "C"), array_agg(DISTINCT funder COLLATE "C"), NULL, false, false
    FROM funding GROUP BY root HAVING count(DISTINCT agency) > 1 AND bool_or(phase = 'UNKNOWN')
), chosen AS (
    SELECT DISTINCT ON (root) * FROM twice
    ORDER BY root, computable DESC, array_position(ARRAY ['DISBURSED', 'COMMITTED', 'ALLOTTED', 'APPROVED', 'UNKNOWN'], phase)
), resting AS MATERIALIZED (
    SELECT c.root, array(SELECT DISTINCT u.id COLLATE "C" FROM unnest(array_agg(met.id)) AS u(id) ORDER BY 1) AS keys
    FROM chosen c JOIN rooted r USING (root) CROSS JOIN LATERAL unnest(r.met) AS met(id) GROUP BY c.root
), behind AS (
    SELECT c.root, p.*, row_number() OVER (PARTITION BY c.root ORDER BY p.id COLLATE "C") AS turn
    FROM chosen c JOIN rooted r USING (root) JOIN posted p USING (funded)
    WHERE p.phase IN (c.phase, 'RETURNED') OR c.phase = 'UNKNOWN'
), evidence AS (
    SELECT root, array_agg(DISTINCT area COLLATE "C") AS areas, array_agg(DISTINCT funded COLLATE "C") AS activities, max(posted_on) AS since,
           jsonb_agg(lineage(log_id, log_offset, event_id) ORDER BY turn) FILTER (WHERE turn <= 20) AS evidence
    FROM behind GROUP BY root
)
SELECT 'funded-twice:' || c.root AS id, k.keys, e.areas, c.agencies, e.activities AS subjects, c.amount::bigint AS amount_satang,
       NULL::bigint AS people, e.since, a.starts_on AS due_on, c.computable, e.evidence,
       jsonb_build_object('title', label(coalesce(a.title_th, c.root), a.title_en), 'phase', phase_name(c.phase),
           'agencies', (SELECT jsonb_agg(named(ARRAY ['agency'], agency) -> 'name' ORDER BY agency COLLATE "C") FROM unnest(c.agencies) AS agency),
           'funders', (SELECT jsonb_agg(who(funder) -> 'name' ORDER BY funder COLLATE "C") FROM unnest(c.funders) AS funder),
           'amountSatang', c.amount,
           'unclear', CASE WHEN c.phase = 'UNKNOWN' THEN label('ขั้นของบางรายการอ่านไม่ได้', 'the phase of some postings is not known')
                           WHEN c.passed AND cardinality(c.funders) > 1 THEN label('หน่วยงานหนึ่งเป็นแหล่งทุนของอีกหน่วยงาน อาจเป็นเงินก้อนเดียวที่ส่งต่อกัน',
                                      'one of them funds the other, and it may be one money that is passed on')
                           ELSE label('เงินทั้งหมดมาจากแหล่งทุนเดียว อาจเป็นเงินก้อนเดียวที่สองหน่วยงานรายงาน',
                                      'all of it is of one funder and may be one money that both report') END) AS specifics
FROM chosen c JOIN resting k USING (root) JOIN evidence e USING (root) LEFT JOIN activity a ON a.id = c.root
