CREATE FUNCTION log_position(log_id integer, log_offset bigint) RETURNS jsonb LANGUAGE sql STABLE PARALLEL SAFE
    RETURN (SELECT jsonb_build_object('topic', l.topic, 'topicId', l.topic_id, 'partition', l.partition, 'offset', log_offset)
            FROM hub.log l WHERE l.id = log_id);
COMMENT ON FUNCTION log_position IS 'A position as the contracts of hub.view.* carry it.';

CREATE FUNCTION satang_per_restriction(blocked jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN (SELECT coalesce(jsonb_agg(jsonb_build_object('restriction', b.key, 'amountSatang', b.value) ORDER BY b.key COLLATE "C"), '[]')
            FROM jsonb_each(blocked) b);
COMMENT ON FUNCTION satang_per_restriction IS 'As blocked_amounts, without the names: codes are what others go by.';

-- A stance that moves to another plan, and an answer to another finding, changes what it leaves too. Intake replaces rows: it deletes, then copies.
CREATE FUNCTION note_left() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_TABLE_NAME = 'agreement' THEN
        INSERT INTO change (family, key, agency) SELECT DISTINCT 'plan', plan, agency FROM gone;
    ELSE
        INSERT INTO change (family, key, agency) SELECT DISTINCT 'finding', finding, agency FROM gone;
    END IF;
    RETURN NULL;
END
$$;
CREATE TRIGGER note_left AFTER DELETE ON agreement REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION note_left();
CREATE TRIGGER note_left AFTER DELETE ON answer REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION note_left();
