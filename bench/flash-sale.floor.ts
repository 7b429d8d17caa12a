/**
 * The floor of `flash-sale`: plain code over a pool of eight connections takes one unit after the other of the same product, one
 * transaction per order, one statement after the other. No HTTP, no tokens, no checks.
 */
import { Pool, type PoolClient } from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import { answerRequests } from './support/child';
import { closedLoop, times } from './support/closed-loop';
import { floorStatements, orderPlaced } from './support/order-floor';

const requestSchema = z.union([
  z.object({ databaseUrl: z.string(), poolMax: z.number().int().positive() }),
  z.object({ productId: z.string(), count: z.number().int().positive() }),
]);

let pool: Pool | undefined;
let callersMax = 0;

answerRequests(requestSchema, async (request) => {
  if ('databaseUrl' in request) {
    callersMax = request.poolMax;
    pool = new Pool({ connectionString: request.databaseUrl, max: callersMax });
    await pool.query('SELECT 1');
    return null;
  }
  const { productId, count } = request;
  return closedLoop(
    Array.from({ length: callersMax }, () => () => place(productId)),
    times(count),
  );
});

async function place(productId: string): Promise<void> {
  if (!pool) throw new Error('The floor was not told its database');
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    await writeOrder(client, productId);
    await client.query('COMMIT');
    client.release();
  } catch (error) {
    // The connection goes with its open transaction.
    client.release(true);
    throw error;
  }
}

async function writeOrder(client: PoolClient, productId: string): Promise<void> {
  const orderId = uuidv7();
  const send = (name: keyof typeof floorStatements, values: unknown[]) =>
    client.query({ name, text: floorStatements[name], values });
  const { rowCount } = await send('hold', [productId]);
  if (rowCount !== 1) throw new Error('The floor has sold out');
  await send('holdsOfOne', [orderId, productId]);
  await send('order', [orderId]);
  await send('lineOfOne', [orderId, productId]);
  await send('history', [orderId]);
  await send('event', [orderId, orderPlaced(uuidv7(), orderId, [productId])]);
}
