/**
 * Product lists that were sent a moment ago, ready to be sent again by the very text of the query: no parsing, no question to the
 * shared cache. Their life bounds how late this process learns that a list is old.
 */
import { Injectable } from '@nestjs/common';
import { ProductList, type PreparedList } from '@plaza/catalog';
import { Clock } from '@plaza/platform';
import { LRUCache } from 'lru-cache';
import { createValidationPipe } from '../http/validation';
import { ProductListQuery } from './catalog.dto';

const lifeMs = 250;
/** To the millisecond would cost a timer every millisecond. */
const clockReadEveryMs = 10;
/** About 5 kB each. */
const listsMax = 1_000;

@Injectable()
export class PreparedLists {
  private readonly ready = new LRUCache<string, PreparedList>({
    max: listsMax,
    ttl: lifeMs,
    ttlResolution: clockReadEveryMs,
  });
  private readonly validation = createValidationPipe();

  constructor(
    private readonly list: ProductList,
    private readonly clock: Clock,
  ) {}

  /** @param address with the query, as it was sent */
  find(address: string): PreparedList | undefined {
    return this.ready.get(address);
  }

  /** @throws InvalidInput naming every parameter that is wrong or unknown */
  async prepare(address: string, query: unknown): Promise<PreparedList> {
    const filter: unknown = await this.validation.transform(query, {
      type: 'query',
      metatype: ProductListQuery,
    });
    if (!(filter instanceof ProductListQuery)) throw new Error('The query was not made a ProductListQuery');
    const list = await this.list.prepared(filter);
    // What it will not tell from then on is known already.
    const ttl = Math.min(lifeMs, list.trueUntilMs - this.clock.now().getTime());
    if (ttl > 0) this.ready.set(address, list, { ttl });
    return list;
  }
}
