/** What it takes to commit: to this server's disk, and where a fail-over must lose nothing to its replica's, too. */
import { withClient } from '@plaza/engines';
import { median } from '../support/statistics';
import type { Figures } from './figures';

const commitsMax = 200;
/** As the primary knows its replica. */
const replicaName = 'plaza_replica';

/** @param superuserUrl of the primary, which waits for nobody before and afterwards */
export async function commitMs(superuserUrl: string): Promise<Figures['commitMs']> {
  return withClient(superuserUrl, async (client) => {
    const run = (sql: string) => client.query(sql);
    const waitFor = async (standbys: string) => {
      await run(`ALTER SYSTEM SET synchronous_standby_names = '${standbys}'`);
      await run('SELECT pg_reload_conf()');
    };
    const measured = async (synchronous: 'local' | 'on') => {
      await run(`SET synchronous_commit = ${synchronous}`);
      const took: number[] = [];
      for (let number = 0; number < commitsMax; number += 1) {
        const startedAt = performance.now();
        await run('INSERT INTO public.commits VALUES (1)');
        took.push(performance.now() - startedAt);
      }
      return median(took);
    };
    await run('CREATE TABLE public.commits (number integer)');
    await waitFor(replicaName);
    try {
      return { alone: await measured('local'), withReplica: await measured('on') };
    } finally {
      await waitFor('');
      await run('DROP TABLE public.commits');
    }
  });
}
