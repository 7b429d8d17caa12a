/** `stack down`: stops every part by its pid, those first that stand on others; with `purge` their data goes, too. */
import { rm } from 'node:fs/promises';
import { removePostgres } from '@plaza/engines';
import type { Say } from './parts/part';
import { partsOf } from './parts/parts';
import { postgresFolders } from './parts/postgres';
import type { Plan } from './plan';

export async function down(plan: Plan, { purge, say }: { purge: boolean; say: Say }): Promise<void> {
  const { simulator, kafka, redis, replica, postgres } = partsOf(plan);
  for (const part of [simulator, kafka, redis, replica, postgres]) {
    if ((await part.pid()) === undefined) {
      say(`${part.title} does not run`);
      continue;
    }
    await part.stop();
    say(`${part.title} is stopped`);
  }
  if (!purge) return;
  for (const folder of postgresFolders(plan)) await removePostgres(folder);
  await rm(plan.folder, { recursive: true, force: true });
  await rm(plan.settingsFile, { force: true });
  say('The data of the stack is gone');
}
