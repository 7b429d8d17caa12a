/**
 * The points of one member while they are worked with: knows what lies in which pocket, moves it, and writes down every act. What
 * time has moved is moved first, so that nobody spends what has expired.
 */
import { newId, type RequestContext } from '@plaza/platform';
import type { Thresholds } from '../programmes/programme';
import { insufficientPoints, tooManyPoints, tooManyPockets } from '../loyalty.errors';
import { bySpending, type Pocket, type PocketKind, type ProgrammeAccountKind } from './account';
import { noContent, type Act, type ActContent, type Category, type Leg } from './act';
import { risesAbove, type BalanceNews, type NewsItem } from './news';
import { memberPointsMax } from './points';

export interface MemberSums {
  memberId: string;
  externalId: string;
  balance: number;
  pending: number;
  held: number;
}

/** What an act is, before it is done. */
export interface ActDraft {
  id?: string;
  category: Category;
  at: Date;
  content?: Partial<ActContent>;
  context?: RequestContext | undefined;
}

/** A pocket that gives some of its points. */
interface Source {
  pocket: Pocket;
  points: number;
}

/** What was done with the books of one transaction, in the order in which it was. */
export interface Journal {
  acts: Act[];
  news: NewsItem[];
}

const usedBy: readonly Category[] = ['redemption', 'capture'];

export class Book {
  readonly memberId: string;
  readonly externalId: string;
  private readonly sums: Record<PocketKind, number>;
  private readonly pockets: Map<string, Pocket>;
  /** Balances as they were; those of pockets that were opened here are not among them. */
  private readonly before: Map<string, number>;
  private legs: Leg[] = [];

  /**
   * @param pockets all that may be touched: the one without a date (its id is the member's), what is due, and where something is to
   *   be spent those that are available, soonest to expire first
   */
  constructor(
    sums: MemberSums,
    pockets: readonly Pocket[],
    private readonly thresholds: Thresholds,
    private readonly journal: Journal = { acts: [], news: [] },
  ) {
    this.memberId = sums.memberId;
    this.externalId = sums.externalId;
    this.sums = { available: sums.balance, pending: sums.pending, held: sums.held };
    this.pockets = new Map(pockets.map((pocket) => [pocket.id, { ...pocket }]));
    this.before = new Map(pockets.map(({ id, balance }) => [id, balance]));
  }

  get balance(): number {
    return this.sums.available;
  }

  get pending(): number {
    return this.sums.pending;
  }

  get held(): number {
    return this.sums.held;
  }

  /** Moves what time has moved until `now`, in the order in which it did. */
  settle(now: Date): void {
    let at = new Date(0);
    for (let due = this.firstDue(now); due; due = this.firstDue(now)) {
      const { dueAt } = due.first;
      if (dueAt && dueAt > at) at = dueAt;
      const { first, together } = due;
      const content = { holdId: first.holdId };
      this.act({ category: categoryByTime[first.kind], at, content }, () => {
        for (const pocket of together) {
          this.move(
            pocket,
            first.kind === 'available' ? 'expired' : this.availablePocket(pocket.expiresAt),
            pocket.balance,
          );
        }
      });
    }
  }

  /** Does something and writes it down, with what it means. */
  act({ id = newId(), category, at, content = {}, context }: ActDraft, work: () => void): Act {
    const before = { has: this.has, all: this.all };
    this.legs = [];
    work();
    const { legs, memberId, externalId, balance } = this;
    const points = legs.reduce((sum, leg) => sum + leg.points, 0);
    const about = { ...noContent, ...content, id, memberId, externalId, category, points, at, balance };
    const act: Act = { ...about, legs, context };
    this.journal.acts.push(act);
    this.tellOf(act, before);
    return act;
  }

  move(from: Pocket | ProgrammeAccountKind, to: Pocket | ProgrammeAccountKind, points: number): void {
    if (typeof from !== 'string') this.change(from, -points);
    if (typeof to !== 'string') this.change(to, points);
    this.legs.push({ from, to, points });
  }

  /** A pocket for points that can be used and expire then; the one without a date for those that never do. */
  availablePocket(expiresAt: Date | null): Pocket {
    return expiresAt === null
      ? this.undated()
      : this.open({ kind: 'available', dueAt: expiresAt, expiresAt });
  }

  open(fresh: Pick<Pocket, 'kind' | 'dueAt' | 'expiresAt'> & { holdId?: string }): Pocket {
    const pocket: Pocket = { holdId: null, ...fresh, id: newId(), balance: 0 };
    this.pockets.set(pocket.id, pocket);
    return pocket;
  }

  /** @throws PlazaError `loyalty.too-many-points` when the member would have more than can be */
  refuseMore(points: number): void {
    if (this.all + points > memberPointsMax) throw tooManyPoints(memberPointsMax);
  }

  /**
   * Which pockets give these points, and how many each: what expires first is spent first.
   * @param first a pocket that gives before all others
   * @throws PlazaError `loyalty.insufficient-points`, `loyalty.too-many-pockets`
   */
  sourcesOf(points: number, first?: Pocket): Source[] {
    if (this.within(first) < points) throw insufficientPoints(this.balance);
    const { sources, missing } = this.gather(points, first);
    if (missing > 0) throw tooManyPockets(points - missing);
    return sources;
  }

  /** The same of as many of these points as there are. */
  sourcesOfMost(points: number, first?: Pocket): Source[] {
    return this.gather(Math.min(points, this.within(first)), first).sources;
  }

  /** What can be used, and what lies in `first` besides. */
  private within(first?: Pocket): number {
    return this.balance + (first && first.kind !== 'available' ? first.balance : 0);
  }

  private gather(points: number, first?: Pocket): { sources: Source[]; missing: number } {
    const own = first?.balance ?? 0;
    const others = [...this.pockets.values()]
      .filter((pocket) => pocket.kind === 'available' && pocket.balance > 0 && pocket !== first)
      .sort(bySpending);
    const sources: Source[] = [];
    let wanted = points;
    for (const pocket of first && own > 0 ? [first, ...others] : others) {
      if (wanted === 0) break;
      const given = Math.min(pocket.balance, wanted);
      sources.push({ pocket, points: given });
      wanted -= given;
    }
    return { sources, missing: wanted };
  }

  /** What is held under this id, what expires first first. */
  heldUnder(holdId: string): Pocket[] {
    return [...this.pockets.values()]
      .filter((pocket) => pocket.holdId === holdId && pocket.balance > 0)
      .sort(bySpending);
  }

  pocket(id: string): Pocket | undefined {
    return this.pockets.get(id);
  }

  /** Pockets that were not there before. */
  get opened(): Pocket[] {
    return [...this.pockets.values()].filter(({ id }) => !this.before.has(id));
  }

  /** By how much those that were there have changed. */
  get changes(): { id: string; by: number }[] {
    return [...this.before].flatMap(([id, before]) => {
      const by = (this.pockets.get(id)?.balance ?? before) - before;
      return by === 0 ? [] : [{ id, by }];
    });
  }

  /** What the member can use or has set aside to be used: what lines are drawn for. */
  private get has(): number {
    return this.sums.available + this.sums.held;
  }

  private get all(): number {
    return this.has + this.sums.pending;
  }

  private undated(): Pocket {
    const pocket = this.pockets.get(this.memberId);
    if (!pocket) throw new Error('The pocket without a date is always there');
    return pocket;
  }

  private change(pocket: Pocket, by: number): void {
    pocket.balance += by;
    this.sums[pocket.kind] += by;
    if (pocket.balance < 0) throw new Error(`More was taken from ${pocket.id} than lay there`);
  }

  /** The first that time has moved, with what belongs to the same act. */
  private firstDue(now: Date): { first: Pocket; together: Pocket[] } | undefined {
    const due = [...this.pockets.values()].filter(
      ({ balance, dueAt }) => balance > 0 && dueAt !== null && dueAt <= now,
    );
    const timeOf = ({ dueAt }: Pocket) => dueAt?.getTime() ?? 0;
    const [first] = due.sort((one, other) => timeOf(one) - timeOf(other));
    if (!first) return undefined;
    const isAlike = (pocket: Pocket) =>
      timeOf(pocket) === timeOf(first) && pocket.kind === first.kind && pocket.holdId === first.holdId;
    return { first, together: due.filter(isAlike) };
  }

  private tellOf(act: Act, before: { has: number; all: number }): void {
    const at = act.at.toISOString();
    if (this.all !== before.all) this.journal.news.push({ totalBy: this.all - before.all, at });
    const { memberId, externalId, balance, held } = this;
    const tell = (type: BalanceNews['type'], more: Pick<BalanceNews['data'], 'points' | 'threshold'>) =>
      this.journal.news.push({ type, at, data: { memberId, externalId, ...more, balance, held } });
    const { balanceAbove } = this.thresholds;
    if (risesAbove(balanceAbove, before.has, this.has))
      tell('member.balance_above', { threshold: balanceAbove });
    if (usedBy.includes(act.category) && before.has > 0 && this.has === 0) tell('member.balance_zero', {});
    if (act.category === 'expiry') tell('points.expired', { points: act.points });
  }
}

const categoryByTime = {
  pending: 'maturity',
  held: 'hold-expiry',
  available: 'expiry',
} as const satisfies Record<PocketKind, Category>;
