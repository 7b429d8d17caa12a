// Removes all that a PostgreSQL of ours has left on the disk, also where its data lies elsewhere than its folder.
import { existsSync, realpathSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';

import { runningPostgres } from './postgres';
import { existingDataFolder } from './postgres-place';

/** Removes a folder and its data for good; refuses while a detached server runs on it. */
export const removePostgres = async (folder: string): Promise<void> => {
  if (!existsSync(folder)) return;
  const running = await runningPostgres(folder);
  if (running)
    throw new Error(`PostgreSQL ${running.pid} runs on ${folder}; its data is not removed meanwhile.`);
  const dataFolder = existingDataFolder(realpathSync(folder));
  if (dataFolder !== undefined) await rm(dirname(dataFolder), { recursive: true, force: true });
  await rm(folder, { recursive: true, force: true });
};
