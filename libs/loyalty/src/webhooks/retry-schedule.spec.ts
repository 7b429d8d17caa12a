import * as fc from 'fast-check';
import { afterAttempt, patienceMs, pausesMs, restMs, restMsMax, type EndpointAnswer } from './retry-schedule';

const at = new Date('2026-11-27T10:00:00Z');
const answered = (status: number | null, retryAfter: string | null = null): EndpointAnswer => ({
  ...{ status, retryAfter, tookMs: 5 },
  error: status === null ? 'no answer' : null,
});
const seconds = (ms: number) => ms / 1_000;
const refusals = fc
  .constantFrom(null, 301, 308, 400, 404, 410, 429, 500, 503)
  .map((status) => answered(status));

describe('A delivery', () => {
  it.each([200, 201, 204, 299])('is delivered when it is answered %i', (status) => {
    expect(afterAttempt({ failures: 3, begunAt: at }, answered(status), { at, chance: 0 })).toEqual({
      ...{ status: 'delivered', failures: 3, nextAttemptAt: null },
    });
  });

  it('is tried ten times, with the pauses of the standard, and has failed then', () => {
    const pauses: number[] = [];
    let delivery = { failures: 0, begunAt: at };
    for (let now = at; ;) {
      const outcome = afterAttempt(delivery, answered(500), { at: now, chance: 0 });
      if (outcome.status !== 'waiting') {
        expect(outcome).toEqual({ status: 'failed', failures: 10, nextAttemptAt: null });
        break;
      }
      pauses.push(seconds(outcome.nextAttemptAt.getTime() - now.getTime()));
      now = outcome.nextAttemptAt;
      delivery = { ...delivery, failures: outcome.failures };
    }
    expect(pauses).toEqual([5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400]);
  });

  it('is never tried again earlier than that, and hardly later', () => {
    fc.assert(
      fc.property(
        refusals,
        fc.nat({ max: 8 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (answer, failures, chance) => {
          const { nextAttemptAt } = afterAttempt({ failures, begunAt: at }, answer, { at, chance });
          const pauseMs = (nextAttemptAt?.getTime() ?? 0) - at.getTime();
          expect(pauseMs).toBeGreaterThanOrEqual(pausesMs[failures + 1] ?? 0);
          expect(pauseMs).toBeLessThanOrEqual((pausesMs[failures + 1] ?? 0) * 1.1);
        },
      ),
    );
  });

  it('that could not be tried in all that time has failed by the next attempt in vain', () => {
    const begunAt = new Date(at.getTime() - patienceMs * 1.2);
    const outcome = afterAttempt({ failures: 2, begunAt }, answered(null), { at, chance: 0 });
    expect(outcome.status).toBe('failed');
  });
});

describe('An endpoint that asks to be left alone', () => {
  it.each([
    ['120', 120],
    ['0', 0],
    ['Fri, 27 Nov 2026 10:01:30 GMT', 90],
    ['Fri, 27 Nov 2026 09:00:00 GMT', 0],
    ['999999999', restMsMax / 1_000],
    ['Fri, 27 Nov 2099 09:00:00 GMT', restMsMax / 1_000],
    ['soon', 0],
    ['-5', 0],
    ['', 0],
  ])('by %j is left alone for %i seconds', (retryAfter, wanted) => {
    expect(seconds(restMs(answered(503, retryAfter), at))).toBe(wanted);
  });

  it('is not, when it has accepted', () => {
    expect(restMs(answered(204, '120'), at)).toBe(0);
  });

  it('is tried again when both that and the schedule allow', () => {
    const next = (failures: number) =>
      afterAttempt({ failures, begunAt: at }, answered(429, '60'), { at, chance: 0 }).nextAttemptAt;
    expect(next(0)).toEqual(new Date(at.getTime() + 60_000));
    expect(next(1)).toEqual(new Date(at.getTime() + 300_000));
  });
});
