/** `plaza import legacy-shop`: the MySQL dump of the shop that was before: its customers, products and branches, and what it sold. */
import type { INestApplicationContext } from '@nestjs/common';
import { currencyOption } from './currency-option';
import {
  batchRowsMax,
  inBatches,
  type Importer,
  type ImportOptions,
  type RefusedRow,
  type RowAccount,
} from './importer';
import { LegacyBringing } from './legacy-bringing';
import { legacyRow, legacyTables, type LegacyRow } from './legacy-rows';
import { dumpRows, type DumpRow } from './mysql-dump';
import { chunksOf } from './source-lines';

export const legacyShopImporter: Importer = {
  name: 'legacy-shop',
  about: "the legacy shop's MySQL dump: clientes, productos, sedes, compras",
  example: 'shop.sql',
  teaching: `
The file is read twice, because a dump has purchases before what they name, and never kept in memory. Customers are known by their
document numbers, products by the SKU LEGACY-<id>, branches by the code legacy-<id>; products are taken in as not offered. Every
purchase becomes a fulfilled order at its time, in which what nobody knows stays unknown: no stock moves, nothing is announced. The
price of a purchase is its own, else that of its product, else none. Amounts are taken number for number, in minor units.

  taken      as it is
  repaired   text that was encoded twice or not at all; blanks; documents, names and instants that are missing; what there is no room
             for is left out and named
  unchanged  here already with the same content
  kept       here already with other content, which stays; purchases of a customer who is here already become theirs
  refused    no id, a price below nothing, twice in the file, names what is not in the file, a row that cannot be read`,
  options: [currencyOption],
  run,
};

async function* run(
  app: INestApplicationContext,
  file: string,
  options: ImportOptions,
): AsyncGenerator<RowAccount[]> {
  const bringing = new LegacyBringing(app, options);
  const isSold = (row: DumpRow) => 'table' in row && (row.table === 'compras' || row.table === 'log');
  for (const isWanted of [(row: DumpRow) => !isSold(row), isSold]) {
    for await (const batch of inBatches(rowsOf(file, isWanted), batchRowsMax))
      yield await bringing.bring(batch);
  }
}

async function* rowsOf(
  file: string,
  isWanted: (row: DumpRow) => boolean,
): AsyncGenerator<LegacyRow | RefusedRow> {
  for await (const rows of dumpRows(chunksOf(file), legacyTables)) {
    for (const row of rows) if (isWanted(row)) yield legacyRow(row);
  }
}
