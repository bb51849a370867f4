-- A line's row is derived when one of its own postings comes, no more with every other line of its area; areas and rules sum lines.
CREATE INDEX budget_summary_line ON budget_summary (agency, budget_line, fiscal_year, area);

-- What is dirty already says so of its areas only.
INSERT INTO dirty (kind, key)
SELECT DISTINCT 'budget', agency || ':' || replace(replace(budget_line, '%', '%25'), ':', '%3A') || ':' || fiscal_year || ':' || area
FROM posting WHERE area IN (SELECT key FROM dirty WHERE kind = 'area');

-- The rules over-disbursed and phase-out-of-order follow lines now, no more areas: everything is judged anew.
INSERT INTO dirty (kind, key) VALUES ('reference', 'agency'), ('reference', 'programme');

COMMENT ON TABLE dirty IS 'Keys whose derived rows must be computed again. Intake only appends, in the transaction of the facts; derivation deletes a key with all its rows, and only then reads facts (READ COMMITTED). Two derivations of one key must exclude each other (advisory lock), or the older snapshot could overwrite the newer.';
COMMENT ON COLUMN dirty.kind IS 'area (any level), province, budget (id of budget_summary), activity, plan, line (<agency>:<budget line> with money paid out or returned), posting (one that is reversed), agency, reference (key = its kind), clock (key = the new date): the kinds that some row is derived from.';
