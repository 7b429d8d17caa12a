/** Setting points aside, and what can become of them: used, or given back. */
import { idFrom, newId } from '@plaza/platform';
import { datesWrong, holdEnded, holdTooSmall, type HoldEnd } from '../loyalty.errors';
import type { Pocket } from './account';
import type { Act, RecordedAct } from './act';
import type { ActDraft, Book } from './book';
import type { Capture, Hold, Release } from './commands';

const holdMsDefault = 15 * 60_000;
const holdMsMax = 31 * 24 * 60 * 60_000;

/** @throws PlazaError `loyalty.insufficient-points`; InvalidInput */
export function hold(book: Book, { points, expiresAt }: Hold, draft: ActDraft & { id: string }): Act {
  const until = expiresAt ?? new Date(draft.at.getTime() + holdMsDefault);
  if (until <= draft.at) throw datesWrong('/expiresAt', 'must be in the future');
  if (until.getTime() > draft.at.getTime() + holdMsMax) {
    throw datesWrong('/expiresAt', 'must be within 31 days: points are not held for longer');
  }
  const sources = book.sourcesOf(points);
  const content = { ...draft.content, expiresAt: until, holdId: draft.id };
  return book.act({ ...draft, content }, () => {
    for (const { pocket, points: given } of sources) {
      const held = book.open({ kind: 'held', dueAt: until, expiresAt: pocket.expiresAt, holdId: draft.id });
      book.move(pocket, held, given);
    }
  });
}

/**
 * Uses what is held, or part of it; the rest is given back, so that no hold is left.
 * @param past what was done with the hold
 * @throws PlazaError `loyalty.hold-ended`, `loyalty.hold-too-small`
 */
export function capture(
  book: Book,
  { holdId, points: wished, actId = newId(), context }: Capture,
  past: readonly RecordedAct[],
  at: Date,
): RecordedAct {
  const before = endOf(past);
  if (before?.category === 'capture' && (wished ?? before.points) === before.points) return before;
  const held = heldStill(book, holdId, before);
  const all = held.reduce((sum, { balance }) => sum + balance, 0);
  const points = wished ?? all;
  if (points > all) throw holdTooSmall(holdId, all);
  const taken = split(held, points);
  const rest = taken.filter(({ left }) => left > 0);
  const about = { at, content: { holdId }, context };
  if (rest.length > 0) {
    book.act({ ...about, id: idFrom(actId), category: 'release' }, () => {
      for (const { pocket, left } of rest) book.move(pocket, book.availablePocket(pocket.expiresAt), left);
    });
  }
  return book.act({ ...about, id: actId, category: 'capture' }, () => {
    for (const { pocket, used } of taken) if (used > 0) book.move(pocket, 'redeemed', used);
  });
}

/**
 * @param past what was done with the hold
 * @throws PlazaError `loyalty.hold-ended`
 */
export function release(
  book: Book,
  { holdId, actId = newId(), context }: Release,
  past: readonly RecordedAct[],
  at: Date,
): RecordedAct {
  const before = endOf(past);
  if (before?.category === 'release') return before;
  const held = heldStill(book, holdId, before);
  return book.act({ id: actId, category: 'release', at, content: { holdId }, context }, () => {
    for (const pocket of held) book.move(pocket, book.availablePocket(pocket.expiresAt), pocket.balance);
  });
}

/** What ended it. One that was captured in part was released as to the rest: the capture is what counts. */
function endOf(past: readonly RecordedAct[]): RecordedAct | undefined {
  const ends = past.filter(({ category }) => category !== 'hold');
  return ends.find(({ category }) => category === 'capture') ?? ends[0];
}

/** @throws PlazaError `loyalty.hold-ended` */
function heldStill(book: Book, holdId: string, end: RecordedAct | undefined): Pocket[] {
  if (end) throw holdEnded(holdId, wordFor[end.category] ?? 'expired');
  const held = book.heldUnder(holdId);
  // Time has given it back just now.
  if (held.length === 0) throw holdEnded(holdId, 'expired');
  return held;
}

const wordFor: Partial<Record<RecordedAct['category'], HoldEnd>> = {
  capture: 'captured',
  release: 'released',
};

/** What expires first is used first. */
function split(held: readonly Pocket[], points: number): { pocket: Pocket; used: number; left: number }[] {
  let wanted = points;
  return held.map((pocket) => {
    const used = Math.min(wanted, pocket.balance);
    wanted -= used;
    return { pocket, used, left: pocket.balance - used };
  });
}
