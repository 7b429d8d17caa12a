#!/bin/sh
# Runs once, on the empty database: what the replica needs in order to follow. Roles and database of Plaza come with `migrate`.
set -e

psql --no-psqlrc --quiet --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" \
  --set password="$(cat /secrets/database/replication.password)" <<'SQL'
CREATE ROLE plaza_replication LOGIN REPLICATION PASSWORD :'password';
SELECT pg_create_physical_replication_slot('plaza_replica', true);
SQL
echo 'host replication plaza_replication samenet scram-sha-256' >>"$PGDATA/pg_hba.conf"
