/** `plaza import transfers`: transfer records from an export of their owner's real-time database, known by their keys. */
import type { INestApplicationContext } from '@nestjs/common';
import { TransferImports, type ReadRecord } from '@plaza/transfers';
import { bringingKnown, knownAccount, type Importer, type ImportOptions, type RefusedRow } from './importer';
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

function run(app: INestApplicationContext, file: string, options: ImportOptions) {
  const imports = app.get(TransferImports);
  return bringingKnown(membersOf(chunksOf(file), 'Transfer'), {
    read: (member) => readMember(member, imports),
    keyOf: keyOfRecord,
    repeated: 'This key stands in the file before',
    bring: (taken) =>
      imports.bring(
        taken.map(({ record }) => record),
        options,
      ),
    accountOf: (taken, brought) =>
      knownAccount({ line: taken.line, key: keyOfRecord(taken) }, brought?.outcome, []),
  });
}

const keyOfRecord = ({ record }: TakenRecord) => record.key;

function readMember(member: JsonMember | RefusedRow, imports: TransferImports): TakenRecord | RefusedRow {
  if ('refusal' in member) return member;
  const { line, name, value } = member;
  const record = imports.read({ branch: name, value });
  return 'key' in record ? { line, record } : { line, key: record.branch, refusal: record.reason };
}
