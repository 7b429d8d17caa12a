/** `plaza import accounts`: the payment accounts of the original's SQL, with the numbers that they have there. */
import type { INestApplicationContext } from '@nestjs/common';
import { AccountsService, type AccountImport } from '@plaza/payments';
import { readAccount, type ReadAccount, type TakenAccount } from './account-rows';
import {
  batchRowsMax,
  inBatches,
  knownAccount,
  refusedAccount,
  refusedIfRepeated,
  type Importer,
  type ImportOptions,
  type RowAccount,
} from './importer';
import { linesOf } from './source-lines';
import { insertedRows } from './sql-inserts';

export const accountsImporter: Importer = {
  name: 'accounts',
  about:
    'payment accounts from an SQL file: INSERT INTO accounts (account_id, name, email, birthdate) VALUES (...)',
  example: 'accounts.sql',
  teaching: `
Accounts keep the numbers that they have in the file, because payments speak of them by number; numbers that are made later begin
behind them. Payments that were parked for want of an account are taken up by the payments process as soon as it is there.

  taken      as it is
  repaired   blanks in names and addresses, dates written otherwise; what is no address or no date is left out
  unchanged  here already with the same content
  kept       here already with other content, which stays; a later last_payment_date is taken all the same
  refused    no number by which payments would know it, twice in the file, a row of another table, a statement that cannot be read`,
  run,
};

async function* run(
  app: INestApplicationContext,
  file: string,
  options: ImportOptions,
): AsyncGenerator<RowAccount[]> {
  const service = app.get(AccountsService);
  const repeated = {
    seen: new Set<string>(),
    keyOf: keyOfAccount,
    refusal: 'This account stands in the file before',
  };
  for await (const rows of inBatches(insertedRows(linesOf(file)), batchRowsMax)) {
    const read = rows.map((row) => refusedIfRepeated<TakenAccount>(readAccount(row), repeated));
    const accounts = read.flatMap((one) => ('account' in one ? [one.account] : []));
    const outcomes = new Map(
      (await service.importAccounts(accounts, options)).map(({ accountId, outcome }) => [accountId, outcome]),
    );
    yield read.map((one) => accountOf(one, outcomes));
  }
}

function keyOfAccount({ account }: TakenAccount): string {
  return String(account.accountId);
}

function accountOf(read: ReadAccount, outcomes: ReadonlyMap<number, AccountImport['outcome']>): RowAccount {
  if ('refusal' in read) return refusedAccount(read);
  const { line, account, repairs } = read;
  return knownAccount({ line, key: keyOfAccount(read) }, outcomes.get(account.accountId), repairs);
}
