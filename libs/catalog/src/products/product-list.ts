/**
 * The product list, prepared: the most read thing in Plaza is an answer that is ready to be sent. It is kept in the cache that all
 * processes share (or in memory) for a moment, and told old at once when a product changes or the last unit is held; where a product
 * comes back because the time of a hold is over, it ends at that instant. When many ask for the same list that is not there, one of
 * them makes it; the others are given the one before as long as that is young.
 */
import { createHash } from 'node:crypto';
import { CACHE_MANAGER, type Cache } from '@nestjs/cache-manager';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { canonicalJson, Clock, newId, QuickCache, Signals } from '@plaza/platform';
import { LRUCache } from 'lru-cache';
import type { ProductFilter } from './product-filter';
import { ProductListQueries } from './product-list.queries';
import { PRODUCT_LIST_SIGNAL } from './product-list.signal';

export interface PreparedList {
  /** Strong: two lists with the same tag are the same bytes. */
  etag: string;
  /** JSON. */
  body: string;
  /** From then on, by the clock of the business, something may be in stock again that it does not tell. */
  trueUntilMs: number;
}

interface CachedList extends PreparedList {
  generation: string | null;
}

/** Bounds how old a quantity can be that changed without anybody telling. */
const sharedLifeMs = 2_000;
const generationKey = 'product-list:generation';
const generationLifeMs = 24 * 60 * 60_000;
/**
 * A list that was true so long ago may be given to those who come while a newer one is made. With what its sender keeps it for on
 * top, it stays below the second within which a product must leave the list.
 */
const staleMsMax = 400;
/** No list is kept for longer, wherever it is. */
const keptMsMax = sharedLifeMs + staleMsMax;
/** About 5 kB each. */
const keptMax = 2_000;

@Injectable()
export class ProductList implements OnModuleInit {
  private readonly cache: QuickCache;
  private readonly underWay = new Map<string, Promise<PreparedList>>();
  /** What this process has seen to be true; an entry's life begins then, whatever becomes of the list meanwhile. */
  private readonly kept = new LRUCache<string, PreparedList>({ max: keptMax, ttl: staleMsMax });
  /** A generation that the shared cache could not be told of: nothing that it has is to be believed. */
  private untold: string | undefined;

  constructor(
    @Inject(CACHE_MANAGER) cache: Cache,
    private readonly queries: ProductListQueries,
    private readonly signals: Signals,
    private readonly clock: Clock,
  ) {
    this.cache = new QuickCache(cache);
  }

  async onModuleInit(): Promise<void> {
    await this.signals.on(PRODUCT_LIST_SIGNAL, () => void this.outdate());
  }

  /** @throws InvalidInput as `ProductListQueries.list` */
  async prepared(filter: ProductFilter): Promise<PreparedList> {
    const key = `product-list:${canonicalJson(filter)}`;
    const known = this.underWay.get(key);
    if (known) return this.stillTrue(this.kept.get(key)) ?? known;
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
    this.untold = newId();
    await this.tellGeneration(this.untold);
  }

  private async readThrough(key: string, filter: ProductFilter): Promise<PreparedList> {
    if (this.untold !== undefined) await this.tellGeneration(this.untold);
    const askedAt = performance.now();
    const { generation, cached } = await this.fromCache(key);
    const isTold = this.untold === undefined;
    if (isTold && cached?.generation === generation) return this.keep(key, cached, askedAt);
    const { page, trueUntil } = await this.queries.list(filter, keptMsMax);
    const body = JSON.stringify(page);
    const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
    // Made from what was true before: told old meanwhile, it carries the old generation and is never used.
    const made: CachedList = { generation, etag, body, trueUntilMs: trueUntil.getTime() };
    if (isTold) await this.cache.set(key, made, sharedLifeMs);
    return this.keep(key, made, askedAt);
  }

  private keep(key: string, { etag, body, trueUntilMs }: PreparedList, trueAt: number): PreparedList {
    const list = { etag, body, trueUntilMs };
    this.kept.set(key, list, { start: trueAt });
    return list;
  }

  private stillTrue<List extends PreparedList>(list: List | undefined): List | undefined {
    return list && this.clock.now().getTime() < list.trueUntilMs ? list : undefined;
  }

  /** A cache that is away takes no word and gives none: it is only told when it says so itself. */
  private async tellGeneration(generation: string): Promise<void> {
    await this.cache.set(generationKey, generation, generationLifeMs);
    const [said] = await this.cache.getMany<string>([generationKey]);
    if (said === generation && this.untold === generation) this.untold = undefined;
  }

  private async fromCache(
    key: string,
  ): Promise<{ generation: string | null; cached: CachedList | undefined }> {
    const [generation, cached] = await this.cache.getMany<string | CachedList>([generationKey, key]);
    return {
      generation: typeof generation === 'string' ? generation : null,
      cached: typeof cached === 'object' ? this.stillTrue(cached) : undefined,
    };
  }
}
