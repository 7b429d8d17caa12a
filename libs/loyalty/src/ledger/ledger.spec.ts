/** Whatever is wished, in whatever order and however time goes on between: no point is made, lost or used twice. */
import { PlazaError } from '@plaza/platform';
import * as fc from 'fast-check';
import { thresholdsDefault } from '../programmes/programme';
import type { Pocket, PocketKind } from './account';
import type { Act } from './act';
import { Book, type Journal, type MemberSums } from './book';
import type { Command } from './commands';
import { Ledger, nothingStands, type Standing } from './ledger';
import type { NewsItem } from './news';

const minuteMs = 60_000;
const members = ['ada', 'ben', 'eva'];
const kinds: readonly PocketKind[] = ['available', 'pending', 'held'];

/** One programme in memory: what the tables would have. */
class Programme {
  now = new Date('2026-11-20T08:00:00Z');
  readonly pockets = new Map(members.map((id) => [id, [fresh(id)]]));
  readonly acts: Act[] = [];
  readonly news: NewsItem[] = [];

  sums(member: string): Record<PocketKind, number> {
    const of = (kind: PocketKind) =>
      this.pocketsOf(member).reduce((sum, pocket) => sum + (pocket.kind === kind ? pocket.balance : 0), 0);
    return { available: of('available'), pending: of('pending'), held: of('held') };
  }

  /** @returns for each command whether anything was done */
  work(commands: readonly Command[]): boolean[] {
    const journal: Journal = { acts: [], news: [] };
    const books = new Map(members.map((id) => [id, this.book(id, journal)]));
    const ledger = new Ledger(books, this.standing(), this.now);
    const done = commands.map((command) => {
      const before = journal.acts.length;
      try {
        ledger.decide(command);
        return journal.acts.length > before;
      } catch (error) {
        if (!(error instanceof PlazaError)) throw error;
        expect(journal.acts).toHaveLength(before);
        return false;
      }
    });
    for (const [id, book] of books) this.take(id, book);
    this.acts.push(...journal.acts);
    this.news.push(...journal.news);
    return done;
  }

  private book(id: string, journal: Journal): Book {
    const { available: balance, pending, held } = this.sums(id);
    const sums: MemberSums = { memberId: id, externalId: id, balance, pending, held };
    return new Book(sums, this.pocketsOf(id), thresholdsDefault, journal);
  }

  private take(id: string, book: Book): void {
    const changes = new Map(book.changes.map((change) => [change.id, change.by]));
    const standing = this.pocketsOf(id).map((pocket) => {
      const balance = pocket.balance + (changes.get(pocket.id) ?? 0);
      return { ...pocket, balance, dueAt: balance === 0 ? null : pocket.dueAt };
    });
    this.pockets.set(id, [...standing, ...book.opened]);
    const { available, pending, held } = this.sums(id);
    expect([book.balance, book.pending, book.held]).toEqual([available, pending, held]);
  }

  private pocketsOf(id: string): Pocket[] {
    return this.pockets.get(id) ?? [];
  }

  private standing(): Standing {
    const standing = nothingStands();
    for (const act of this.acts) {
      if (act.sourceId !== null) standing.bySource.set(act.sourceId, act);
      if (act.holdId !== null) {
        standing.byHold.set(act.holdId, [...(standing.byHold.get(act.holdId) ?? []), act]);
      }
      if (act.reversesId !== null) {
        const before = standing.reversalsOf.get(act.reversesId) ?? [];
        standing.reversalsOf.set(act.reversesId, [...before, act]);
      }
      const legs = act.legs.flatMap(({ from, to, points }) =>
        [from, to].flatMap((side) =>
          typeof side === 'string' ? [] : [{ pocketId: side.id, expiresAt: side.expiresAt, points }],
        ),
      );
      standing.byId.set(act.id, { ...act, legs });
    }
    return standing;
  }
}

const fresh = (id: string): Pocket => ({
  ...{ id, kind: 'available', balance: 0, dueAt: null, expiresAt: null, holdId: null },
});

interface Wish {
  does: Command['does'];
  who: string;
  other: string;
  points: number;
  minutes: number;
  laterMinutes: number;
  dated: boolean;
  pick: number;
}

const wish: fc.Arbitrary<Wish> = fc.record({
  does: fc.constantFrom(
    ...([
      'accrue',
      'accrue',
      'redeem',
      'hold',
      'transfer',
      'capture',
      'release',
      'reverse',
      'take-back',
    ] as const),
  ),
  who: fc.constantFrom(...members),
  other: fc.constantFrom(...members),
  points: fc.integer({ min: 1, max: 900 }),
  minutes: fc.integer({ min: 1, max: 40 }),
  laterMinutes: fc.integer({ min: 1, max: 40 }),
  dated: fc.boolean(),
  pick: fc.nat(1_000),
});
const rounds = fc.array(
  fc.record({ wishes: fc.array(wish, { minLength: 1, maxLength: 8 }), minutes: fc.nat(20) }),
  { minLength: 2, maxLength: 14, size: 'max' },
);

function commandOf(
  programme: Programme,
  { does, who, other, points, ...more }: Wish,
  sourceId: string,
): Command {
  const at = (minutes: number) => new Date(programme.now.getTime() + minutes * minuteMs);
  const said = { points, description: 'Coffee', sourceId, occurredAt: programme.now };
  const picked = <Item>(items: readonly Item[]) => items[more.pick % Math.max(items.length, 1)];
  const holds = programme.acts.filter(({ category }) => category === 'hold');
  switch (does) {
    case 'accrue': {
      const dates = { availableFrom: at(more.minutes), expiresAt: at(more.minutes + more.laterMinutes) };
      return { does, externalId: who, ...said, ...(more.dated && dates) };
    }
    case 'redeem':
      return { does, externalId: who, ...said };
    case 'hold':
      return { does, externalId: who, ...said, expiresAt: at(more.minutes) };
    case 'transfer':
      return { does, from: who, to: other, ...said };
    case 'capture':
      return { does, holdId: picked(holds)?.id ?? 'none', ...(more.dated && { points }) };
    case 'release':
      return { does, holdId: picked(holds)?.id ?? 'none' };
    case 'reverse':
      return { does, entryId: picked(programme.acts)?.id ?? 'none', description: 'A mistake' };
    case 'take-back': {
      const accrual = picked(programme.acts.filter(({ category }) => category === 'accrual'));
      const about = { entryId: accrual?.id ?? 'none', inAll: points, sourceId, description: 'A refund' };
      return { does, ...about };
    }
  }
}

/** What all acts together have left with a member. */
function movedTo(programme: Programme, member: string): number {
  const mine = programme.acts.filter(({ memberId }) => memberId === member).flatMap(({ legs }) => legs);
  return mine.reduce(
    (sum, { from, to, points }) =>
      sum + (typeof to === 'string' ? 0 : points) - (typeof from === 'string' ? 0 : points),
    0,
  );
}

function expectBalanced(programme: Programme): void {
  let outstanding = 0;
  for (const member of members) {
    const sums = programme.sums(member);
    for (const kind of kinds) expect(sums[kind]).toBeGreaterThanOrEqual(0);
    const all = sums.available + sums.pending + sums.held;
    expect(movedTo(programme, member)).toBe(all);
    outstanding += all;
  }
  const followed = programme.news.reduce((sum, item) => sum + ('type' in item ? 0 : item.totalBy), 0);
  expect(followed).toBe(outstanding);
}

/** Goes through the acts of a member as somebody who knows nothing but them. */
function crossingsOf({ acts }: Programme, member: string): string[] {
  let has = 0;
  return acts
    .filter(({ memberId }) => memberId === member)
    .flatMap(({ category, legs }) => {
      const counts = (side: Pocket | string) => typeof side !== 'string' && side.kind !== 'pending';
      const before = has;
      for (const { from, to, points } of legs) has += (counts(to) ? points : 0) - (counts(from) ? points : 0);
      const isUse = category === 'redemption' || category === 'capture';
      return [
        ...(before <= 1_000 && has > 1_000 ? ['member.balance_above'] : []),
        ...(isUse && before > 0 && has === 0 ? ['member.balance_zero'] : []),
      ];
    });
}

function play(planned: { wishes: Wish[]; minutes: number }[]): Programme {
  const programme = new Programme();
  let number = 0;
  for (const { wishes, minutes } of planned) {
    programme.work(wishes.map((each) => commandOf(programme, each, `source-${String((number += 1))}`)));
    expectBalanced(programme);
    programme.now = new Date(programme.now.getTime() + minutes * minuteMs);
  }
  return programme;
}

describe('The ledger', () => {
  it('balances after any commands, and tells every crossing once', () => {
    let crossings = 0;
    fc.assert(
      fc.property(rounds, (planned) => {
        const programme = play(planned);
        for (const member of members) {
          const told = programme.news.flatMap((item) =>
            'type' in item && item.data.memberId === member && item.type.startsWith('member.')
              ? [item.type]
              : [],
          );
          expect(told).toEqual(crossingsOf(programme, member));
          crossings += told.length;
        }
      }),
      { numRuns: 80 },
    );
    expect(crossings).toBeGreaterThan(20);
  });

  it('does nothing for what it has done: the same commands again change nothing', () => {
    fc.assert(
      fc.property(rounds, ([first, ...others]) => {
        const programme = play(others);
        const commands = (first?.wishes ?? []).map((each, at) =>
          commandOf(programme, each, `again-${String(at)}`),
        );
        const done = programme.work(commands);
        const acts = programme.acts.length;
        programme.work(commands.filter((_, at) => done[at] === true));
        expect(programme.acts).toHaveLength(acts);
      }),
      { numRuns: 50 },
    );
  });

  it('comes to the same by time however often it is looked at on the way', () => {
    fc.assert(
      fc.property(rounds, fc.array(fc.integer({ min: 1, max: 30 }), { maxLength: 5 }), (planned, steps) => {
        const [often, once] = [play(planned), play(planned)];
        for (const step of steps) {
          often.now = new Date(often.now.getTime() + step * minuteMs);
          once.now = often.now;
          often.work([]);
        }
        once.work([]);
        often.work([]);
        expect(members.map((member) => often.sums(member))).toEqual(
          members.map((member) => once.sums(member)),
        );
      }),
      { numRuns: 40 },
    );
  });
});
