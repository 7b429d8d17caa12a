/**
 * The floor of `accrue`: the same rows written by plain code over a pool of eight connections, one transaction per accrual, one
 * statement after the other. No HTTP, no tokens, no checks, no row security.
 */
import { Pool, type PoolClient } from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import { answerRequests } from './support/child';
import { closedLoop, until } from './support/closed-loop';
import { Picker } from './support/picker';
import { pointsAccrued, pointsStatements } from './support/points-floor';

const requestSchema = z.union([
  z.object({
    databaseUrl: z.string(),
    memberIds: z.array(z.string()),
    stripeIds: z.array(z.string()),
    poolMax: z.number().int().positive(),
  }),
  z.object({ durationMs: z.number().positive(), hot: z.boolean() }),
]);

let callers: { spread: () => Promise<void>; hot: () => Promise<void> }[] = [];

answerRequests(requestSchema, async (request) => {
  if ('durationMs' in request) {
    const { hot, durationMs } = request;
    return closedLoop(
      callers.map((caller) => (hot ? caller.hot : caller.spread)),
      until(durationMs),
    );
  }
  const { databaseUrl, memberIds, stripeIds, poolMax } = request;
  const pool = new Pool({ connectionString: databaseUrl, max: poolMax });
  callers = Array.from({ length: poolMax }, (_, at) => {
    const [members, stripes] = [new Picker(memberIds, at), new Picker(stripeIds, at)];
    const accrue = (memberId: string) =>
      inTransaction(pool, (client) => write(client, memberId, stripes.two()[0]));
    return { spread: () => accrue(members.two()[0]), hot: () => accrue(memberIds[0] ?? '') };
  });
  await pool.query('SELECT 1');
  return null;
});

async function inTransaction(pool: Pool, work: (client: PoolClient) => Promise<void>): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    await work(client);
    await client.query('COMMIT');
    client.release();
  } catch (error) {
    // The connection goes with its open transaction.
    client.release(true);
    throw error;
  }
}

const points = 5;

async function write(client: PoolClient, memberId: string, stripeId: string): Promise<void> {
  const entryId = uuidv7();
  const send = (name: keyof typeof pointsStatements, values: unknown[]) =>
    client.query<{ balance: string }>({ name, text: pointsStatements[name], values });
  const { rows } = await send('member', [memberId, points]);
  await send('account', [memberId, points]);
  await send('entry', [entryId, memberId, stripeId, points, rows[0]?.balance, uuidv7()]);
  await send('event', [memberId, pointsAccrued(entryId, memberId, points)]);
  await send('news', [JSON.stringify([{ totalBy: points, at: new Date().toISOString() }])]);
  await send('stripe', [stripeId, points]);
}
