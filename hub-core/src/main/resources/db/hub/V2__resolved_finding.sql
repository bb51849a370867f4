CREATE TABLE resolved_finding (
    id            text    PRIMARY KEY,
    rule          text    NOT NULL,
    rule_version  integer NOT NULL,
    severity      text    NOT NULL,
    text_th       text    NOT NULL,
    text_en       text    NOT NULL,
    areas         text[]  NOT NULL,
    agencies      text[]  NOT NULL,
    subjects      text[]  NOT NULL,
    amount_satang bigint,
    people        bigint,
    since         date    NOT NULL,
    due_on        date,
    computable    boolean NOT NULL,
    evidence      jsonb   NOT NULL,
    resolved_on   date
);
COMMENT ON TABLE resolved_finding IS 'Findings as they last stood before they no longer held; one that holds again stands in view.finding, and its row here is the earlier time. Writer: package finding.';
COMMENT ON COLUMN resolved_finding.resolved_on IS 'The business date; null before the first.';
