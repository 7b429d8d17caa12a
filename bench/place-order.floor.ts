/**
 * The floor of `place-order`: the same rows written by plain code over a pool of eight connections, one transaction per order,
 * one statement after the other. No HTTP, no tokens, no checks.
 */
import { Pool, type PoolClient } from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import { answerRequests } from './support/child';
import { closedLoop, until } from './support/closed-loop';
import { floorStatements, orderPlaced } from './support/order-floor';
import { Picker } from './support/picker';

const requestSchema = z.union([
  z.object({
    databaseUrl: z.string(),
    productIds: z.array(z.string()),
    poolMax: z.number().int().positive(),
  }),
  z.object({ durationMs: z.number().positive() }),
]);

let callers: (() => Promise<void>)[] = [];

answerRequests(requestSchema, async (request) => {
  if ('durationMs' in request) return closedLoop(callers, until(request.durationMs));
  const { databaseUrl, productIds, poolMax } = request;
  const pool = new Pool({ connectionString: databaseUrl, max: poolMax });
  callers = Array.from({ length: poolMax }, (_, at) => {
    const products = new Picker(productIds, at);
    return () => place(pool, products.two());
  });
  await pool.query('SELECT 1');
  return null;
});

async function place(pool: Pool, products: [string, string]): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    await writeOrder(client, products);
    await client.query('COMMIT');
    client.release();
  } catch (error) {
    // The connection goes with its open transaction.
    client.release(true);
    throw error;
  }
}

async function writeOrder(client: PoolClient, products: [string, string]): Promise<void> {
  const orderId = uuidv7();
  const send = (name: keyof typeof floorStatements, values: unknown[]) =>
    client.query({ name, text: floorStatements[name], values });
  for (const productId of products) await send('hold', [productId]);
  await send('holds', [orderId, ...products]);
  await send('order', [orderId]);
  await send('lines', [orderId, ...products]);
  await send('history', [orderId]);
  await send('event', [orderId, orderPlaced(uuidv7(), orderId, products)]);
}
