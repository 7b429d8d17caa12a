/** `plaza import transfers`: transfer records from an export of their owner's real-time database, known by their keys. */
import type { INestApplicationContext } from '@nestjs/common';
import { TransferImports, type ReadRecord } from '@plaza/transfers';
import {
  batchRowsMax,
  inBatches,
  knownAccount,
  refusedAccount,
  refusedIfRepeated,
  type Importer,
  type ImportOptions,
  type RefusedRow,
  type RowAccount,
} from './importer';
import { membersOf, type JsonMember } from './json-members';
import { chunksOf } from './source-lines';

interface TakenRecord {
  line: number;
  record: ReadRecord;
}

export const transfersImporter: Importer = {
  name: 'transfers',
  about:
    'transfer records from the JSON that a real-time database exports: {"Transfer": {key: record}} or {key: record}',
  example: 'transfers.json',
  teaching: `
A record is known by its key. One that was processed, or is older than TRANSFERS_AGE_MAX_MINUTES, is kept as it is, to be found by its
key; one that nobody has processed is worked by the payments process like those that come over the stream.

  taken      as it is
  unchanged  here already with the same content
  kept       here already with other content, which stays
  refused    what is no transfer, has a key that cannot be part of an address, is twice in the file, too long or no JSON`,
  run,
};

async function* run(
  app: INestApplicationContext,
  file: string,
  options: ImportOptions,
): AsyncGenerator<RowAccount[]> {
  const imports = app.get(TransferImports);
  const repeated = {
    seen: new Set<string>(),
    keyOf: ({ record }: TakenRecord) => record.key,
    refusal: 'This key stands in the file before',
  };
  for await (const members of inBatches(membersOf(chunksOf(file), 'Transfer'), batchRowsMax)) {
    const read = members.map((member) => refusedIfRepeated(readMember(member, imports), repeated));
    const records = read.flatMap((one) => ('record' in one ? [one.record] : []));
    const outcomes = new Map(
      (await imports.bring(records, options)).map(({ key, outcome }) => [key, outcome]),
    );
    yield read.map((one) => {
      if ('refusal' in one) return refusedAccount(one);
      const { line, record } = one;
      return knownAccount({ line, key: record.key }, outcomes.get(record.key), []);
    });
  }
}

function readMember(member: JsonMember | RefusedRow, imports: TransferImports): TakenRecord | RefusedRow {
  if ('refusal' in member) return member;
  const { line, name, value } = member;
  const record = imports.read({ branch: name, value });
  return 'key' in record ? { line, record } : { line, key: record.branch, refusal: record.reason };
}
