/** The floor of `loyalty-reads`: bare Fastify that reads a row, or twenty, by one index for every request, of whatever partner. */
import Fastify from 'fastify';
import { Pool } from 'pg';
import { z } from 'zod';
import { answerRequests } from './support/child';

const floorSchema = z.object({
  port: z.number().int(),
  /** Of the owner of the tables. */
  databaseUrl: z.string(),
  connectionsMax: z.number().int(),
});

const balanceSql = `
  SELECT external_id AS "externalId", balance, pending, held FROM loyalty.members WHERE external_id = $1 AND programme_id = $2`;
const feedSql = `
  SELECT id, type, data, at FROM loyalty.events WHERE programme_id = $1 AND id > $2 ORDER BY id LIMIT 20`;

answerRequests(floorSchema, async ({ port, databaseUrl, connectionsMax }) => {
  // Its role owns the tables and says that it may see all rows.
  const pool = new Pool({
    connectionString: databaseUrl,
    max: connectionsMax,
    options: '-c plaza.every_partner=on',
  });
  const { rows } = await pool.query<{ id: string }>('SELECT id FROM loyalty.programmes');
  const programmeId = rows[0]?.id;
  const server = Fastify();
  server.get<{ Params: { externalId: string } }>('/balance/:externalId', async ({ params }) => {
    return (await pool.query<object>(balanceSql, [params.externalId, programmeId])).rows[0];
  });
  server.get<{ Querystring: { after: string } }>('/feed', async ({ query }) => {
    return { items: (await pool.query(feedSql, [programmeId, query.after])).rows };
  });
  return server.listen({ port, host: '127.0.0.1' });
});
