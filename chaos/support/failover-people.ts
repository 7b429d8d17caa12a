/** Those who use the shop while its database fails over: the visitors of the day that is measured, at a pace that two cores bear. */
import { z } from 'zod';
import { kinds, averageRates, scaled, total } from '../../bench/day/model';
import { Visitors, type Shop } from '../../bench/day/visitors';
import { customerSessions } from '../../bench/support/customers';
import { drawing } from '../../bench/support/drawing';
import { arrivalsOf, openLoop, type Played, type Stretch } from '../../bench/support/open-loop';
import type { FailoverStage } from './failover-stage';
import { Insistent } from './insistent';
import { partnerToken } from './partner-token';

const customersMax = 8;
const membersMax = 16;
const requestsPerSecond = 20;
const stretchMs = 1_000;

/** As many requests of each kind as a day has, in proportion. */
const rates = scaled(averageRates(1), requestsPerSecond / total(averageRates(1)));

/** What one part in a thousand of a day's requests is, at the pace that they come in here. */
export const failedMax = Math.round((requestsPerSecond * 24 * 60 * 60) / 1_000);

export interface Visit {
  people: Insistent;
  /** Ends it, once what is under way is answered. */
  end(): Promise<Played>;
}

export async function openShop(stage: FailoverStage): Promise<Shop> {
  const customers = await customerSessions(stage.url, customersMax);
  const token = partnerToken(stage.privateKeys);
  const members = Array.from({ length: membersMax }, (_, at) => `member-${String(at + 1)}`);
  for (const externalId of members) {
    const answer = await stage.balancer.ask({
      method: 'POST',
      path: '/v1/loyalty/members',
      headers: `authorization: Bearer ${token}\r\n`,
      body: JSON.stringify({ externalId }),
    });
    z.literal(201).parse(answer.status);
  }
  const products = await stage.rows<{ id: string }>('SELECT id::text FROM catalog.products ORDER BY sku');
  return {
    ...{ url: stage.url, customers, members, partnerToken: token },
    productIds: products.map(({ id }) => id),
    categories: Array.from({ length: 10 }, (_, at) => `category-${String(at + 1)}`),
    words: ['product', 'measure'],
  };
}

/** @param seed another one makes other requests */
export async function visit(stage: FailoverStage, shop: Shop, seed: number): Promise<Visit> {
  const people = new Insistent(stage.balancer);
  const visitors = new Visitors(shop, people, seed);
  await visitors.begin();
  const ending = new AbortController();
  const playing = openLoop(arrivalsOf(untilEnded(ending.signal), kinds, drawing(seed)), (kind) =>
    visitors.ask(kind),
  );
  return {
    people,
    end: () => {
      ending.abort();
      return playing;
    },
  };
}

function* untilEnded(signal: AbortSignal): Generator<Stretch<keyof typeof rates>> {
  while (!signal.aborted) yield { durationMs: stretchMs, rates };
}
