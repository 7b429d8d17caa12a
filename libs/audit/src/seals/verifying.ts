/** Compares the log with its seals and says of every difference what it is and where. Nothing here asks the database. */
import { digestAt, digestOf, hashOf, type ReadSeal, type Seal, type SealedRow } from './seal';

export const findingKinds = [
  'row-changed',
  'row-removed',
  'row-inserted',
  'row-moved',
  'seal-changed',
  'seal-missing',
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
export function findingsOfSeal(
  seal: ReadSeal,
  previous: Pick<Seal, 'number' | 'toId' | 'hash'> | undefined,
): Finding[] {
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
