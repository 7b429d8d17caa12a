// Copies the data of a PostgreSQL server. The package has no `pg_basebackup`, so that of a running one is copied the documented way:
// begin a backup, copy the files, end the backup, leave its label in the copy.
import { constants } from 'node:fs';
import { chown, copyFile, mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { withClient } from './postgres-databases';
import type { OsUser } from './postgres-user';
import { hasCode } from './system-errors';

// What belongs to the running server, or is made anew by the next one.
const LEFT_OUT =
  /^(postmaster\.(pid|opts)|(standby|recovery)\.signal|tablespace_map|pg_internal\.init|pgsql_tmp)/;
// The write-ahead log comes another way: over a slot that holds it from before the copy.
const LEFT_EMPTY =
  /^(pg_wal|pg_replslot|pg_dynshmem|pg_notify|pg_serial|pg_snapshots|pg_stat_tmp|pg_subtrans)$/;

/** Without it the server would take a copy for data that a crash has left, and would begin at the wrong place. */
export const BACKUP_LABEL = 'backup_label';

/** Makes `user` the owner, where that is somebody else than we. */
export const give = async (path: string, user: Pick<OsUser, 'ids'>): Promise<void> => {
  if (user.ids) await chown(path, user.ids.uid, user.ids.gid);
};

// A running server may drop a file between our listing and our copying; replay does not miss it.
const unlessGone = async (work: Promise<void>): Promise<boolean> => {
  try {
    await work;
    return true;
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return false;
    throw error;
  }
};

/** Copies what a server needs of the data in `from` into the empty folder `to`; the write-ahead log stays behind. */
export const copyData = async (from: string, to: string, user: Pick<OsUser, 'ids'>): Promise<void> => {
  for (const entry of await readdir(from, { withFileTypes: true })) {
    if (LEFT_OUT.test(entry.name)) continue;
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) {
      await mkdir(target, { mode: 0o700 });
      await give(target, user);
      if (!LEFT_EMPTY.test(entry.name)) await copyData(source, target, user);
    } else if (entry.isFile() && (await unlessGone(copyFile(source, target, constants.COPYFILE_FICLONE)))) {
      await give(target, user);
    }
  }
};

/**
 * Copies the data of the running server at `url`, which is on this machine, into the empty folder `to`. The copy is good together with
 * the write-ahead log from its beginning to its end.
 */
export const copyRunning = (url: string, to: string, user: Pick<OsUser, 'ids'>): Promise<void> =>
  withClient(url, async (client) => {
    const { rows: folders } = await client.query<{ data_directory: string }>('SHOW data_directory');
    await client.query(`SELECT pg_backup_start('copy', true)`);
    await copyData(folders[0]?.data_directory ?? '', to, user);
    const { rows } = await client.query<{ labelfile: string }>('SELECT labelfile FROM pg_backup_stop(false)');
    const label = join(to, BACKUP_LABEL);
    await writeFile(label, rows[0]?.labelfile ?? '', { mode: 0o600 });
    await give(label, user);
  });
