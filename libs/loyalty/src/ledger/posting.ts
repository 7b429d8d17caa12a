/** Works commands of one programme together, in one transaction: lock, read, decide, write. */
import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Outbox } from '@plaza/messaging';
import { Clock, PlazaError, Signals, violatedConstraint, type Tx } from '@plaza/platform';
import { postingContended } from '../loyalty.errors';
import { LOYALTY_EARNED_SIGNAL, LOYALTY_NEWS_SIGNAL } from '../loyalty.events';
import type { Programme, ProgrammeName } from '../programmes/programme';
import { Programmes, stripesMax } from '../programmes/programmes';
import { makesTiers } from './act';
import { Book, type Journal } from './book';
import type { Command, Posted } from './commands';
import { Ledger, nothingStands } from './ledger';
import { lockMembers, namedBy, readStanding, type Named } from './ledger-reading';
import { writeDecided } from './ledger-writing';

/** The same wish was written elsewhere while this one was decided: like a serialisation failure, it is decided again. */
class PostingRace extends Error {
  readonly code = '40001';
}

/** What may be there once only, and was not there when it was looked for. */
const onceOnly = ['entries_source_unique', 'entries_reversed_once'];

@Injectable()
export class Posting {
  constructor(
    private readonly programmes: Programmes,
    private readonly outbox: Outbox,
    private readonly signals: Signals,
    private readonly clock: Clock,
  ) {}

  /** @returns one answer per command, in the same order; an `Error` refuses that command alone */
  async post(name: ProgrammeName, commands: readonly Command[]): Promise<(Posted | Error)[]> {
    const decide = (ledger: Ledger) => commands.map((command) => answerOf(ledger, command));
    try {
      return await this.programmes.writePlanned(name, (tx, programme) =>
        programme
          ? this.work(tx, programme, namedBy(commands), decide)
          : Promise.resolve(decide(new Ledger(new Map(), nothingStands(), this.clock.now()))),
      );
    } catch (error) {
      throw error instanceof PostingRace ? postingContended() : error;
    }
  }

  /**
   * Writes down what time has moved, of at most `limit` members, those first who waited longest. Doing it again finds nothing left
   * to do.
   * @returns true when there was something to do, so that there may be more
   */
  settle(name: ProgrammeName, limit: number): Promise<boolean> {
    return this.programmes.write(name, async (tx, programme) => {
      if (!programme) return false;
      const due = await tx.query<{ id: string }[]>(
        `SELECT DISTINCT member_id AS id FROM (
           SELECT member_id FROM loyalty.accounts WHERE programme_id = $1 AND due_at <= $2 ORDER BY due_at LIMIT $3
         ) AS due`,
        [programme.id, programme.at(this.clock.now()), limit],
      );
      if (due.length === 0) return false;
      const named = { ...namedBy([]), memberIds: due.map(({ id }) => id) };
      await this.work(tx, programme, named, () => undefined);
      return true;
    });
  }

  private async work<T>(
    tx: Tx,
    programme: Programme,
    named: Named,
    decide: (ledger: Ledger) => T,
  ): Promise<T> {
    const members = await lockMembers(tx, programme, named);
    // Asked now that nobody else decides about them: what was decided later counts as later.
    const at = programme.at(this.clock.now());
    const wanted = { at, stripe: randomInt(stripesMax) };
    const { pockets, standing, stripe } = await readStanding(tx, programme, members, named, wanted);
    const journal: Journal = { acts: [], news: [] };
    const books = members.map(
      (member) => new Book(member, pockets.get(member.memberId) ?? [], programme.thresholds, journal),
    );
    const decided = decide(new Ledger(new Map(books.map((book) => [book.memberId, book])), standing, at));
    if (journal.acts.length > 0) {
      await writeDecided(tx, this.outbox, { programme, books, journal, stripe }).catch(throwRace);
      this.signals.raiseAfterCommit(LOYALTY_NEWS_SIGNAL);
      const hasEarned = journal.acts.some(({ category }) => makesTiers.includes(category));
      if (programme.hasTiers && hasEarned) this.signals.raiseAfterCommit(LOYALTY_EARNED_SIGNAL);
    }
    return decided;
  }
}

function answerOf(ledger: Ledger, command: Command): Posted | Error {
  try {
    return ledger.decide(command);
  } catch (error) {
    if (error instanceof PlazaError) return error;
    throw error;
  }
}

function throwRace(error: unknown): never {
  throw onceOnly.includes(violatedConstraint(error) ?? '') ? new PostingRace() : error;
}
