/** A dump as the legacy shop's would be after many more years: as large as wanted, made as it is written. */
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

const productsMade = 1_000;
const branchesMade = 50;
const customersPerPurchase = 0.05;
const rowsPerStatement = 10_000;
const firstPurchaseMs = Date.UTC(2005, 0, 1);

export interface DumpSize {
  /** Rows of all tables. */
  rows: number;
  purchases: number;
  bytes: number;
}

/** Writes a dump of so many purchases, before what they name. */
export async function writeLegacyDump(file: string, purchases: number): Promise<DumpSize> {
  const customers = Math.ceil(purchases * customersPerPurchase);
  let bytes = 0;
  function* text() {
    yield* inserts('clientes', customers, (id) => `(${id},${100_000 + id},'Cliente Número ${id}',NULL)`);
    yield* inserts('compras', purchases, (id) => purchase(id, customers));
    yield* inserts('productos', productsMade, (id) => `(${id},'Producto ${id}',${id * 100},NULL)`);
    yield* inserts('sedes', branchesMade, (id) => `(${id},'Sede ${id}',NULL)`);
  }
  const counted = function* () {
    for (const part of text()) {
      const chunk = Buffer.from(part);
      bytes += chunk.length;
      yield chunk;
    }
  };
  await pipeline(Readable.from(counted()), createWriteStream(file));
  return { rows: purchases + customers + productsMade + branchesMade, purchases, bytes };
}

function* inserts(table: string, count: number, row: (id: number) => string): Generator<string> {
  yield `LOCK TABLES \`${table}\` WRITE;\n`;
  for (let from = 1; from <= count; from += rowsPerStatement) {
    const size = Math.min(rowsPerStatement, count - from + 1);
    const rows = Array.from({ length: size }, (_, at) => row(from + at));
    yield `INSERT INTO \`${table}\` VALUES ${rows.join(',')};\n`;
  }
  yield 'UNLOCK TABLES;\n';
}

/** Every tenth has no price of its own, every seventh no customer. */
function purchase(id: number, customers: number): string {
  const at = new Date(firstPurchaseMs + id * 1_000).toISOString().slice(0, 19).replace('T', ' ');
  const customer = id % 7 === 0 ? 'NULL' : String(1 + (id % customers));
  const price = id % 10 === 0 ? 'NULL' : String(id % 90_000);
  return `(${id},${customer},${1 + (id % productsMade)},${1 + (id % branchesMade)},${price},NULL,'${at}')`;
}
