-- What is late, and what cannot be told, is what rule milestone-overdue finds.
WITH zone AS (
    SELECT unnest(string_to_array(attributes ->> 'provinces', ',')) AS province FROM reference WHERE kind = 'agency' AND code = :zone
), asked AS (
    SELECT coalesce(:fiscalYear::integer, this_fiscal_year()) AS year
), today AS (
    SELECT max(date) AS date FROM business_date
), month AS MATERIALIZED (
    SELECT m.* FROM asked CROSS JOIN LATERAL fiscal_months(year) AS m
), item AS MATERIALIZED (
    SELECT m.plan_id, m.ordinal, m.due_on, m.code,
           CASE WHEN m.status IN ('DONE', 'CANCELLED') THEN m.status
                WHEN m.due_on < today.date THEN CASE WHEN m.status = 'UNKNOWN' OR p.status IN ('COMPLETED', 'UNKNOWN') THEN 'CANNOT_BE_TOLD' ELSE 'LATE' END
                WHEN m.due_on < (date_trunc('month', today.date) + interval '1 month')::date THEN 'DUE' ELSE 'AHEAD' END AS standing
    FROM plan_milestone m JOIN plan p ON p.id = m.plan_id CROSS JOIN asked CROSS JOIN today
    WHERE p.status NOT IN ('DRAFT', 'WITHDRAWN') AND m.due_on BETWEEN make_date(year - 1, 10, 1) AND make_date(year, 9, 30)
      AND (:agency::text IS NULL OR p.agency = :agency)
      -- The areas of view milestone_area, which read as a whole is as long as all plans.
      AND CASE WHEN :area::text IS NULL AND :province::text IS NULL AND :zone::text IS NULL THEN true
          WHEN cardinality(m.areas) = 0 THEN p.id IN (
              SELECT n.plan_id FROM plan_area n WHERE starts_with(n.area, coalesce(:area, '')) AND (:province::text IS NULL OR left(n.area, 2) = :province)
              AND (:zone::text IS NULL OR left(n.area, 2) IN (SELECT province FROM zone)))
          ELSE EXISTS (
              SELECT FROM unnest(m.areas) AS own (area) WHERE starts_with(own.area, coalesce(:area, '')) AND (:province::text IS NULL OR left(own.area, 2) = :province)
              AND (:zone::text IS NULL OR left(own.area, 2) IN (SELECT province FROM zone))) END
), found AS (
    SELECT * FROM item WHERE :standing::text IS NULL OR standing = :standing
), chosen AS (
    SELECT * FROM found ORDER BY due_on, plan_id COLLATE "C", code COLLATE "C" LIMIT :size OFFSET :offset
)
SELECT jsonb_build_object('page', :page::integer, 'size', :size::integer, 'total', (SELECT count(*) FROM found),
    'fiscalYear', year + 543, 'businessDate', today.date,
    'months', (SELECT coalesce(jsonb_agg(jsonb_build_object(
            'month', jsonb_build_object('number', number, 'name', name, 'from', first, 'to', last, 'ahead', ahead),
            'done', n.done, 'late', n.late, 'due', n.due, 'ahead', n.later, 'cancelled', n.cancelled, 'cannotBeTold', n.untold) ORDER BY number), '[]')
        FROM month CROSS JOIN LATERAL (
            SELECT count(*) FILTER (WHERE standing = 'DONE') AS done, count(*) FILTER (WHERE standing = 'LATE') AS late,
                   count(*) FILTER (WHERE standing = 'DUE') AS due, count(*) FILTER (WHERE standing = 'AHEAD') AS later,
                   count(*) FILTER (WHERE standing = 'CANCELLED') AS cancelled, count(*) FILTER (WHERE standing = 'CANNOT_BE_TOLD') AS untold
            FROM item WHERE due_on BETWEEN first AND last) AS n),
    'items', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', p.id || '#' || m.code, 'title', label(m.title_th, m.title_en),
            'dueOn', m.due_on, 'doneOn', m.done_on, 'standing', c.standing,
            'daysLate', CASE c.standing WHEN 'LATE' THEN today.date - m.due_on WHEN 'DONE' THEN CASE WHEN m.done_on IS NOT NULL THEN greatest(0, m.done_on - m.due_on) END END,
            'plan', jsonb_build_object('id', p.id, 'title', label(p.title_th, p.title_en), 'joint', p.joint),
            'agency', named(ARRAY ['agency'], p.agency), 'lead', who(p.lead),
            'areas', all_named(ARRAY ['area'], array(SELECT n.area FROM milestone_area n WHERE n.plan_id = c.plan_id AND n.ordinal = c.ordinal ORDER BY n.position)),
            'basis', p.basis, 'filledIn', to_jsonb(p.filled_in), 'lineage', lineage(p.log_id, p.log_offset, p.event_id))
            ORDER BY c.due_on, c.plan_id COLLATE "C", c.code COLLATE "C"), '[]')
        FROM chosen c JOIN plan p ON p.id = c.plan_id JOIN plan_milestone m ON m.plan_id = c.plan_id AND m.ordinal = c.ordinal))
FROM asked CROSS JOIN today
