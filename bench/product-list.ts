/** `product-list`: the most read thing of all, as the api serves it to everybody, beside bare Fastify with the same bytes. */
import { z } from 'zod';
import type { Benchmark, Check, Contender, Findings, Workshop } from './support/benchmark';
import { fillCatalogue, productsMax } from './support/catalog-data';
import { startChild, type Child } from './support/child';
import { migratedDatabase, plazaEnvironment, startPlaza, type PlazaProcess } from './support/plaza';
import { freePort } from './support/ports';
import { serverVersion, startDatabaseServer } from './support/postgres';
import { roundSchema } from './support/statistics';

const path = '/v1/catalog/products';
const connections = 64;
/** Above a round's own time. */
const patienceMs = 30_000;
const floorLabel = 'bare Fastify, the same bytes';

const listSchema = z.object({
  items: z.array(z.object({ id: z.string(), price: z.number(), available: z.number() })).min(1),
});

export const productList: Benchmark = {
  name: 'product-list',
  about: `GET ${path}, ${connections} connections, ${productsMax} products`,
  run,
};

async function run(workshop: Workshop): Promise<Findings> {
  const { running, say, compare } = workshop;
  say('starting PostgreSQL and the api');
  const server = await startDatabaseServer(running);
  const database = await migratedDatabase(server, 'plaza');
  await fillCatalogue(database.ownerUrl);
  const api = await startPlaza(workshop, 'api', plazaEnvironment(database));
  const answer = await fetch(`${api.url}${path}`);
  const body = await answer.text();
  const { items } = listSchema.parse(JSON.parse(body));

  const load = await running.start('load', () => startChild('load', 'product-list.load'));
  const floor = await startFloor(workshop, { contentType: answer.headers.get('content-type') ?? '', body });
  const comparison = await compare({
    title: `GET ${path}, answers of ${Buffer.byteLength(body)} bytes with ${items.length} products`,
    contenders: [
      contender('floor', floorLabel, floor, load),
      contender('plaza', 'Plaza, the api process', { ...api, name: 'api' }, load),
    ],
    aim: { floor: floorLabel, ratio: 0.6 },
  });
  return {
    comparisons: [comparison],
    checks: [await sameAnswer(api, floor.url, body)],
    remarks: ['The list is cached in the memory of the api, as it is where no Redis is configured.'],
    engines: { PostgreSQL: await serverVersion(server.url) },
  };
}

async function startFloor({ running }: Workshop, prepared: { contentType: string; body: string }) {
  const child = await running.start('floor', () => startChild('floor', 'product-list.floor'));
  const url = await child.ask(z.string(), { ...prepared, port: await freePort(), path });
  return { url, pid: child.pid, name: 'Fastify' };
}

function contender(
  role: Contender['role'],
  label: string,
  server: { url: string; pid: number; name: string },
  load: Child,
): Contender {
  return {
    label,
    role,
    load: `${connections} connections`,
    processes: () => ({ [server.name]: server.pid, load: load.pid }),
    round: (durationMs) =>
      load.ask(
        roundSchema,
        { url: `${server.url}${path}`, connections, durationMs },
        durationMs + patienceMs,
      ),
  };
}

async function sameAnswer(api: PlazaProcess, floorUrl: string, body: string): Promise<Check> {
  const answers = await Promise.all(
    [api.url, floorUrl].map(async (url) => (await fetch(`${url}${path}`)).text()),
  );
  return { says: 'floor and Plaza give the same bytes', holds: answers.every((answer) => answer === body) };
}
