-- Lists are found, ordered and counted by these alone, without the rows: everywhere in the order of lists (ids by code point),
-- and in a place by the ids that its areas have.
CREATE INDEX activity_listing ON activity (starts_on, id COLLATE "C") INCLUDE (ends_on, status, kind, agency, same_as, participants, participants_target);
DROP INDEX activity_starts_on;
ALTER TABLE activity DROP CONSTRAINT activity_pkey, ADD PRIMARY KEY (id) INCLUDE (starts_on, ends_on, status, kind, agency, same_as);
CREATE INDEX activity_measured ON activity (starts_on, id) WHERE indicators <> '[]';
CREATE INDEX activity_area_place ON activity_area (area, activity_id);
DROP INDEX activity_area_area;

CREATE FUNCTION narrower(code text, other text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE WHEN starts_with(code, other) THEN code WHEN starts_with(other, code) THEN other END;
COMMENT ON FUNCTION narrower IS 'Of two codes of areas the one that lies in the other; null where neither does.';

CREATE FUNCTION asked_places(zone text, province text, area text) RETURNS TABLE (code text, beyond text) LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT code, CASE WHEN code ~ '^[0-9]{1,8}$' THEN lpad((code::integer + 1)::text, length(code), '0') ELSE chr(1114111) END
    FROM (SELECT narrower(narrower(z.code, coalesce($2, '')), coalesce($3, '')) AS code
          FROM (SELECT unnest(string_to_array(r.attributes ->> 'provinces', ',')) AS code FROM reference r WHERE r.kind = 'agency' AND r.code = $1
                UNION ALL SELECT '' WHERE $1 IS NULL) AS z) AS asked
    WHERE code IS NOT NULL
$$;
COMMENT ON FUNCTION asked_places IS 'The codes of the widest areas that lie in all that is asked for (null: not asked for), each with the code that follows all that lie in it.';
