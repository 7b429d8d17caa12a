import { nextAttemptAt } from './settlement';

const askedAt = new Date('2026-11-20T10:00:00.000Z');

function pauseMs(number: number, paymentId = '3f5379b6-4a95-49b3-a9c0-3a5703df8073'): number {
  const pausedUntil = nextAttemptAt(paymentId, { number, before: 0, askedAt, tookMs: 0 });
  return pausedUntil.getTime() - askedAt.getTime();
}

describe('A payment without an answer', () => {
  it('waits twice as long after each attempt, from about a second up to ten minutes', () => {
    for (let number = 1; number < 10; number += 1) {
      expect(pauseMs(number + 1) / pauseMs(number)).toBeCloseTo(2, 1);
    }
    expect(pauseMs(1)).toBeLessThanOrEqual(1_000);
    expect(pauseMs(11)).toBe(pauseMs(1_000));
    expect(pauseMs(1_000)).toBeLessThanOrEqual(600_000);
    expect(pauseMs(1_000)).toBeGreaterThanOrEqual(300_000);
  });

  it('does not come again together with all others', () => {
    const ids = ['000000', '400000', '800000', 'c00000', 'ffffff'];
    const pauses = ids.map((end) => Math.round(pauseMs(1, `3f5379b6-4a95-49b3-a9c0-3a5703${end}`)));
    expect(pauses).toEqual([500, 625, 750, 875, 1_000]);
  });

  it('is asked about again after the answer did not come, not after it was asked', () => {
    const attempt = { number: 1, before: 0, askedAt, tookMs: 5_000 };
    const pausedUntil = nextAttemptAt('3f5379b6-4a95-49b3-a9c0-3a5703000000', attempt);
    expect(pausedUntil.getTime() - askedAt.getTime()).toBe(5_500);
  });
});
