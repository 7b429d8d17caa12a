#!/bin/sh
# Keeps backups of the primary by docs/runbooks/restore.md: its log as it is written, and a copy of its data once a day, of which the last seven stay.
# Ends when receiving does, so that it is started anew; a copy that fails is tried again a minute later.
set -eu

# Lies in the volume, whose owner is the one that the image gives this folder.
backups=/var/lib/postgresql/backups
kept=7
export PGHOST=postgres PGUSER=plaza_replication PGAPPNAME=plaza_backup
PGPASSWORD="$(cat /secrets/database/replication.password)"
export PGPASSWORD

copies() { ls "$backups" | grep -E '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' || true; }

copy() {
  today="$backups/$(date --utc +%F)"
  [ ! -d "$today" ] || return 0
  rm -rf "$backups/new"
  pg_basebackup --pgdata "$backups/new" --checkpoint fast --wal-method none --no-password || return 0
  mv "$backups/new" "$today"
  copies | head --lines "-$kept" | while read -r old; do rm -rf "${backups:?}/$old"; done
  # What only older copies need of the log goes with them.
  oldest="$backups/$(copies | head --lines 1)"
  pg_archivecleanup "$backups/wal" "$(sed -n 's/^START WAL LOCATION.*file \([0-9A-F]*\).*/\1/p' "$oldest/backup_label")"
}

mkdir -p "$backups/wal"
pg_receivewal --slot plaza_backup --create-slot --if-not-exists --no-password
pg_receivewal --slot plaza_backup --synchronous --directory "$backups/wal" --no-password &
receiver=$!
trap 'kill "$receiver"; wait "$receiver"; exit 0' TERM INT
while kill -0 "$receiver" 2>/dev/null; do
  copy
  touch /tmp/receiving
  sleep 60 &
  wait $!
done
wait "$receiver"
