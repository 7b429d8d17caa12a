import { createCache } from 'cache-manager';
import { Keyv } from 'keyv';
import { QuickCache } from './quick-cache';

/** A store as a broken network makes it: silent or failing until told otherwise. */
class Store extends Map<string, unknown> {
  state: 'well' | 'silent' | 'failing' = 'well';
  asked = 0;

  override get(key: string): unknown {
    this.asked += 1;
    if (this.state === 'silent') return new Promise(() => undefined);
    if (this.state === 'failing') throw new Error('The connection is gone');
    return super.get(key);
  }
}

function cacheOn(store: Store): QuickCache {
  return new QuickCache(createCache({ stores: [new Keyv({ store })] }));
}

describe('The shared cache', () => {
  it('gives back what it was given', async () => {
    const cache = cacheOn(new Store());
    await cache.set('a', 1, 60_000);
    expect(await cache.getMany(['a', 'b'])).toEqual([1, undefined]);
  });

  it('that fails has nothing', async () => {
    const store = new Store();
    const cache = cacheOn(store);
    await cache.set('a', 1, 60_000);
    store.state = 'failing';
    expect(await cache.getMany(['a'])).toEqual([undefined]);
  });

  it('that does not answer has nothing, and is left alone for a moment', async () => {
    const store = new Store();
    const cache = cacheOn(store);
    await cache.set('a', 1, 60_000);
    store.state = 'silent';
    expect(await cache.getMany(['a'])).toEqual([undefined]);
    const { asked } = store;
    expect(await cache.getMany(['a'])).toEqual([undefined]);
    expect(store.asked).toBe(asked);
  });
});
