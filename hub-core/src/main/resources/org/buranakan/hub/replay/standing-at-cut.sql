-- What readers name without a schema and a copy of the view at a cut has of its own. Literals: a view binds no parameters.
CREATE VIEW log AS
    SELECT l.id, l.topic, l.partition, c.topic_id, l.family, l.agency, c.next_offset, 'RUNNING'::text AS state,
           c.received, c.applied, c.stale, c.rejected, c.last_heard
    FROM hub.cut_log c JOIN hub.log l ON l.id = c.log_id WHERE c.cut = :cut;
CREATE VIEW rejection AS
    SELECT r.* FROM hub.rejection r JOIN log l ON l.id = r.log_id AND r.log_offset < l.next_offset;
CREATE VIEW history AS
    SELECT h.* FROM hub.history h JOIN log l ON l.id = h.log_id AND h.log_offset < l.next_offset;
CREATE FUNCTION moment() RETURNS timestamptz LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN timestamptz :taken_at;
CREATE FUNCTION is_live() RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN false;
