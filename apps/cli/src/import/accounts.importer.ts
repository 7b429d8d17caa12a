/** `plaza import accounts`: the payment accounts of the original's SQL, with the numbers that they have there. */
import type { INestApplicationContext } from '@nestjs/common';
import { AccountsService, type AccountImport } from '@plaza/payments';
import { readAccount, type ReadAccount } from './account-rows';
import { inBatches, knownAccount, type Importer, type ImportOptions, type RowAccount } from './importer';
import { linesOf } from './source-lines';
import { insertedRows } from './sql-inserts';

const batchRowsMax = 500;

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
  const seen = new Set<number>();
  for await (const rows of inBatches(insertedRows(linesOf(file)), batchRowsMax)) {
    const read = rows.map((row) => refusedIfRepeated(readAccount(row), seen));
    const accounts = read.flatMap((one) => ('account' in one ? [one.account] : []));
    const outcomes = new Map(
      (await service.importAccounts(accounts, options)).map(({ accountId, outcome }) => [accountId, outcome]),
    );
    yield read.map((one) => accountOf(one, outcomes));
  }
}

function refusedIfRepeated(read: ReadAccount, seen: Set<number>): ReadAccount {
  if (!('account' in read)) return read;
  const { line, account } = read;
  if (seen.has(account.accountId)) {
    return { line, key: String(account.accountId), refusal: 'This account stands in the file before' };
  }
  seen.add(account.accountId);
  return read;
}

function accountOf(read: ReadAccount, outcomes: ReadonlyMap<number, AccountImport['outcome']>): RowAccount {
  const { line } = read;
  if (!('account' in read)) return { line, key: read.key, outcome: 'refused', words: [read.refusal] };
  const { account, repairs } = read;
  const key = String(account.accountId);
  return knownAccount({ line, key }, outcomes.get(account.accountId), repairs);
}
