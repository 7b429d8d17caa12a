import * as fc from 'fast-check';
import { CallsLimit } from './calls-limit';

const callsMax = 64;

/** So many answers, with as many calls under way as are allowed. */
function answering(limit: CallsLimit, times: number, tookMs: number): CallsLimit {
  for (let time = 0; time < times; time += 1) {
    limit.note({ endedAtMs: 0, tookMs, isAnswered: true, underWay: limit.calls });
  }
  return limit;
}

/** All calls that may be under way begin together and end without an answer, so many times. */
function hanging(limit: CallsLimit, times: number, tookMs: number): CallsLimit {
  for (let time = 1; time <= times; time += 1) {
    const calls = limit.calls;
    for (let underWay = calls; underWay > 0; underWay -= 1) {
      limit.note({ endedAtMs: time * tookMs, tookMs, isAnswered: false, underWay });
    }
  }
  return limit;
}

describe('How many calls may be under way', () => {
  it('grows to the most there may be while answers come as usual', () => {
    const limit = new CallsLimit(callsMax);
    expect(limit.calls).toBe(16);
    expect(answering(limit, 200, 50).calls).toBe(callsMax);
  });

  it('shrinks when answers come ever later, and grows again when they come as before', () => {
    const limit = answering(new CallsLimit(callsMax), 200, 50);
    answering(limit, 30, 500);
    expect(limit.calls).toBeLessThan(16);
    expect(answering(limit, 300, 50).calls).toBe(callsMax);
  });

  it('takes slow for usual after a while: a gateway may be slow and answer many at once', () => {
    const limit = answering(new CallsLimit(callsMax), 200, 50);
    expect(answering(limit, 3_000, 500).calls).toBe(callsMax);
  });

  it('does not grow for those who do not use it', () => {
    const limit = new CallsLimit(callsMax);
    for (let time = 0; time < 100; time += 1) {
      limit.note({ endedAtMs: 0, tookMs: 50, isAnswered: true, underWay: 2 });
    }
    expect(limit.calls).toBe(16);
  });

  it('shrinks to eight when no answer comes at all: whether to call at all is asked elsewhere', () => {
    const limit = answering(new CallsLimit(callsMax), 200, 50);
    expect(hanging(limit, 100, 5_000).calls).toBe(8);
  });

  it('shrinks by one step when many calls that were under way together end without an answer', () => {
    const limit = answering(new CallsLimit(callsMax), 200, 50);
    expect(hanging(limit, 1, 5_000).calls).toBe(Math.floor(callsMax * 0.9));
  });

  it('does not mind differences that are our own: what is quick is as good as at once', () => {
    const limit = answering(new CallsLimit(callsMax), 200, 0.5);
    expect(answering(limit, 200, 19).calls).toBe(callsMax);
  });

  it('is between eight and the most there may be, whatever happens', () => {
    const call = fc.record({
      endedAtMs: fc.double({ min: 0, max: 1_000_000, noNaN: true }),
      tookMs: fc.double({ min: 0, max: 120_000, noNaN: true }),
      isAnswered: fc.boolean(),
      underWay: fc.integer({ min: 1, max: 512 }),
    });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 512 }), fc.array(call, { maxLength: 300 }), (most, calls) => {
        const limit = new CallsLimit(most);
        for (const each of calls) {
          limit.note(each);
          expect(limit.calls).toBeGreaterThanOrEqual(Math.min(8, most));
          expect(limit.calls).toBeLessThanOrEqual(most);
        }
      }),
    );
  });
});
