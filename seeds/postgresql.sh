#!/bin/bash
# The first start makes the databases' directory, whole or not at all; what may be changed lies in run/ of the credentials.
set -euo pipefail
run=/buranakan/credentials/run
data=/buranakan/data/postgresql
if [ ! -e "$data" ]; then
  rm -rf "$data.draft"
  # The built-in locale sorts alike on every machine, whatever its C library.
  initdb -D "$data.draft" -U postgres -A scram-sha-256 --pwfile=<(sed -n 's/^password=//p' "$run/superuser.properties") \
    -E UTF8 --no-locale --locale-provider=builtin --builtin-locale=C.UTF-8
  printf '%s\n' 'host all all all scram-sha-256' 'host replication all all scram-sha-256' >> "$data.draft/pg_hba.conf"
  echo "include '$run/postgresql.properties'" >> "$data.draft/postgresql.conf"
  mv "$data.draft" "$data"
fi
exec postgres -D "$data"
