/** What a row has to be sent as, so that a change of it was none: as it is now, with the old values where the change was. */
import { translate } from '../words/translate';
import { toldOf, type Told } from './collection';

interface Change {
  /** As the change left the row. */
  row: Told;
  /** What the change asked for. */
  asked: unknown;
  before: unknown;
  /** As the row is by now. */
  now: Told;
}

/** @throws Error when somebody else has changed the same meanwhile: their change is not to be lost */
export function undone({ row, asked, before, now }: Change): Told & { id?: unknown } {
  const [wanted, was] = [toldOf(asked), toldOf(before)];
  const changed = Object.keys(wanted).filter((field) => !isSame(wanted[field], was[field]));
  if (!changed.every((field) => isSame(now[field], row[field])))
    throw new Error(translate('plaza.undo.tooLate'));
  return { ...now, ...Object.fromEntries(changed.map((field) => [field, was[field]])) };
}

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
