-- Who may sign in, and what they may. Not of the logs: it comes back from a backup.
CREATE TABLE person (
    name text PRIMARY KEY CHECK (name ~ '^[a-z0-9][a-z0-9._@-]{1,63}$'),
    display_name text NOT NULL,
    role text NOT NULL CHECK (role IN ('OFFICER', 'COORDINATOR', 'AUDITOR', 'ADMINISTRATOR')),
    agency text CHECK ((role = 'OFFICER') = (agency IS NOT NULL)),
    -- A hash with its kind; null where a provider signs the person in.
    password text,
    disabled boolean NOT NULL DEFAULT false,
    changed_by text NOT NULL,
    changed_at timestamptz NOT NULL DEFAULT now()
);
-- Spring Session's own, of its schema-postgresql.sql.
CREATE TABLE spring_session (
    primary_id char(36) PRIMARY KEY,
    session_id char(36) NOT NULL UNIQUE,
    creation_time bigint NOT NULL,
    last_access_time bigint NOT NULL,
    max_inactive_interval int NOT NULL,
    expiry_time bigint NOT NULL,
    principal_name varchar(100)
);
CREATE INDEX ON spring_session (expiry_time);
CREATE INDEX ON spring_session (principal_name);
CREATE TABLE spring_session_attributes (
    session_primary_id char(36) NOT NULL REFERENCES spring_session ON DELETE CASCADE,
    attribute_name varchar(200) NOT NULL,
    attribute_bytes bytea NOT NULL,
    PRIMARY KEY (session_primary_id, attribute_name)
);
