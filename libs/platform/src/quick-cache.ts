/**
 * The shared cache as long as it is quick. One that is away must not cost more than it saves: a call that fails or takes too long
 * counts as not found, and for a moment after it nobody asks again.
 */
import type { Cache } from '@nestjs/cache-manager';
import { within } from './within';

const answerMsMax = 100;
const restMs = 1_000;

export class QuickCache {
  private restsUntil = 0;

  constructor(private readonly cache: Cache) {}

  async getMany<Value>(keys: string[]): Promise<(Value | undefined)[]> {
    return (await this.ask(() => this.cache.mget<Value>(keys))) ?? keys.map(() => undefined);
  }

  async set(key: string, value: unknown, lifeMs: number): Promise<void> {
    await this.ask(() => this.cache.set(key, value, lifeMs));
  }

  private async ask<Answer>(call: () => Promise<Answer>): Promise<Answer | undefined> {
    if (performance.now() < this.restsUntil) return undefined;
    try {
      return await within(answerMsMax, call());
    } catch {
      this.restsUntil = performance.now() + restMs;
      return undefined;
    }
  }
}
