/** `plaza import customers`: customers from CSV, known by their document numbers; they have no login until they claim one. */
import type { INestApplicationContext } from '@nestjs/common';
import { CustomerImports } from '@plaza/identity';
import { customerAccount } from './customer-account';
import { customerColumns, readCustomer, type TakenCustomer } from './customer-records';
import { bringingKnown, type Importer, type ImportOptions } from './importer';
import { recordsOf } from './source-records';

export const customersImporter: Importer = {
  name: 'customers',
  about: 'customers from CSV: document, name, and email where there are any',
  example: 'customers.csv',
  teaching: `
The first line names the columns, in English or Spanish, in any order; fields are divided by commas or semicolons. Customers are as if
entered at the counter: they have no login until they register with their document number and a code that staff give them.

  taken      as it is
  repaired   text that was encoded twice or not at all, blanks; what is no address, and columns that customers have not, are left out
  unchanged  here already with the same name and address
  kept       here already with another name or address, which stays
  refused    no document number that could be one, twice in the file, an address of somebody else, somebody of the staff`,
  run,
};

function run(app: INestApplicationContext, file: string, options: ImportOptions) {
  const customers = app.get(CustomerImports);
  return bringingKnown(recordsOf(file, customerColumns), {
    read: readCustomer,
    keyOf: keyOfCustomer,
    repeated: 'This document number stands in the file before',
    bring: (taken) =>
      customers.bring(
        taken.map(({ customer }) => customer),
        options,
      ),
    accountOf: (taken, outcome) =>
      customerAccount({ line: taken.line, key: keyOfCustomer(taken) }, outcome, taken.repairs),
  });
}

const keyOfCustomer = ({ customer }: TakenCustomer) => customer.documentNumber;
