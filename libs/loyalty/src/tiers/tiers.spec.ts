/** A tier is what the entries make it, at any instant and however seldom somebody looks; and no fall by time comes unannounced. */
import { dayMs } from '@plaza/platform';
import * as fc from 'fast-check';
import { keepTier, type KeptTier, type TierChange } from './tier-keeping';
import { standingAt, type EarnedDay } from './tier-standing';
import { contradictionsOfTiers, type Tiers } from './tiers';

const tiers: Tiers = {
  ...{ windowDays: 30, noticeDays: 5 },
  levels: [
    { name: 'silver', from: 100 },
    { name: 'gold', from: 300 },
  ],
};
const begin = Date.parse('2026-11-20T08:00:00Z');
const midnightBefore = (time: number) => Math.floor(time / dayMs) * dayMs;

interface Accrual {
  at: number;
  points: number;
  takenBack: number;
}

/** A member whose entries are all remembered, and who is looked at now and then. */
class Member {
  now = begin;
  readonly accruals: Accrual[] = [];
  readonly told: TierChange[] = [];
  kept: KeptTier = { tier: null, falling: null };
  private dueAt: number | null = null;

  accrue(points: number): void {
    this.accruals.push({ at: this.now, points, takenBack: 0 });
    this.touch();
  }

  takeBack(pick: number, points: number): void {
    const accrual = this.accruals[pick % Math.max(this.accruals.length, 1)];
    if (!accrual) return;
    accrual.takenBack += Math.min(points, accrual.points - accrual.takenBack);
    this.touch();
  }

  look(): void {
    if (!this.isDue) return;
    const since = new Date(this.dueAt ?? this.now);
    const { kept, told, dueAt } = keepTier(this.kept, this.days, tiers, { since, now: new Date(this.now) });
    this.kept = kept;
    this.told.push(...told);
    this.dueAt = dueAt?.getTime() ?? null;
  }

  /** Lets time go by while somebody looks whenever it is due. */
  waitWatched(ms: number): void {
    const until = this.now + ms;
    while (this.dueAt !== null && this.dueAt <= until) {
      this.now = Math.max(this.now, this.dueAt);
      this.look();
    }
    this.now = until;
  }

  /** As whoever asks is told. */
  get tier(): string | null {
    return this.isDue ? standingAt(new Date(this.now), this.days, tiers).tier : this.kept.tier;
  }

  /** Entry by entry, by somebody who knows nothing but them. */
  get earnedTier(): string | null {
    const counts = ({ at }: Accrual) => midnightBefore(at) + tiers.windowDays * dayMs > this.now;
    const points = this.accruals
      .filter(counts)
      .reduce((sum, { points: given, takenBack }) => sum + given - takenBack, 0);
    return points >= 300 ? 'gold' : points >= 100 ? 'silver' : null;
  }

  private get isDue(): boolean {
    return this.dueAt !== null && this.dueAt <= this.now;
  }

  private get days(): EarnedDay[] {
    return this.accruals.map(({ at, points, takenBack }) => ({
      day: new Date(midnightBefore(at)),
      points: points - takenBack,
    }));
  }

  private touch(): void {
    this.dueAt = Math.min(this.dueAt ?? this.now, this.now);
  }
}

const step = fc.record({
  does: fc.constantFrom('accrue', 'accrue', 'take back', 'wait', 'wait'),
  points: fc.integer({ min: 1, max: 250 }),
  hours: fc.integer({ min: 1, max: 24 * 12 }),
  pick: fc.nat(100),
  looks: fc.boolean(),
});
const steps = fc.array(step, { minLength: 5, maxLength: 40, size: 'max' });

describe('A tier', () => {
  it('is what the entries make it at any instant, however seldom it is looked at', () => {
    const seen = new Set<string | null>();
    fc.assert(
      fc.property(steps, (planned) => {
        const member = new Member();
        for (const { does, points, hours, pick, looks } of planned) {
          if (does === 'accrue') member.accrue(points);
          else if (does === 'take back') member.takeBack(pick, points);
          else member.now += hours * 60 * 60_000;
          expect(member.tier).toBe(member.earnedTier);
          if (looks) member.look();
          expect(member.tier).toBe(member.earnedTier);
          seen.add(member.tier);
        }
      }),
      { numRuns: 300 },
    );
    expect([...seen].sort()).toEqual(['gold', 'silver', null].sort());
  });

  it('falls by time on the very day that was told before', () => {
    let falls = 0;
    fc.assert(
      fc.property(steps, (planned) => {
        const member = new Member();
        for (const { does, points, hours } of planned) {
          if (does === 'accrue') member.accrue(points);
          else member.waitWatched(hours * 60 * 60_000);
        }
        member.waitWatched(2 * tiers.windowDays * dayMs);
        expect(member.kept).toEqual({ tier: null, falling: null });
        for (const [at, change] of member.told.entries()) {
          const isFall = change.type === 'member.tier_changed' && rankOf(change.to) < rankOf(change.from);
          if (!isFall) continue;
          falls += 1;
          const notice = member.told.slice(0, at).findLast(({ type }) => type === 'member.tier_falling');
          expect(notice).toMatchObject({ fallsAt: change.at, to: change.to });
          const noticeMs = change.at.getTime() - (notice?.at.getTime() ?? 0);
          expect(noticeMs).toBeGreaterThan(0);
          expect(noticeMs).toBeLessThanOrEqual(tiers.noticeDays * dayMs);
        }
      }),
      { numRuns: 300 },
    );
    expect(falls).toBeGreaterThan(100);
  });

  const rankOf = (name: string | null) => tiers.levels.findIndex((level) => level.name === name);

  it('is told step by step when nobody has looked for long', () => {
    const member = new Member();
    member.accrue(300);
    member.now += dayMs;
    member.accrue(150);
    member.now += 100 * dayMs;
    member.look();
    const day = (count: number) => new Date(midnightBefore(begin) + count * dayMs);
    expect(member.told).toEqual([
      { type: 'member.tier_changed', at: new Date(begin), earned: 300, from: null, to: 'gold' },
      { type: 'member.tier_falling', at: day(25), earned: 450, from: 'gold', to: 'silver', fallsAt: day(30) },
      { type: 'member.tier_changed', at: day(30), earned: 150, from: 'gold', to: 'silver' },
      { type: 'member.tier_falling', at: day(30), earned: 150, from: 'silver', to: null, fallsAt: day(31) },
      { type: 'member.tier_changed', at: day(31), earned: 0, from: 'silver', to: null },
    ]);
  });

  it('is declared without contradictions, or refused with all of them', () => {
    const levels = [
      { name: 'silver', from: 100 },
      { name: 'silver', from: 100 },
    ];
    const faults = contradictionsOfTiers({ windowDays: 30, noticeDays: 30, levels });
    expect(faults.map(({ pointer }) => pointer)).toEqual(['/levels/1/name', '/levels/1/from', '/noticeDays']);
    expect(contradictionsOfTiers(tiers)).toEqual([]);
  });
});
