-- Schema view: a function of the agencies' logs, hub.reference and hub.clock; it can be dropped and folded again.
-- Names are unqualified, so that the same DDL builds a second copy beside the first: Flyway's default schema decides,
-- and at run time search_path does (view first). Durable tables are always qualified: hub.log.
--
-- Every fact row ends in the same columns:
--   occurred_at, recorded_at  as the event states them
--   log_id, log_offset, event_id  lineage: the record that decided this row (topic and partition: join hub.log)
--   content_hash  of the event without identity, provenance and instants: tells a copy from a contradiction
--   touches       keys <kind>/<key> of the derived rows that depend on this row; what was touched before and what is
--                 touched now both go to table dirty when the row changes

CREATE TABLE plan (
    id                   text        PRIMARY KEY,
    agency               text        NOT NULL,
    revision             bigint      NOT NULL,
    basis                text        NOT NULL,
    fiscal_year          integer     NOT NULL,
    programme            text        NOT NULL,
    title_th             text        NOT NULL,
    title_en             text,
    objective_th         text,
    objective_en         text,
    lead                 text        NOT NULL,
    partners             text[]      NOT NULL,
    status               text        NOT NULL,
    joint                boolean     NOT NULL,
    memorandum_parties   text[],
    memorandum_due_on    date,
    memorandum_signed_on date,
    note_th              text,
    note_en              text,
    filled_in            text[]      NOT NULL,
    occurred_at          timestamptz NOT NULL,
    recorded_at          timestamptz NOT NULL,
    log_id               integer     NOT NULL,
    log_offset           bigint      NOT NULL,
    event_id             uuid        NOT NULL,
    content_hash         bytea       NOT NULL,
    touches              text[]      NOT NULL
);
CREATE INDEX plan_agency ON plan (agency);
COMMENT ON TABLE plan IS 'Plans as their agencies last stated them, withdrawn ones too (status). Writer: package plan.';
COMMENT ON COLUMN plan.fiscal_year IS 'Common-era year in which the fiscal year ends: 2022 for 2565.';
COMMENT ON COLUMN plan.memorandum_parties IS 'Null where the plan has no memorandum; an empty array where it has one without named parties.';
COMMENT ON COLUMN plan.filled_in IS 'Names of the event''s fields that were filled in for illustration.';

CREATE TABLE plan_area (
    plan_id text    NOT NULL,
    ordinal integer NOT NULL,
    area    text    NOT NULL,
    stage   text,
    PRIMARY KEY (plan_id, ordinal)
);
CREATE INDEX plan_area_area ON plan_area (area);
COMMENT ON TABLE plan_area IS 'The areas that a plan names, in its order from 0; an area code may be unknown to reference, or be named twice. Writer: package plan.';
COMMENT ON COLUMN plan_area.stage IS 'Code of the reference list programme-stage that the plan states for the area.';

CREATE TABLE plan_milestone (
    plan_id  text    NOT NULL,
    ordinal  integer NOT NULL,
    code     text    NOT NULL,
    title_th text    NOT NULL,
    title_en text,
    due_on   date    NOT NULL,
    status   text    NOT NULL,
    done_on  date,
    areas    text[]  NOT NULL,
    PRIMARY KEY (plan_id, ordinal)
);
CREATE INDEX plan_milestone_due_on ON plan_milestone (due_on);
COMMENT ON TABLE plan_milestone IS 'The milestones of a plan, in its order from 0; code is unique in the plan. Writer: package plan.';
COMMENT ON COLUMN plan_milestone.areas IS 'Empty means all areas of the plan.';

CREATE TABLE activity (
    id                  text        PRIMARY KEY,
    agency              text        NOT NULL,
    revision            bigint      NOT NULL,
    basis               text        NOT NULL,
    plan                text,
    same_as             text,
    kind                text        NOT NULL,
    title_th            text        NOT NULL,
    title_en            text,
    venue               text,
    starts_on           date        NOT NULL,
    ends_on             date        NOT NULL,
    date_precision      text        NOT NULL,
    status              text        NOT NULL,
    organiser           text        NOT NULL,
    partners            text[]      NOT NULL,
    participants_target bigint,
    participants        bigint,
    result_th           text,
    result_en           text,
    indicators          jsonb       NOT NULL,
    note_th             text,
    note_en             text,
    filled_in           text[]      NOT NULL,
    occurred_at         timestamptz NOT NULL,
    recorded_at         timestamptz NOT NULL,
    log_id              integer     NOT NULL,
    log_offset          bigint      NOT NULL,
    event_id            uuid        NOT NULL,
    content_hash        bytea       NOT NULL,
    touches             text[]      NOT NULL
);
CREATE INDEX activity_agency ON activity (agency);
CREATE INDEX activity_plan ON activity (plan);
CREATE INDEX activity_starts_on ON activity (starts_on, id);
COMMENT ON TABLE activity IS 'Activities as their agencies last stated them, withdrawn ones too (status). Writer: package activity.';
COMMENT ON COLUMN activity.plan IS 'Entity id of a plan of whichever agency; it may be unknown (a finding, never a rejection).';
COMMENT ON COLUMN activity.same_as IS 'Entity id of the lead''s activity when several agencies report one joint activity; null for the lead''s own.';
COMMENT ON COLUMN activity.indicators IS 'Array of {"code","unit","target","actual"}; the last two may be null.';

CREATE TABLE activity_area (
    activity_id text    NOT NULL,
    ordinal     integer NOT NULL,
    area        text    NOT NULL,
    PRIMARY KEY (activity_id, ordinal)
);
CREATE INDEX activity_area_area ON activity_area (area);
COMMENT ON TABLE activity_area IS 'The areas of an activity, in its order from 0. Writer: package activity.';

CREATE TABLE posting (
    id            text        PRIMARY KEY,
    agency        text        NOT NULL,
    revision      bigint      NOT NULL CHECK (revision = 1),
    basis         text        NOT NULL,
    budget_line   text        NOT NULL,
    line_title_th text,
    line_title_en text,
    fiscal_year   integer     NOT NULL,
    phase         text        NOT NULL,
    amount_satang bigint      NOT NULL,
    area          text        NOT NULL,
    posted_on     date        NOT NULL,
    funder        text        NOT NULL,
    recipient     text,
    plan          text,
    activity      text,
    restriction   text,
    procurement   text,
    reverses      text,
    note_th       text,
    note_en       text,
    filled_in     text[]      NOT NULL,
    occurred_at   timestamptz NOT NULL,
    recorded_at   timestamptz NOT NULL,
    log_id        integer     NOT NULL,
    log_offset    bigint      NOT NULL,
    event_id      uuid        NOT NULL,
    content_hash  bytea       NOT NULL,
    touches       text[]      NOT NULL
);
CREATE INDEX posting_area ON posting (area);
CREATE INDEX posting_activity ON posting (activity) WHERE activity IS NOT NULL;
CREATE INDEX posting_line ON posting (agency, budget_line, area);
COMMENT ON TABLE posting IS 'Postings of budget lines: inserted once, never changed. Writer: package budget.';
COMMENT ON COLUMN posting.amount_satang IS 'Hundredths of a baht; negative for refunds and reversals.';
COMMENT ON COLUMN posting.restriction IS 'What blocks the money, from the reference list restriction; null where nothing does.';

CREATE TABLE complaint_count (
    id           text        PRIMARY KEY,
    agency       text        NOT NULL,
    revision     bigint      NOT NULL,
    basis        text        NOT NULL,
    area         text        NOT NULL,
    channel      text        NOT NULL,
    topic        text,
    period_start date        NOT NULL,
    period_end   date        NOT NULL,
    received     bigint      NOT NULL,
    resolved     bigint,
    pending      bigint,
    status       text        NOT NULL,
    filled_in    text[]      NOT NULL,
    occurred_at  timestamptz NOT NULL,
    recorded_at  timestamptz NOT NULL,
    log_id       integer     NOT NULL,
    log_offset   bigint      NOT NULL,
    event_id     uuid        NOT NULL,
    content_hash bytea       NOT NULL,
    touches      text[]      NOT NULL
);
CREATE INDEX complaint_count_area ON complaint_count (area);
COMMENT ON TABLE complaint_count IS 'Counts of complaints, withdrawn ones too (status). Writer: package complaint.';

CREATE TABLE agreement (
    id            text        PRIMARY KEY,
    agency        text        NOT NULL,
    revision      bigint      NOT NULL,
    basis         text        NOT NULL,
    plan          text        NOT NULL,
    plan_revision bigint      NOT NULL,
    party         text        NOT NULL,
    stance        text        NOT NULL,
    stated_on     date        NOT NULL,
    note_th       text,
    note_en       text,
    filled_in     text[]      NOT NULL,
    occurred_at   timestamptz NOT NULL,
    recorded_at   timestamptz NOT NULL,
    log_id        integer     NOT NULL,
    log_offset    bigint      NOT NULL,
    event_id      uuid        NOT NULL,
    content_hash  bytea       NOT NULL,
    touches       text[]      NOT NULL
);
CREATE INDEX agreement_plan ON agreement (plan);
COMMENT ON TABLE agreement IS 'Stances of parties on revisions of joint plans, withdrawn ones too (stance). One party may have several, by one or more agencies. Writer: package agreement.';

CREATE TABLE answer (
    id           text        PRIMARY KEY,
    agency       text        NOT NULL,
    revision     bigint      NOT NULL,
    basis        text        NOT NULL,
    finding      text        NOT NULL,
    kind         text        NOT NULL,
    text_th      text        NOT NULL,
    text_en      text,
    acts_by      date,
    occurred_at  timestamptz NOT NULL,
    recorded_at  timestamptz NOT NULL,
    log_id       integer     NOT NULL,
    log_offset   bigint      NOT NULL,
    event_id     uuid        NOT NULL,
    content_hash bytea       NOT NULL,
    touches      text[]      NOT NULL
);
CREATE INDEX answer_finding ON answer (finding);
COMMENT ON TABLE answer IS 'What agencies say to findings, withdrawn ones too (kind). Writer: package agreement.';

CREATE TABLE reference (
    id           text        PRIMARY KEY,
    kind         text        NOT NULL,
    code         text        NOT NULL,
    revision     bigint      NOT NULL,
    valid_from   date        NOT NULL,
    valid_to     date,
    name_th      text        NOT NULL,
    name_en      text,
    parent       text,
    succeeds     text[]      NOT NULL,
    attributes   jsonb       NOT NULL,
    recorded_at  timestamptz NOT NULL,
    log_id       integer     NOT NULL,
    log_offset   bigint      NOT NULL,
    content_hash bytea       NOT NULL,
    touches      text[]      NOT NULL,
    UNIQUE (kind, code)
);
CREATE INDEX reference_parent ON reference (kind, parent);
COMMENT ON TABLE reference IS 'The latest version of each reference datum: areas, agencies, organisations, code lists, logs. Writer: package reference.';
COMMENT ON COLUMN reference.id IS '<kind>/<code>, the record key.';
COMMENT ON COLUMN reference.valid_to IS 'Inclusive; null while it stands.';
COMMENT ON COLUMN reference.attributes IS 'Object of strings: the kind''s own attributes.';

CREATE TABLE business_date (
    id           text        PRIMARY KEY,
    date         date        NOT NULL UNIQUE,
    revision     bigint      NOT NULL CHECK (revision = 1),
    recorded_at  timestamptz NOT NULL,
    log_id       integer     NOT NULL,
    log_offset   bigint      NOT NULL,
    content_hash bytea       NOT NULL,
    touches      text[]      NOT NULL
);
COMMENT ON TABLE business_date IS 'Every business date that hub.clock ever stated. Today is the greatest: SELECT max(date); a copy of an old record turns no clock back. Writer: package reference.';

CREATE TABLE dirty (
    id   bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind text   NOT NULL,
    key  text   NOT NULL
);
COMMENT ON TABLE dirty IS 'Keys whose derived rows must be computed again. Intake only appends, in the transaction of the facts; derivation takes by DELETE … WHERE id IN (SELECT id … FOR UPDATE SKIP LOCKED) RETURNING kind, key and only then reads facts (READ COMMITTED). A key may be there several times, so two derivations of one key must exclude each other (advisory lock, or one worker), or the older snapshot could overwrite the newer.';
COMMENT ON COLUMN dirty.kind IS 'area (any level), plan, activity, agency, finding, reference (key = its kind), clock (key = the new date).';
