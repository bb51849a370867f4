-- ฐานข้อมูลงานภาค พอช. (สำนักงานภาคกรุงเทพฯ ปริมณฑลและตะวันออก): CODI's own database, as its regional office keeps it.
-- Years and hand-typed dates are Buddhist-era (วว/ดด/ปปปป); only the accounting table keeps true dates. Money is baht.
-- data_basis: 'บันทึกการประชุม' = the meeting record of 24 January 2565 says so; 'ตัวอย่างประกอบ' = filled in for illustration;
-- filled_in lists what was filled in of a recorded row. Organisations stand by the code they are registered under. No person is named.

CREATE TABLE projects (
    project_code    text PRIMARY KEY,
    fiscal_year_be  integer NOT NULL,
    programme       text NOT NULL,
    project_name    text NOT NULL,
    project_name_en text,
    objective       text,
    objective_en    text,
    lead_org        text NOT NULL,
    partner_orgs    text NOT NULL DEFAULT '',        -- คั่นด้วย '; '
    areas           jsonb NOT NULL DEFAULT '[]',     -- [{"area": รหัสพื้นที่, "stage": ขั้นของงาน}]
    milestones      jsonb NOT NULL DEFAULT '[]',     -- [{"no","step","step_en","due","state","done","areas"}]
    project_status  text NOT NULL,
    joint_plan      boolean NOT NULL DEFAULT false,
    mou_parties     text NOT NULL DEFAULT '',
    mou_due         text,
    mou_signed      text,
    remark          text,
    remark_en       text,
    data_basis      text NOT NULL,
    filled_in       text NOT NULL DEFAULT '',
    updated_at      timestamptz NOT NULL
);

CREATE TABLE activities (
    activity_no     text PRIMARY KEY,
    project_code    text REFERENCES projects,
    activity_type   text NOT NULL,
    activity_name   text NOT NULL,
    activity_name_en text,
    area_codes      text NOT NULL,                   -- คั่นด้วย '; '
    venue           text,
    start_date      text NOT NULL,
    end_date        text NOT NULL,
    date_precision  text NOT NULL DEFAULT 'วัน',
    activity_status text NOT NULL,
    organiser       text NOT NULL,
    partner_orgs    text NOT NULL DEFAULT '',
    target_persons  integer,
    actual_persons  integer,
    result          text,
    result_en       text,
    remark          text,
    remark_en       text,
    data_basis      text NOT NULL,
    filled_in       text NOT NULL DEFAULT '',
    updated_at      timestamptz NOT NULL
);

-- งบประมาณระดับตำบลและจังหวัด: append only; a row is one step of one line.
CREATE TABLE tambon_budgets (
    entry_no        text PRIMARY KEY,
    project_code    text NOT NULL REFERENCES projects,
    activity_no     text REFERENCES activities,
    budget_line     text NOT NULL,
    line_name       text NOT NULL,
    line_name_en    text,
    fiscal_year_be  integer NOT NULL,
    budget_step     text NOT NULL CHECK (budget_step IN ('เสนอขอ', 'อนุมัติ', 'จัดสรร')),
    amount_baht     numeric(14, 2) NOT NULL,
    area_code       text NOT NULL,
    entry_date      text NOT NULL,
    recipient       text,
    restriction     text,
    data_basis      text NOT NULL,
    filled_in       text NOT NULL DEFAULT '',
    updated_at      timestamptz NOT NULL
);

-- การผูกพัน เบิกจ่าย และคืนเงิน: append only; a mistake is corrected by a reversing voucher.
CREATE TABLE disbursements (
    voucher_no      text PRIMARY KEY,
    project_code    text NOT NULL REFERENCES projects,
    activity_no     text REFERENCES activities,
    budget_line     text NOT NULL,
    line_name       text NOT NULL,
    line_name_en    text,
    fiscal_year_be  integer NOT NULL,
    movement        text NOT NULL CHECK (movement IN ('ผูกพัน', 'เบิกจ่าย', 'คืนเงิน')),
    amount_baht     numeric(14, 2) NOT NULL,
    area_code       text NOT NULL,
    posted_on       date NOT NULL,
    recipient       text,
    procurement     text,
    reverses        text REFERENCES disbursements,
    remark          text,
    remark_en       text,
    data_basis      text NOT NULL,
    filled_in       text NOT NULL DEFAULT '',
    updated_at      timestamptz NOT NULL
);

-- มติและข้อตกลงต่อแผนบูรณาการ: of CODI and of the community networks it speaks for.
CREATE TABLE resolutions (
    resolution_no   text PRIMARY KEY,
    project_code    text NOT NULL REFERENCES projects,
    plan_revision   integer NOT NULL,
    party           text NOT NULL,
    stance          text NOT NULL,
    stated_date     text NOT NULL,
    remark          text,
    remark_en       text,
    data_basis      text NOT NULL,
    filled_in       text NOT NULL DEFAULT '',
    updated_at      timestamptz NOT NULL
);

ALTER TABLE projects REPLICA IDENTITY FULL;
ALTER TABLE activities REPLICA IDENTITY FULL;
ALTER TABLE tambon_budgets REPLICA IDENTITY FULL;
ALTER TABLE disbursements REPLICA IDENTITY FULL;
ALTER TABLE resolutions REPLICA IDENTITY FULL;

-- What the tables' owner lets be captured, and so shared: these tables and no others.
CREATE PUBLICATION buranakan FOR TABLE projects, activities, tambon_budgets, disbursements, resolutions;
