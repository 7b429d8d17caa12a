#!/bin/sh
# Starts the replica; at the first start it copies the primary. A replica that stayed away for longer than the primary keeps its
# log can follow no more: remove its volume, and it begins anew.
set -eu

if [ ! -s "$PGDATA/PG_VERSION" ]; then
  rm -rf "$PGDATA" "$PGDATA.new"
  mkdir -p "$(dirname "$PGDATA")"
  PGPASSWORD="$(cat /secrets/database/replication.password)" pg_basebackup \
    --host postgres --username plaza_replication --pgdata "$PGDATA.new" \
    --slot plaza_replica --wal-method stream --checkpoint fast --write-recovery-conf
  mv "$PGDATA.new" "$PGDATA"
fi
exec "$@"
