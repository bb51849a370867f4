-- What processes that ended left of views at cuts refers to tables of this schema, and would keep a migration from altering them. Whoever still has
-- such a copy holds its lock (class Copy).
DO $$
DECLARE
    leftover text;
BEGIN
    FOR leftover IN SELECT nspname FROM pg_namespace WHERE nspname ~ '^cut_[0-9a-f]{12}_[0-9a-f]{8}$' OR nspname = 'replay' LOOP
        IF pg_try_advisory_xact_lock(x'62757261'::integer, hashtext(leftover)) THEN
            EXECUTE format('DROP SCHEMA %I CASCADE', leftover);
        END IF;
    END LOOP;
END
$$;
