CREATE TABLE area_stage (
    area           text    COLLATE "C" NOT NULL,
    stage          text    NOT NULL,
    reached_by     date,
    date_precision text    NOT NULL,
    shown_by       text    NOT NULL,
    subject        text    NOT NULL,
    log_id         integer NOT NULL,
    log_offset     bigint  NOT NULL,
    event_id       uuid    NOT NULL,
    PRIMARY KEY (area, stage)
);
COMMENT ON TABLE area_stage IS 'The stages of reference list programme-stage that facts show of a programme tambon, each by the earliest of them. A tambon need not pass through stages in order, and none is taken for granted because a later one is reached. Writer: package area.';
COMMENT ON COLUMN area_stage.reached_by IS 'The last day on which it can have been reached: the end of a done activity or the day on which its agency said so, whichever came first; the day of a memorandum; the day on which the newest revision of a plan says so. Null where it cannot be told: the status of the activity is not stated.';
COMMENT ON COLUMN area_stage.date_precision IS 'How exactly the source states that day; UNKNOWN where only the day is known on which it was said.';
COMMENT ON COLUMN area_stage.shown_by IS 'PLAN: it names the tambon (the lowest stage of the list), states the stage for it, or is completed (the stage with attribute plan=COMPLETED); MEMORANDUM: of a plan that names it, signed (attribute memorandum=signed); ACTIVITY: of a kind with that stage (attribute stage of activity-kind) in the tambon.';
COMMENT ON COLUMN area_stage.subject IS 'Entity id of the plan or activity.';
COMMENT ON COLUMN area_summary.stage IS 'Of a programme tambon, the highest in the order of reference list programme-stage of those that it has reached: see area_stage.';

CREATE FUNCTION this_fiscal_year() RETURNS integer LANGUAGE sql STABLE PARALLEL SAFE
    RETURN (SELECT extract(year FROM max(date) + interval '3 months')::integer FROM business_date);
COMMENT ON FUNCTION this_fiscal_year IS 'The common-era year in which the fiscal year of the business date ends; null before the first date.';

CREATE FUNCTION fiscal_months(fiscal_year integer) RETURNS TABLE (number integer, first date, last date, name jsonb, ahead boolean)
    LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT n, day, (day + interval '1 month')::date - 1,
           label((ARRAY ['มกราคม', 'กุมภาพันธ์', 'มีนาคม', 'เมษายน', 'พฤษภาคม', 'มิถุนายน', 'กรกฎาคม', 'สิงหาคม', 'กันยายน', 'ตุลาคม', 'พฤศจิกายน', 'ธันวาคม'])
                     [extract(month FROM day)::integer] || ' ' || extract(year FROM day) + 543,
                 (ARRAY ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'])
                     [extract(month FROM day)::integer] || ' ' || extract(year FROM day)),
           coalesce(day > (SELECT max(date) FROM business_date), false)
    FROM generate_series(1, 12) AS n CROSS JOIN LATERAL (SELECT (make_date(fiscal_year - 1, 10, 1) + make_interval(months => n - 1))::date) AS month(day)
    WHERE fiscal_year IS NOT NULL
$$;
COMMENT ON FUNCTION fiscal_months IS 'The twelve months of a fiscal year from October (1), with their names, the year as people of each language count it; ahead: it begins after the business date.';

-- Areas alone are derived again: no rule follows this list.
INSERT INTO dirty (kind, key) VALUES ('reference', 'programme-stage');
