import { AsyncLocalStorage } from 'node:async_hooks';
import { PlazaError } from './errors';
import { together } from './together';

const full = () => new PlazaError('limit', 'test.full', 'Too many');
const limits = { batchMax: 3, underWayMax: 1, waitingMax: 100, onFull: full };

describe('What arrives together', () => {
  it('goes at once and alone when nothing else is under way', async () => {
    const batches: number[][] = [];
    const double = together(async (items: number[]) => {
      batches.push(items);
      return Promise.resolve(items.map((item) => item * 2));
    }, limits);
    expect(await double(1)).toBe(2);
    expect(await double(2)).toBe(4);
    expect(batches).toEqual([[1], [2]]);
  });

  it('waits for the batch under way and then goes as one, in order of arrival, up to the limit', async () => {
    const batches: number[][] = [];
    const double = together(async (items: number[]) => {
      batches.push(items);
      await new Promise((resolve) => setImmediate(resolve));
      return items.map((item) => item * 2);
    }, limits);
    expect(await Promise.all([1, 2, 3, 4, 5, 6, 7].map(double))).toEqual([2, 4, 6, 8, 10, 12, 14]);
    expect(batches).toEqual([[1, 2, 3], [4, 5, 6], [7]]);
  });

  it('belongs to none of the calls: their context does not go with it', async () => {
    const storage = new AsyncLocalStorage<string>();
    const contextOf = together(
      (items: string[]) => Promise.resolve(items.map(() => storage.getStore() ?? 'none')),
      limits,
    );
    expect(await storage.run('a request', () => contextOf('item'))).toBe('none');
  });

  it('gives each its own refusal', async () => {
    const positive = together(
      (items: number[]) =>
        Promise.resolve(items.map((item) => (item > 0 ? item : new Error('not positive')))),
      limits,
    );
    const answers = await Promise.allSettled([positive(1), positive(-1), positive(2)]);
    expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });

  it('is tried one by one when the batch fails, so that one bad item takes nobody down', async () => {
    const work = together((items: string[]) => {
      if (items.includes('bad')) return Promise.reject(new Error('bad item'));
      return Promise.resolve(items);
    }, limits);
    const answers = await Promise.allSettled([work('a'), work('bad'), work('b')]);
    expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });

  it('is not tried one by one when nothing can work now', async () => {
    let calls = 0;
    const work = together(() => {
      calls += 1;
      return Promise.reject(new PlazaError('unavailable', 'test.away', 'Away'));
    }, limits);
    await Promise.allSettled([work(1), work(2), work(3)]);
    expect(calls).toBe(1);
  });

  it('is refused when too many wait', async () => {
    const work = together((items: number[]) => Promise.resolve(items), { ...limits, waitingMax: 2 });
    const answers = await Promise.allSettled([work(1), work(2), work(3)]);
    expect(answers[2]).toMatchObject({ status: 'rejected', reason: { code: 'test.full' } });
  });
});
