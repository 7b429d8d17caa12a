/** What it takes to commit: to this server's disk, and where a fail-over must lose nothing to its replica's, too. */
import { awaitStandby, REPLICA_NAME, withClient } from '@plaza/engines';
import { median } from '../support/statistics';
import type { Figures } from './figures';

const commitsMax = 200;

/** @param superuserUrl of the primary, which waits for nobody before and afterwards */
export async function commitMs(superuserUrl: string): Promise<Figures['commitMs']> {
  return withClient(superuserUrl, async (client) => {
    const run = (sql: string) => client.query(sql);
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
    await awaitStandby(superuserUrl, REPLICA_NAME);
    try {
      return { alone: await measured('local'), withReplica: await measured('on') };
    } finally {
      await awaitStandby(superuserUrl, '');
      await run('DROP TABLE public.commits');
    }
  });
}
