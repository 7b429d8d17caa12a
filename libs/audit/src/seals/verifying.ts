/** Compares the log with its seals and says of every difference what it is and where. Nothing here asks the database. */
import { digestAt, digestOf, hashOf, type LastSeal, type ReadSeal, type Seal, type SealedRow } from './seal';

export const findingKinds = [
  'row-changed',
  'row-removed',
  'row-inserted',
  'row-moved',
  'seal-changed',
  'seal-missing',
  'month-missing',
  'root-unknown',
] as const;

export interface Finding {
  kind: (typeof findingKinds)[number];
  /** The number of the seal. */
  seal: number;
  /** The id of the row in the log. */
  row: number | null;
  detail: string;
}

/** Whether a seal says what it said when it was made, and follows the one before. */
export function findingsOfSeal(seal: ReadSeal, previous: LastSeal | undefined): Finding[] {
  const { number } = seal;
  const finding = (kind: Finding['kind'], detail: string): Finding => ({
    kind,
    seal: number,
    row: null,
    detail,
  });
  if (!seal.isAsWritten || !hashOf(seal).equals(seal.hash)) {
    return [finding('seal-changed', 'What it says is not what its hash was made over')];
  }
  const follows = previous
    ? number === previous.number + 1 && BigInt(seal.fromId) === BigInt(previous.toId) + 1n
    : number === 1 && seal.fromId === '1';
  if (!follows) return [finding('seal-missing', 'The seal before it is not there')];
  if (previous && !seal.previousHash.equals(previous.hash)) {
    return [finding('seal-changed', 'The seal before it is not the one that it was made after')];
  }
  return [];
}

/** Whether the seals end with the last one that was made. */
export function findingsOfEnd(found: LastSeal | undefined, made: LastSeal | undefined): Finding[] {
  const finding = (kind: Finding['kind'], seal: number, detail: string): Finding[] => [
    { kind, seal, row: null, detail },
  ];
  const number = found?.number ?? 0;
  if (!made) return finding('seal-missing', number, 'Which seal was the last one is not there any more');
  if (number < made.number)
    return finding('seal-missing', made.number, 'The last one that was made is not there');
  return number > made.number || !found || found.hash.equals(made.hash)
    ? []
    : finding('seal-changed', number, 'It is not the last one that was made');
}

/** What was never given an id cannot have been written by the log itself. */
export function findingsOfIdsNeverGiven(ids: readonly string[]): Finding[] {
  return ids.map((id) => {
    const detail = 'Its id was never given, so it is in no stretch';
    return { kind: 'row-inserted', seal: 0, row: Number(id), detail };
  });
}

/** Of a month that was taken out of the log, which has no row of that stretch any more. */
export function findingsOfArchived({ number }: Seal, rows: readonly SealedRow[]): Finding[] {
  return rows.map(({ id }) => {
    const detail = 'Its stretch is of a month that was taken out of the log';
    return { kind: 'row-inserted', seal: number, row: Number(id), detail };
  });
}

export function findingOfMonth({ number, month }: Seal): Finding {
  const detail = `${month.slice(0, 7)} is not part of the log, and is too young to have been taken out of it`;
  return { kind: 'month-missing', seal: number, row: null, detail };
}

/** Which rows of its stretch are not as they were sealed. */
export function findingsOfRows(seal: Seal, rows: readonly SealedRow[]): Finding[] {
  const sealed = new Map(seal.rowIds.map((id, at) => [id, digestAt(seal, at)]));
  const owners = new Map([...sealed].map(([id, digest]) => [digest.toString('hex'), id]));
  const finding = (kind: Finding['kind'], id: string, detail: string): Finding => {
    return { kind, seal: seal.number, row: Number(id), detail };
  };
  const present = new Set(rows.map(({ id }) => id));
  return [
    ...rows.flatMap((row) => {
      const { id } = row;
      const digest = sealed.get(id);
      const found = digestOf(row);
      if (digest?.equals(found)) return [];
      const owner = owners.get(found.toString('hex'));
      if (owner !== undefined) return [finding('row-moved', id, `It is what row ${owner} was`)];
      return digest
        ? [finding('row-changed', id, 'It is not what was sealed')]
        : [finding('row-inserted', id, 'It was not there when this stretch was sealed')];
    }),
    ...seal.rowIds
      .filter((id) => !present.has(id))
      .map((id) => finding('row-removed', id, 'It was sealed and is not there any more')),
  ];
}
