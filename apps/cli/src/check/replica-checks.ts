/** The copies of the database: that they follow it, and how far behind they are. */
import { setTimeout as delay } from 'node:timers/promises';
import { replicaLagMsMax } from '@plaza/platform';
import { named } from './addresses';
import { foundWhere, type Check } from './check';
import type { DatabaseServer, Deployment } from './deployment';

const pauseMs = 100;

export const replicaChecks: Check[] = [
  {
    name: 'replicas.there',
    weight: 'warning',
    why: 'Without a replica everything waits for one server, and a new one has to be restored from a backup when it is lost.',
    mend: 'Set up streaming replication and name the replicas in DATABASE_REPLICA_URLS.',
    look: ({ settings: { database } }) =>
      foundWhere(database.replicaUrls.length === 0, 'DATABASE_REPLICA_URLS is not set'),
  },
  {
    name: 'replicas.follow',
    weight: 'fault',
    why: 'A replica that is not one, or that is far behind, is asked by nobody: the primary does its work as well.',
    mend: 'See what pg_stat_wal_receiver says on the replica and pg_stat_replication on the primary, and whether replay is paused.',
    concerns: ({ database }) => database.replicaUrls.length > 0,
    look: async (deployment) => {
      const faults = deployment.settings.database.replicaUrls.map((url) => faultOf(deployment, url));
      return (await Promise.all(faults)).flat();
    },
  },
];

async function faultOf(deployment: Deployment, url: string): Promise<string[]> {
  const name = named('DATABASE_REPLICA_URLS', url);
  const replica = await deployment.database(url);
  const { standby } = await replica.one<{ standby: boolean }>('SELECT pg_is_in_recovery() AS standby');
  if (!standby) return [`${name} is no replica`];
  const { position } = await (
    await deployment.primary()
  ).one<{ position: string }>('SELECT pg_current_wal_flush_lsn()::text AS position');
  return foundWhere(
    !(await arrives(deployment, replica, position)),
    `${name} does not have within ${replicaLagMsMax} ms what the primary has`,
  );
}

async function arrives({ clock }: Deployment, replica: DatabaseServer, position: string): Promise<boolean> {
  const until = clock.now().getTime() + replicaLagMsMax;
  while (clock.now().getTime() < until) {
    const { there } = await replica.one<{ there: boolean }>(
      'SELECT coalesce(pg_last_wal_replay_lsn() >= $1::pg_lsn, false) AS there',
      [position],
    );
    if (there) return true;
    await delay(pauseMs);
  }
  return false;
}
