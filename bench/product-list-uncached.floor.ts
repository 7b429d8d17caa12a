/** The floor of `product-list-uncached`: bare Fastify that reads twenty rows by one index for every request. */
import Fastify from 'fastify';
import { Pool } from 'pg';
import { z } from 'zod';
import { answerRequests } from './support/child';

const floorSchema = z.object({
  port: z.number().int(),
  databaseUrl: z.string(),
  connectionsMax: z.number().int(),
  /** How many products stand before those of the route `/deep`. */
  before: z.number().int(),
});

const pageSql = `
  SELECT id, sku, name, price, currency FROM catalog.products
  WHERE active AND deleted_at IS NULL AND (plain, id) > ($1, $2::uuid)
  ORDER BY plain, id LIMIT 20`;
const placeSql = `
  SELECT plain, id FROM catalog.products WHERE active AND deleted_at IS NULL ORDER BY plain, id OFFSET $1 LIMIT 1`;

answerRequests(floorSchema, async ({ port, databaseUrl, connectionsMax, before }) => {
  const pool = new Pool({ connectionString: databaseUrl, max: connectionsMax });
  const { rows } = await pool.query<{ plain: string; id: string }>(placeSql, [before]);
  const server = Fastify();
  const places = {
    '/first': ['', '00000000-0000-0000-0000-000000000000'],
    '/deep': [rows[0]?.plain, rows[0]?.id],
  };
  for (const [path, place] of Object.entries(places)) {
    server.get(path, async () => ({ items: (await pool.query(pageSql, place)).rows }));
  }
  return server.listen({ port, host: '127.0.0.1' });
});
