-- A nation by arithmetic: ${activities} activities of 1,000 agencies in 77 provinces with 7,392 tambons, over the fiscal years 2564 to 2566,
-- with what belongs to them. The same every time. Not what agencies would publish, but as much, and spread alike.
CREATE FUNCTION dice(n bigint, salt bigint, sides integer) RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN abs(hashint8extended(n, salt) % sides)::integer;
CREATE FUNCTION event_of(n bigint) RETURNS uuid LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN md5(n::text)::uuid;
CREATE FUNCTION province_of(n integer) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN (10 + n)::text;
CREATE FUNCTION tambon_of(n integer) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN (10 + n / 96)::text || lpad((1 + n / 8 % 12)::text, 2, '0') || lpad((1 + n % 8)::text, 2, '0');
CREATE FUNCTION agency_of(n integer) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN 'agency-' || lpad(n::text, 4, '0');
CREATE FUNCTION tambon_near(n bigint, agency integer, salt bigint) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN tambon_of(agency % 77 * 96 + dice(n, salt, 96));

INSERT INTO hub.log (id, topic, partition, topic_id, agency, family, next_offset, received, applied, last_heard) OVERRIDING SYSTEM VALUE
SELECT 1000 + a * 6 + f, 'agency.' || agency_of(a) || '.' || (ARRAY ['activity', 'plan', 'budget', 'complaint', 'agreement', 'answer'])[f + 1], 0,
       gen_random_uuid()::text, agency_of(a), (ARRAY ['activity', 'plan', 'budget', 'complaint', 'agreement', 'answer'])[f + 1], 1000, 1000, 1000, now()
FROM generate_series(0, 999) AS a, generate_series(0, 5) AS f;

INSERT INTO reference (id, kind, code, revision, valid_from, name_th, name_en, parent, succeeds, attributes, recorded_at, log_id, log_offset, content_hash, touches)
SELECT kind || '/' || code, kind, code, 1, '2015-01-01', name, name, parent, '{}', attributes, now(), 1, 0, '\x00', '{}'
FROM (
    SELECT 'area' AS kind, province_of(p) AS code, 'จังหวัดที่ ' || p AS name, NULL AS parent, '{"level": "province", "lat": "13.6", "lon": "100.6"}'::jsonb AS attributes
    FROM generate_series(0, 76) AS p
    UNION ALL SELECT 'area', left(tambon_of(a * 8), 4), 'อำเภอที่ ' || a, left(tambon_of(a * 8), 2), '{"level": "amphoe"}' FROM generate_series(0, 923) AS a
    UNION ALL SELECT 'area', tambon_of(t), 'ตำบลที่ ' || t, left(tambon_of(t), 4), '{"level": "tambon", "lat": "13.6", "lon": "100.6"}' FROM generate_series(0, 7391) AS t
    UNION ALL SELECT 'agency', agency_of(a), 'หน่วยงานที่ ' || a, NULL, jsonb_build_object('kind', 'provincial-centre', 'cadenceDays', '31', 'provinces',
        CASE WHEN a < 9 THEN (SELECT string_agg(province_of(p), ',') FROM generate_series(0, 76) AS p WHERE p % 9 = a) ELSE province_of(a % 77) END)
    FROM generate_series(0, 999) AS a
    UNION ALL SELECT 'organisation', 'network-' || o, 'ขบวนองค์กรชุมชนที่ ' || o, NULL, '{"type": "network"}' FROM generate_series(0, 999) AS o
    UNION ALL SELECT 'programme', 'bigrock', 'BIG ROCK', NULL, '{"roll-up": "true"}'
    UNION ALL SELECT 'programme-stage', s.code, s.code, NULL, s.attributes::jsonb FROM (VALUES ('planned', '{"order": "1"}'), ('visited', '{"order": "2"}'),
        ('committee', '{"order": "3"}'), ('plan', '{"order": "4"}'), ('mou', '{"order": "5", "memorandum": "signed"}'), ('running', '{"order": "6", "running": "true"}'),
        ('done', '{"order": "7", "running": "true", "plan": "COMPLETED"}')) AS s (code, attributes)
    UNION ALL SELECT 'activity-kind', k.code, k.code, NULL, k.attributes::jsonb FROM (VALUES ('area-visit', '{"stage": "visited"}'), ('committee-appointed', '{"stage": "committee"}'),
        ('plan-drafting', '{"stage": "plan"}'), ('mou-signing', '{"stage": "mou"}'), ('mechanism', '{"stage": "running"}'), ('training', '{}'), ('campaign-camp', '{}'),
        ('citizens-forum', '{}'), ('knowledge-review', '{}'), ('complaint-channel', '{}')) AS k (code, attributes)
) AS r (kind, code, name, parent, attributes);

INSERT INTO business_date (id, date, revision, recorded_at, log_id, log_offset, content_hash, touches)
VALUES ('2022-06-15', '2022-06-15', 1, now(), 1, 0, '\x00', '{}');

INSERT INTO plan (id, agency, revision, basis, fiscal_year, programme, title_th, title_en, lead, partners, status, joint, memorandum_signed_on,
                  filled_in, occurred_at, recorded_at, log_id, log_offset, event_id, content_hash, touches)
SELECT agency_of(a) || ':P' || n, agency_of(a), 1, 'REPORTED', 2021 + n % 3, 'bigrock', 'แผนขับเคลื่อนการป้องกันการทุจริตภาคประชาชน ฉบับที่ ' || n, 'Plan ' || n,
       'network-' || a, ARRAY ['network-' || a, agency_of((a + 77) % 1000)], (ARRAY ['ADOPTED', 'ADOPTED', 'PROPOSED', 'COMPLETED', 'DRAFT'])[1 + n % 5], n % 4 = 0,
       CASE WHEN n % 3 = 0 THEN date '2020-11-01' + 365 * (n % 3) + dice(n, 1, 200) END,
       '{}', timestamptz '2020-10-20 05:00+00' + make_interval(days => 365 * (n % 3) + dice(n, 2, 90)), now(), 1000 + a * 6 + 1, n, event_of(n), '\x00', '{}'
FROM (SELECT n, n % 1000 AS a FROM generate_series(0, ${activities} / 50) AS n) AS p;
INSERT INTO plan_area (plan_id, ordinal, area, stage)
SELECT agency_of(n % 1000) || ':P' || n, o, tambon_near(n, n % 1000, 10 + o), CASE WHEN dice(n, o, 4) = 0 THEN 'visited' END
FROM generate_series(0, ${activities} / 50) AS n, generate_series(0, 4) AS o;
INSERT INTO plan_milestone (plan_id, ordinal, code, title_th, due_on, status, done_on, areas)
SELECT agency_of(n % 1000) || ':P' || n, o, 'M' || o, 'จังหวะก้าวที่ ' || o || ' ของแผน ' || n, due, CASE WHEN due < '2022-06-15' AND dice(n, 20 + o, 3) > 0 THEN 'DONE' ELSE 'PLANNED' END,
       CASE WHEN due < '2022-06-15' AND dice(n, 20 + o, 3) > 0 THEN due END, '{}'
FROM (SELECT n, o, date '2020-10-01' + 365 * (n % 3) + dice(n, 30 + o, 365) AS due FROM generate_series(0, ${activities} / 50) AS n, generate_series(0, 2) AS o) AS m;

INSERT INTO activity (id, agency, revision, basis, plan, same_as, kind, title_th, title_en, venue, starts_on, ends_on, date_precision, status, organiser, partners,
                      participants_target, participants, result_th, indicators, filled_in, occurred_at, recorded_at, log_id, log_offset, event_id, content_hash, touches)
SELECT agency_of(a) || ':A' || n, agency_of(a), 1, 'REPORTED', CASE WHEN n % 5 > 0 THEN agency_of(a) || ':P' || (n % (greatest(1, ${activities} / 50000)) * 1000 + a) END,
       CASE WHEN n % 40 = 1 THEN agency_of((a + 999) % 1000) || ':A' || (n - 1) END, k.kind,
       (ARRAY ['อบรมแกนนำเฝ้าระวังการทุจริต', 'ลงพื้นที่สร้างความเข้าใจโครงการ', 'เวทีประชาชนรู้สิทธิร้องทุกข์', 'ค่ายรณรงค์ต่อต้านทุจริต', 'ประชุมคณะกรรมการระดับพื้นที่'])[1 + dice(n, 40, 5)]
           || ' รุ่นที่ ' || dice(n, 41, 30) || ' กลุ่ม' || (ARRAY ['มะลิ', 'ชบา', 'ราชพฤกษ์', 'ลีลาวดี', 'ทองกวาว', 'บัวหลวง', 'พิกุล', 'จำปา'])[1 + dice(n, 42, 8)] || ' รหัส ' || n,
       'Activity ' || n, 'หอประชุมที่ ' || dice(n, 43, 5000), starts, starts + dice(n, 44, 5), (ARRAY ['DAY', 'DAY', 'DAY', 'MONTH'])[1 + dice(n, 45, 4)],
       CASE WHEN starts + 5 < '2022-06-15' THEN (ARRAY ['DONE', 'DONE', 'DONE', 'DONE', 'POSTPONED', 'CANCELLED', 'UNKNOWN', 'WITHDRAWN'])[1 + dice(n, 46, 8)] ELSE 'PLANNED' END,
       'network-' || a, ARRAY ['network-' || (a + 1) % 1000, agency_of((a + 77) % 1000)], 20 + dice(n, 47, 100),
       CASE WHEN starts + 5 < '2022-06-15' AND n % 7 > 0 THEN 15 + dice(n, 48, 110) END, CASE WHEN n % 4 = 0 THEN 'มีแกนนำเฝ้าระวังเพิ่มขึ้น' END,
       CASE WHEN n % 10 = 0 THEN '[{"code": "watchers-trained", "unit": "person", "target": 40, "actual": 35}]'::jsonb ELSE '[]' END,
       '{}', starts - interval '20 days', now(), 1000 + a * 6, n, event_of(n), '\x00', '{}'
FROM (SELECT n, n % 1000 AS a, date '2020-10-01' + dice(n, 49, 1095) AS starts, dice(n, 50, 10) AS kind FROM generate_series(0, ${activities} - 1) AS n) AS s,
     LATERAL (SELECT (ARRAY ['area-visit', 'committee-appointed', 'plan-drafting', 'mou-signing', 'mechanism', 'training', 'campaign-camp', 'citizens-forum', 'knowledge-review',
                             'complaint-channel'])[1 + s.kind] AS kind) AS k;
INSERT INTO activity_area
SELECT a.id, o, CASE dice(n, 60, 20) WHEN 0 THEN province_of(n % 1000 % 77) WHEN 1 THEN left(tambon_near(n, n % 1000, 61), 4)
       ELSE tambon_near(n, n % 1000, 61 + o) END,
       a.starts_on, a.ends_on, a.status, a.kind, a.agency, a.same_as IS NOT NULL, a.participants_target, a.participants
FROM generate_series(0, ${activities} - 1) AS n JOIN activity a ON a.id = agency_of(n % 1000) || ':A' || n, generate_series(0, 1) AS o
WHERE o = 0 OR dice(n, 60, 20) > 15;

INSERT INTO posting (id, agency, revision, basis, budget_line, line_title_th, fiscal_year, phase, amount_satang, area, posted_on, funder, recipient, activity, restriction,
                     filled_in, occurred_at, recorded_at, log_id, log_offset, event_id, content_hash, touches)
SELECT agency_of(a) || ':B' || n, agency_of(a), 1, 'REPORTED', 'L' || n % 20, 'หมวดงบที่ ' || n % 20, 2021 + line % 3,
       (ARRAY ['APPROVED', 'ALLOTTED', 'COMMITTED', 'DISBURSED'])[1 + n / 1000 % 4], 100 * dice(n, 70, 200000), tambon_near(line, a, 71),
       date '2020-10-01' + 365 * (line % 3) + dice(n, 72, 360), agency_of(a), 'network-' || a,
       CASE WHEN n % 2 = 0 THEN agency_of(a) || ':A' || (n / 1000 * 1000 + a) END, CASE WHEN n % 25 = 0 THEN 'training-rule' END,
       '{}', timestamptz '2020-10-20 05:00+00', now(), 1000 + a * 6 + 2, n, event_of(n), '\x00', '{}'
FROM (SELECT n, n % 1000 AS a, n / 4000 * 1000 + n % 1000 AS line FROM generate_series(0, ${activities} - 1) AS n) AS p;

INSERT INTO complaint_count (id, agency, revision, basis, area, channel, topic, period_start, period_end, received, resolved, status, filled_in, occurred_at, recorded_at,
                             log_id, log_offset, event_id, content_hash, touches)
SELECT agency_of(a) || ':C' || n, agency_of(a), 1, 'REPORTED', tambon_near(n, a, 80), (ARRAY ['page', 'form', 'chat', 'hotline'])[1 + dice(n, 81, 4)], 'construction',
       first, (first + interval '1 month')::date - 1, dice(n, 82, 20), dice(n, 83, 10), 'COUNTED', '{}', first, now(), 1000 + a * 6 + 3, n, event_of(n), '\x00', '{}'
FROM (SELECT n, n % 1000 AS a, (date '2020-10-01' + make_interval(months => dice(n, 84, 36)))::date AS first FROM generate_series(0, ${activities} / 10) AS n) AS c;

INSERT INTO agreement (id, agency, revision, basis, plan, plan_revision, party, stance, stated_on, filled_in, occurred_at, recorded_at, log_id, log_offset, event_id, content_hash, touches)
SELECT agency_of(a) || ':G' || n, agency_of(a), 1, 'REPORTED', agency_of((n + 923) % 1000) || ':P' || n, 1, agency_of(a), (ARRAY ['AGREES', 'ADJUSTS'])[1 + dice(n, 90, 2)],
       date '2022-01-01' + dice(n, 91, 100), '{}', now(), now(), 1000 + a * 6 + 4, n, event_of(n), '\x00', '{}'
FROM (SELECT n, (n % 1000 + 77) % 1000 AS a FROM generate_series(0, ${activities} / 50) AS n) AS g;

INSERT INTO finding (id, rule, rule_version, severity, text_th, text_en, areas, agencies, subjects, people, since, computable, evidence, keys)
SELECT rule || ':' || n, rule, 1, (ARRAY ['INFO', 'NOTICE', 'WARNING'])[1 + n % 3], 'ข้อสังเกตที่ ' || n || ' ในพื้นที่', 'Finding ' || n, ARRAY [tambon_near(n, n % 1000, 95)],
       ARRAY [agency_of(n % 1000), agency_of((n + 77) % 1000)], ARRAY [agency_of(n % 1000) || ':A' || n], 40, date '2022-06-15' - dice(n, 96, 200), true, '[]', ARRAY [n::text]
FROM (SELECT n, (ARRAY ['join-up', 'left-out', 'milestone-overdue', 'blocked-money', 'year-end-rush'])[1 + n % 5] AS rule FROM generate_series(0, ${activities} / 20) AS n) AS f;
INSERT INTO answer (id, agency, revision, basis, finding, kind, text_th, occurred_at, recorded_at, log_id, log_offset, event_id, content_hash, touches)
SELECT agency_of(n % 1000) || ':N' || n, agency_of(n % 1000), 1, 'REPORTED', f.rule || ':' || n, 'EXPLAINS', 'ชี้แจง', now(), now(), 1000 + n % 1000 * 6 + 5, n, event_of(n), '\x00', '{}'
FROM (SELECT n, (ARRAY ['join-up', 'left-out', 'milestone-overdue', 'blocked-money', 'year-end-rush'])[1 + n % 5] AS rule FROM generate_series(0, ${activities} / 20) AS n) AS f WHERE n % 3 = 0;

INSERT INTO budget_summary (id, agency, budget_line, fiscal_year, area, title_th, funder, basis, money, blocked, postings, log_id, log_offset, event_id)
SELECT agency || ':' || budget_line || ':' || fiscal_year || ':' || area, agency, budget_line, fiscal_year, area, min(line_title_th), min(funder), 'REPORTED',
       jsonb_object_agg(phase, amount), CASE WHEN bool_or(held) THEN jsonb_build_object('training-rule', sum(amount)) ELSE '{}' END, sum(postings), min(log_id), max(log_offset), event_of(1)
FROM (SELECT agency, budget_line, fiscal_year, area, phase, min(line_title_th) AS line_title_th, min(funder) AS funder, sum(amount_satang) AS amount, bool_or(restriction IS NOT NULL) AS held,
             count(*) AS postings, min(log_id) AS log_id, max(log_offset) AS log_offset
      FROM posting GROUP BY agency, budget_line, fiscal_year, area, phase) AS per
GROUP BY agency, budget_line, fiscal_year, area;
DROP FUNCTION tambon_near, agency_of, tambon_of, province_of, event_of, dice;
