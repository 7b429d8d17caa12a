/**
 * `product-list-uncached`: lists that nobody has prepared, by every kind of filter and order, among a thousand products and among a
 * million, on the first page and deep down. What it costs to have a thousand times as much is the figure that matters.
 */
import { z } from 'zod';
import type { Benchmark, Contender, Findings, MeasuredComparison, Workshop } from './support/benchmark';
import { startChild, type Child } from './support/child';
import { fillLargeCatalogue } from './support/large-catalogue';
import { migratedDatabase, plazaEnvironment, startPlaza } from './support/plaza';
import { freePort } from './support/ports';
import { serverVersion, startDatabaseServer } from './support/postgres';
import { roundSchema } from './support/statistics';

const path = '/v1/catalog/products';
const connections = 8;
const sizes = { small: 1_000, large: 1_000_000 } as const;
type Size = keyof typeof sizes;

/** What is asked for, in turn. */
const wishes = [
  'sort=name',
  'sort=-price&inStock=true',
  'category=category-1&sort=newest',
  'category=category-12&sort=price&inStock=true',
  'category=category-3&minPrice=200000&sort=name',
  'minPrice=500000&sort=newest&inStock=true',
  'q=hammer',
  'q=rustic%20lamp&sort=price',
  'q=hamer',
  'q=ba',
];
/** So many products stand before a page deep down, where there are as many. */
const before = 20_000;
const pageMax = 100;
/** Above a round's own time. */
const patienceMs = 60_000;
const floorLabel = 'bare Fastify, 20 of 1,000,000 by one index';

const pageSchema = z.object({ items: z.array(z.object({ id: z.string() })), next: z.string().nullable() });

interface Shop {
  name: string;
  url: string;
  pid: number;
  /** The wishes for pages deep down. */
  deep: string[];
}

export const productListUncached: Benchmark = {
  name: 'product-list-uncached',
  about: `GET ${path}, ${wishes.length} kinds of wishes, no two alike, ${connections} connections`,
  run,
};

async function run(workshop: Workshop): Promise<Findings> {
  const { running, say, compare } = workshop;
  say('starting PostgreSQL');
  const server = await startDatabaseServer(running);
  const shop = async (size: Size): Promise<Shop & { databaseUrl: string }> => {
    const database = await migratedDatabase(server, size);
    const startedAt = performance.now();
    await fillLargeCatalogue(server.url, size, sizes[size]);
    say(`${sizes[size]} products, written in ${Math.round((performance.now() - startedAt) / 1000)} s`);
    const { url, pid } = await startPlaza(workshop, 'api', plazaEnvironment(database));
    say('leafing to the pages deep down');
    const deep: string[] = [];
    for (const wish of wishes) deep.push(await leafThrough(url, wish));
    return { name: `api ${size}`, url, pid, deep, databaseUrl: database.appUrl };
  };
  const small = await shop('small');
  const large = await shop('large');
  const load = await running.start('load', () => startChild('load', 'product-list-uncached.load'));
  const floor = await startFloor(workshop, large.databaseUrl);

  const comparisons: MeasuredComparison[] = [];
  for (const [title, pathsOf, floorPath] of [
    ['the first page', () => wishes, '/first'],
    ['a page deep down', ({ deep }: Shop) => deep, '/deep'],
  ] as const) {
    const plaza = (shopOf: Shop, size: Size) =>
      contender('plaza', `Plaza, ${sizes[size].toLocaleString('en')} products`, shopOf, {
        load,
        paths: pathsOf(shopOf).map((query) => `${path}?${query}`),
      });
    comparisons.push(
      await compare({
        title: `GET ${path}, ${title}`,
        contenders: [
          contender('floor', floorLabel, { ...floor, name: 'Fastify' }, { load, paths: [`${floorPath}?`] }),
          plaza(large, 'large'),
          plaza(small, 'small'),
        ],
      }),
    );
  }
  return {
    comparisons,
    checks: [],
    remarks: [
      ...comparisons.map(growthOf),
      `The wishes: ${wishes.join(', ')}. Deep down is after ${before} products, or on the last page where there are fewer.`,
    ],
    engines: { PostgreSQL: await serverVersion(server.url) },
  };
}

/** Follows the pages of a wish; returns it with the place it came to. */
async function leafThrough(url: string, wish: string): Promise<string> {
  let query = wish;
  for (let seen = 0; seen < before; seen += pageMax) {
    const answer = await fetch(`${url}${path}?${query}&limit=${pageMax}`);
    const { next } = pageSchema.parse(await answer.json());
    if (next === null) break;
    query = `${wish}&after=${next}`;
  }
  return query;
}

async function startFloor({ running }: Workshop, databaseUrl: string) {
  const child = await running.start('floor', () => startChild('floor', 'product-list-uncached.floor'));
  const asked = { port: await freePort(), databaseUrl, connectionsMax: connections, before };
  return { url: await child.ask(z.string(), asked), pid: child.pid };
}

function contender(
  role: Contender['role'],
  label: string,
  server: { url: string; pid: number; name: string },
  { load, paths }: { load: Child; paths: string[] },
): Contender {
  return {
    label,
    role,
    load: `${connections} connections`,
    processes: () => ({ [server.name]: server.pid, load: load.pid }),
    round: (durationMs) =>
      load.ask(roundSchema, { url: server.url, paths, connections, durationMs }, durationMs + patienceMs),
  };
}

function growthOf({ title, measured }: MeasuredComparison): string {
  const [, large, small] = measured;
  const times = (part: 'p50' | 'p99') => {
    const [more, less] = [large?.latencyMs?.[part], small?.latencyMs?.[part]];
    return more === undefined || less === undefined ? 'unknown' : (more / less).toFixed(1);
  };
  return `${title}: from 1,000 to 1,000,000 products p50 grows ${times('p50')} times, p99 ${times('p99')} times.`;
}
