-- What lists and sums ask of an activity stands with each of its areas: of a zone's hundred thousand each one was looked up otherwise.
DROP INDEX activity_area_place;
ALTER TABLE activity_area
    ADD COLUMN starts_on date, ADD COLUMN ends_on date, ADD COLUMN status text, ADD COLUMN kind text, ADD COLUMN agency text, ADD COLUMN joint boolean,
    ADD COLUMN participants_target bigint, ADD COLUMN participants bigint;
UPDATE activity_area n SET starts_on = a.starts_on, ends_on = a.ends_on, status = a.status, kind = a.kind, agency = a.agency, joint = a.same_as IS NOT NULL,
    participants_target = a.participants_target, participants = a.participants
FROM activity a WHERE a.id = n.activity_id;
ALTER TABLE activity_area
    ALTER starts_on SET NOT NULL, ALTER ends_on SET NOT NULL, ALTER status SET NOT NULL, ALTER kind SET NOT NULL, ALTER agency SET NOT NULL,
    ALTER joint SET NOT NULL;
-- An entry of an index has 2,704 bytes at most: three codes of the longest would be too many, so of same_as there is only whether it is stated.
CREATE INDEX activity_area_place ON activity_area (area, kind, activity_id)
    INCLUDE (starts_on, ends_on, status, agency, joint, participants_target, participants);
COMMENT ON TABLE activity_area IS 'The areas of an activity, in its order from 0, each with what the activity says of itself that lists and sums of places ask for: whoever changes one changes the other. Writer: package activity.';
COMMENT ON COLUMN activity_area.joint IS 'Whether the activity says that it is the same as another.';

CREATE FUNCTION activities_in(zone text, province text, area text)
    RETURNS TABLE (id text, starts_on date, ends_on date, status text, kind text, agency text, same_as text, participants_target bigint, participants bigint)
    LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT DISTINCT n.activity_id, n.starts_on, n.ends_on, n.status, n.kind, n.agency,
           CASE WHEN n.joint THEN (SELECT a.same_as FROM activity a WHERE a.id = n.activity_id) END, n.participants_target, n.participants
    FROM asked_places($1, $2, $3) AS p JOIN activity_area n ON n.area >= p.code AND n.area < p.beyond AND starts_with(n.area, p.code)
$$;
COMMENT ON FUNCTION activities_in IS 'The activities of what is asked for (see asked_places), nearly all of them from an index alone.';

-- And of the nation and a year, lines of the action plan are counted in the index of days too.
DROP INDEX activity_days;
CREATE INDEX activity_days ON activity (starts_on, ends_on) INCLUDE (status, kind, agency);
