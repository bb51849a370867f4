-- Raised by a new password and when a person may not sign in any more: a session that began before is nobody's.
ALTER TABLE person ADD COLUMN sign_in_epoch bigint NOT NULL DEFAULT 0;

-- What was ever said of a person, and by whom; nothing is taken back from it.
CREATE TABLE person_change (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name text NOT NULL,
    display_name text NOT NULL,
    role text NOT NULL,
    agency text,
    disabled boolean NOT NULL,
    new_password boolean NOT NULL,
    changed_by text NOT NULL,
    changed_at timestamptz NOT NULL
);
CREATE INDEX ON person_change (name, id);
INSERT INTO person_change (name, display_name, role, agency, disabled, new_password, changed_by, changed_at)
SELECT name, display_name, role, agency, disabled, password IS NOT NULL, changed_by, changed_at FROM person ORDER BY changed_at;

-- By a trigger, so that no statement can forget it.
CREATE FUNCTION record_person_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO hub.person_change (name, display_name, role, agency, disabled, new_password, changed_by, changed_at)
    VALUES (NEW.name, NEW.display_name, NEW.role, NEW.agency, NEW.disabled,
        NEW.password IS DISTINCT FROM CASE TG_OP WHEN 'UPDATE' THEN OLD.password END, NEW.changed_by, NEW.changed_at);
    RETURN NULL;
END $$;
CREATE TRIGGER person_change AFTER INSERT OR UPDATE ON person FOR EACH ROW EXECUTE FUNCTION record_person_change();

-- Who captures the hub's outbox may read its tables by default: not those.
DO $$
DECLARE reader text;
BEGIN
    FOR reader IN
        SELECT DISTINCT r.rolname FROM pg_class c, aclexplode(c.relacl) a, pg_roles r
        WHERE c.relnamespace = 'hub'::regnamespace AND a.grantee = r.oid AND a.grantee <> c.relowner
    LOOP
        EXECUTE format('REVOKE ALL ON hub.person, hub.person_change, hub.spring_session, hub.spring_session_attributes FROM %I', reader);
    END LOOP;
END $$;
