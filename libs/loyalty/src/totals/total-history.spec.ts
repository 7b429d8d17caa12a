import * as fc from 'fast-check';
import { historyOf, minuteBefore, minuteMs, type LedgerTotal } from './total-history';

const begin = Date.parse('2026-11-27T10:00:00Z');
const minutesMax = 20;
/** Somewhere in a little more than the time that is asked for. */
const change = fc.record({
  atMs: fc.integer({ min: 1, max: (minutesMax + 5) * minuteMs }),
  points: fc.integer({ min: -1_000, max: 1_000 }),
});
const loss = fc.record({
  atMs: fc.integer({ min: 1, max: minutesMax * minuteMs }),
  points: fc.integer({ min: 1, max: 50 }),
});

interface Change {
  atMs: number;
  points: number;
}
const sum = (changes: Change[]) => changes.reduce((all, { points }) => all + points, 0);
const endOf = (atMs: number) => new Date(begin + Math.ceil(atMs / minuteMs) * minuteMs).toISOString();

function minutes(changes: Change[]): { at: string; points: number }[] {
  const grouped = new Map<string, number>();
  for (const { atMs, points } of changes) grouped.set(endOf(atMs), (grouped.get(endOf(atMs)) ?? 0) + points);
  return [...grouped].map(([at, points]) => ({ at, points }));
}

describe('The history of a total', () => {
  it('has every minute once, each with everything until then, whether or not it was written down by now', () => {
    fc.assert(
      fc.property(
        fc.array(change),
        fc.array(loss),
        fc.nat({ max: minutesMax }),
        (changes, losses, length) => {
          const to = length * minuteMs;
          const within = changes.filter(({ atMs }) => atMs <= to);
          const lost = losses.filter(({ atMs }) => atMs <= to);
          const told: LedgerTotal = {
            written: String(10_000 + sum(changes)),
            changedAfter: String(sum(changes) - sum(within)),
            changes: minutes(within),
            unwritten: minutes(lost),
          };
          const history = historyOf(told, { from: new Date(begin), to: new Date(begin + to) });
          expect(history).toEqual(
            Array.from({ length }, (_, index) => {
              const until = (index + 1) * minuteMs;
              const before = ({ atMs }: Change) => atMs <= until;
              return {
                at: new Date(begin + until),
                outstanding: 10_000 + sum(changes.filter(before)) - sum(lost.filter(before)),
              };
            }),
          );
        },
      ),
    );
  });

  it('has none of a programme in which nothing has happened but zeros', () => {
    const nothing: LedgerTotal = { written: '0', changedAfter: '0', changes: null, unwritten: null };
    const history = historyOf(nothing, { from: new Date(begin), to: new Date(begin + 2 * minuteMs) });
    expect(history.map(({ outstanding }) => outstanding)).toEqual([0, 0]);
  });

  it('is of whole minutes', () => {
    expect(minuteBefore(new Date('2026-11-27T10:00:59.999Z'))).toEqual(new Date('2026-11-27T10:00:00Z'));
    expect(minuteBefore(new Date('2026-11-27T10:01:00Z'))).toEqual(new Date('2026-11-27T10:01:00Z'));
  });
});
