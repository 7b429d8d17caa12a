/**
 * The product list, prepared: the most read thing in Plaza is an answer that is ready to be sent. It is kept in the cache that all
 * processes share (or in memory) for a moment, and told old at once when a product changes or the last unit is held. When many
 * ask for the same list that is not there, one of them makes it.
 */
import { createHash } from 'node:crypto';
import { CACHE_MANAGER, type Cache } from '@nestjs/cache-manager';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { canonicalJson, newId, QuickCache, Signals } from '@plaza/platform';
import { ProductListQueries, type ProductFilter } from './product-list.queries';
import { PRODUCT_LIST_SIGNAL } from './product-list.signal';

export interface PreparedList {
  /** Strong: two lists with the same tag are the same bytes. */
  etag: string;
  /** JSON. */
  body: string;
}

interface CachedList extends PreparedList {
  generation: string | null;
}

/** Bounds how old a quantity can be that changed without anybody telling. */
const sharedLifeMs = 2_000;
const generationKey = 'product-list:generation';
const generationLifeMs = 24 * 60 * 60_000;

@Injectable()
export class ProductList implements OnModuleInit {
  private readonly cache: QuickCache;
  private readonly underWay = new Map<string, Promise<PreparedList>>();

  constructor(
    @Inject(CACHE_MANAGER) cache: Cache,
    private readonly queries: ProductListQueries,
    private readonly signals: Signals,
  ) {
    this.cache = new QuickCache(cache);
  }

  async onModuleInit(): Promise<void> {
    await this.signals.on(PRODUCT_LIST_SIGNAL, () => void this.outdate());
  }

  /** @throws InvalidInput as `ProductListQueries.list` */
  prepared(filter: ProductFilter): Promise<PreparedList> {
    const key = `product-list:${canonicalJson(filter)}`;
    const known = this.underWay.get(key);
    if (known) return known;
    const reading = this.readThrough(key, filter).finally(() => {
      if (this.underWay.get(key) === reading) this.underWay.delete(key);
    });
    this.underWay.set(key, reading);
    return reading;
  }

  /** Everything prepared so far counts as old from now on, in all processes that share the cache. */
  async outdate(): Promise<void> {
    // Whoever reads from now on must not wait for an answer that was begun before.
    this.underWay.clear();
    await this.cache.set(generationKey, newId(), generationLifeMs);
  }

  private async readThrough(key: string, filter: ProductFilter): Promise<PreparedList> {
    const { generation, cached } = await this.fromCache(key);
    if (cached?.generation === generation) return cached;
    const body = JSON.stringify(await this.queries.list(filter));
    const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
    // Made from what was true before: told old meanwhile, it carries the old generation and is never used.
    const made: CachedList = { generation, etag, body };
    await this.cache.set(key, made, sharedLifeMs);
    return made;
  }

  private async fromCache(
    key: string,
  ): Promise<{ generation: string | null; cached: CachedList | undefined }> {
    const [generation, cached] = await this.cache.getMany<string | CachedList>([generationKey, key]);
    return {
      generation: typeof generation === 'string' ? generation : null,
      cached: typeof cached === 'object' ? cached : undefined,
    };
  }
}
