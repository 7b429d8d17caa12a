/**
 * Decides what becomes of commands, in order of arrival, on the books of the members that they are about. Pure: what it has to know
 * was locked and read before, what it decided is written after.
 */
import { idFrom, newId } from '@plaza/platform';
import {
  datesWrong,
  entryUnknown,
  holdUnknown,
  memberUnknown,
  sameMember,
  sourceConflict,
} from '../loyalty.errors';
import type { Act, ActContent, RecordedAct } from './act';
import type { ActDraft, Book } from './book';
import type { Accrue, Command, Posted, Redeem, Reverse, TakeBack, Transfer } from './commands';
import { capture, hold, release } from './holds';
import { categoryOf, differences, memberOf, type NamedCommand } from './repeats';
import { reverse, takeBack, type ReversibleAct } from './reversal';

/** What stands already of what the commands speak of. */
export interface Standing {
  /** By the partner's own id. */
  bySource: Map<string, RecordedAct>;
  /** What was done with a hold, from its making on. */
  byHold: Map<string, RecordedAct[]>;
  /** Acts that are to be reversed. */
  byId: Map<string, ReversibleAct>;
  /** What took an act back, or parts of it, by the id of that act. */
  reversalsOf: Map<string, RecordedAct[]>;
}

export const nothingStands = (): Standing => ({
  ...{ bySource: new Map(), byHold: new Map(), byId: new Map(), reversalsOf: new Map() },
});

/** Beyond it nobody means a date. */
const msAheadMax = 100 * 366 * 24 * 60 * 60_000;

export class Ledger {
  private readonly byExternalId: ReadonlyMap<string, Book>;

  /**
   * @param books by member; what time has moved is moved in all of them first
   * @param standing what is decided here is added, for what is sent twice in one batch
   */
  constructor(
    private readonly books: ReadonlyMap<string, Book>,
    private readonly standing: Standing,
    private readonly now: Date,
  ) {
    this.byExternalId = new Map([...books.values()].map((book) => [book.externalId, book]));
    for (const book of books.values()) book.settle(now);
  }

  /** @throws PlazaError, InvalidInput when it cannot be done; nothing has changed then */
  decide(command: Command): Posted {
    switch (command.does) {
      case 'accrue':
        return this.named(command, (book) => this.accrue(command, book));
      case 'redeem':
        return this.named(command, (book) => this.redeem(command, book));
      case 'hold':
        return this.named(command, (book) => hold(book, command, this.draftOf(command)));
      case 'transfer':
        return this.named(command, (book) => this.transfer(command, book));
      case 'capture':
        return this.ofHold(command.holdId, (book, past) => capture(book, command, past, this.now));
      case 'release':
        return this.ofHold(command.holdId, (book, past) => release(book, command, past, this.now));
      case 'reverse':
        return this.ofAct(command, (book, target, before) =>
          reverse(book, target, command, before, this.now),
        );
      case 'take-back':
        return this.takeBack(command);
    }
  }

  private named(command: NamedCommand, work: (book: Book) => Act): Posted {
    const { sourceId } = command;
    const book = this.byExternalId.get(memberOf(command));
    const before = this.standing.bySource.get(sourceId);
    if (before) {
      const counterpart =
        command.does === 'transfer' ? this.byExternalId.get(command.to)?.memberId : undefined;
      const differs = differences(command, before, { own: book?.memberId, counterpart });
      if (differs.length > 0) throw sourceConflict(sourceId, differs);
      return posted(before, false);
    }
    if (!book) throw memberUnknown(memberOf(command));
    const act = work(book);
    this.standing.bySource.set(sourceId, act);
    return posted(act, true);
  }

  private accrue(command: Accrue, book: Book): Act {
    const { points, availableFrom = null, expiresAt = null } = command;
    this.refuseDates(command);
    book.refuseMore(points);
    return book.act(this.draftOf(command, { availableFrom, expiresAt }), () => {
      const waits = availableFrom !== null && availableFrom > this.now;
      const pocket = waits
        ? book.open({ kind: 'pending', dueAt: availableFrom, expiresAt })
        : book.availablePocket(expiresAt);
      book.move('issued', pocket, points);
    });
  }

  private redeem(command: Redeem, book: Book): Act {
    const sources = book.sourcesOf(command.points);
    return book.act(this.draftOf(command), () => {
      for (const { pocket, points } of sources) book.move(pocket, 'redeemed', points);
    });
  }

  /** Points keep the date on which they expire. */
  private transfer(command: Transfer, book: Book): Act {
    const { from, to, points, description, occurredAt = null, context } = command;
    if (from === to) throw sameMember();
    const other = this.byExternalId.get(to);
    if (!other) throw memberUnknown(to);
    const sources = book.sourcesOf(points);
    other.refuseMore(points);
    const draft = this.draftOf(command, { counterpartId: other.memberId });
    const act = book.act(draft, () => {
      for (const source of sources) book.move(source.pocket, 'transit', source.points);
    });
    const content = { description, occurredAt, counterpartId: book.memberId };
    other.act({ id: idFrom(draft.id), category: 'transfer-in', at: this.now, content, context }, () => {
      for (const source of sources) {
        other.move('transit', other.availablePocket(source.pocket.expiresAt), source.points);
      }
    });
    return act;
  }

  private ofHold(holdId: string, work: (book: Book, past: readonly RecordedAct[]) => RecordedAct): Posted {
    const past = this.standing.byHold.get(holdId) ?? [];
    const book = this.books.get(past[0]?.memberId ?? '');
    if (!book) throw holdUnknown(holdId);
    const end = work(book, past);
    const created = !past.includes(end);
    if (created) this.standing.byHold.set(holdId, [...past, end]);
    // What was given back may have expired meanwhile.
    book.settle(this.now);
    return posted(end, created);
  }

  private takeBack(command: TakeBack): Posted {
    const before = this.standing.bySource.get(command.sourceId);
    if (before) return posted(before, false);
    return this.ofAct(command, (book, target, reversals) => {
      const act = takeBack(book, target, command, reversals, this.now);
      if (act !== target) this.standing.bySource.set(command.sourceId, act);
      return act;
    });
  }

  /** @param work answers with what stands already when nothing is left to be done */
  private ofAct(
    { entryId }: Reverse | TakeBack,
    work: (book: Book, target: ReversibleAct, before: readonly RecordedAct[]) => RecordedAct,
  ): Posted {
    const target = this.standing.byId.get(entryId);
    const book = this.books.get(target?.memberId ?? '');
    if (!target || !book) throw entryUnknown(entryId);
    const before = this.standing.reversalsOf.get(entryId) ?? [];
    const act = work(book, target, before);
    const created = act !== target && !before.includes(act);
    if (created) this.standing.reversalsOf.set(entryId, [...before, act]);
    book.settle(this.now);
    return posted(act, created);
  }

  private draftOf(command: NamedCommand, more: Partial<ActContent> = {}): ActDraft & { id: string } {
    const { does, description, sourceId, occurredAt = null, actId = newId(), context } = command;
    const content = { description, sourceId, occurredAt, ...more };
    return { id: actId, category: categoryOf[does], at: this.now, content, context };
  }

  private refuseDates({ availableFrom, expiresAt }: Accrue): void {
    const { now } = this;
    for (const [pointer, date] of [
      ['/availableFrom', availableFrom],
      ['/expiresAt', expiresAt],
    ] as const) {
      if (date && date.getTime() > now.getTime() + msAheadMax) throw datesWrong(pointer, 'is too far ahead');
    }
    if (!expiresAt) return;
    if (expiresAt <= now) throw datesWrong('/expiresAt', 'must be in the future');
    if (availableFrom && expiresAt <= availableFrom) {
      throw datesWrong('/expiresAt', 'must be later than availableFrom');
    }
  }
}

function posted({ id, points, balance, at, expiresAt, holdId }: RecordedAct, created: boolean): Posted {
  return { id, points, balance, at, expiresAt, holdId, created };
}
