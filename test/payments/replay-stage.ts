/** What the tests of replaying look at: a stage without background work, where everything that was announced can be counted. */
import { withClient } from '@plaza/engines';
import type { Client } from '#test/client';
import type { World } from '#test/world';
import { customer } from '../catalog/shop';
import { Stage, payment, sumOf } from './stage';

/** The amount that the database refuses while {@link refusing} says so. */
export const refusedAmount = 666;

export const refused = (type: 'online' | 'offline' = 'offline') => payment(type, { amount: refusedAmount });

/** Nothing is relayed, asked or taken up: only what requests do happens. */
export const stageAlone = () => Stage.start({ processes: ['api'] });

type Stored = Pick<Stage, 'database'>;

/** As if the rules of an earlier day were stricter. */
export async function refusing(plaza: Stored): Promise<void> {
  await asOwner(
    plaza,
    `ALTER TABLE payments.payments ADD CONSTRAINT no_such_amount CHECK (amount <> ${String(refusedAmount)}) NOT VALID`,
  );
}

export async function refusingNoMore(plaza: Stored): Promise<void> {
  await asOwner(plaza, 'ALTER TABLE payments.payments DROP CONSTRAINT no_such_amount');
}

async function asOwner({ database }: Stored, sql: string): Promise<void> {
  await withClient(database.ownerUrl, (owner) => owner.query(sql));
}

export const replayOne = (client: Client, place: string, query = '') =>
  client.post(`/v1/payments/messages/${place}/replay${query}`);

export const replay = (client: Client, body: object) => client.post('/v1/payments/replay', body);

/** All that payments hold and announced, by which one sees that nothing has changed. */
export async function stateOf(world: World): Promise<Record<string, unknown[]>> {
  const tables = {
    messages: 'payments.messages',
    payments: 'payments.payments',
    reports: 'payments.error_reports',
    accounts: 'payments.accounts',
    announced: 'messaging.outbox',
    replays: 'payments.replays',
    replayed: 'payments.replayed_messages',
  };
  const rows = Object.entries(tables).map(async ([name, table]) => [
    name,
    (await world.rows<{ row: string }>(`SELECT t::text AS row FROM ${table} t ORDER BY 1`)).map(
      ({ row }) => row,
    ),
  ]);
  return Object.fromEntries(await Promise.all(rows)) as Record<string, unknown[]>;
}

/** How often each fact was announced about a payment, as `payment-captured`. */
export async function announcedAbout(world: World, paymentId: string): Promise<string[]> {
  const rows = await world.rows<{ type: string }>(
    `SELECT envelope ->> 'type' AS type FROM messaging.outbox WHERE key = $1 ORDER BY position`,
    [paymentId],
  );
  return rows.map(({ type }) => type);
}

export async function reportsAbout(world: World, paymentId: string): Promise<string[]> {
  const rows = await world.rows<{ kind: string }>(
    'SELECT kind FROM payments.error_reports WHERE payment_id = $1 ORDER BY report_id',
    [paymentId],
  );
  return rows.map(({ kind }) => kind);
}

export async function expectCensusCloses(stage: Stage): Promise<void> {
  for (const entry of await stage.census()) {
    expect(sumOf(entry)).toBe(entry.received);
    expect(entry.received).toBe(entry.lastOffset - entry.firstOffset + 1);
  }
}

export const customerOf = async (stage: Stage): Promise<Client> => (await customer(stage.world)).client;
