/** `plaza import accounts`: the payment accounts of the original's SQL, with the numbers that they have there. */
import type { INestApplicationContext } from '@nestjs/common';
import { AccountsService } from '@plaza/payments';
import { readAccount, type TakenAccount } from './account-rows';
import { bringingKnown, knownAccount, type Importer, type ImportOptions } from './importer';
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

function run(app: INestApplicationContext, file: string, options: ImportOptions) {
  const service = app.get(AccountsService);
  return bringingKnown(insertedRows(linesOf(file)), {
    read: readAccount,
    keyOf: keyOfAccount,
    repeated: 'This account stands in the file before',
    bring: (taken) =>
      service.importAccounts(
        taken.map(({ account }) => account),
        options,
      ),
    accountOf: (taken, imported) =>
      knownAccount({ line: taken.line, key: keyOfAccount(taken) }, imported?.outcome, taken.repairs),
  });
}

const keyOfAccount = ({ account }: TakenAccount) => String(account.accountId);
