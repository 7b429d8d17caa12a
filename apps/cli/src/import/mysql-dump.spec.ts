import * as fc from 'fast-check';
import { dumpRows, type DumpRow } from './mysql-dump';

const assumed = { t: ['id', 'a'] };

async function read(chunks: Buffer[]): Promise<DumpRow[]> {
  const rows: DumpRow[] = [];
  async function* stream() {
    for (const chunk of chunks) yield await Promise.resolve(chunk);
  }
  for await (const some of dumpRows(stream(), assumed)) rows.push(...some);
  return rows;
}

const told = (rows: DumpRow[]) =>
  rows.map((row) =>
    'fault' in row ? row.fault : row.values.map((value) => (value === null ? null : value.toString('utf8'))),
  );
const valuesOf = async (text: string) => told(await read([Buffer.from(text)]));

const dump = `\ufeff-- MySQL dump 10.13  Distrib 5.6.17; it's one
/*!40101 SET NAMES utf8 */;
DROP TABLE IF EXISTS \`compras\`;
CREATE TABLE IF NOT EXISTS \`compras\` (
  \`id\` int(11) NOT NULL AUTO_INCREMENT, # a comment; with 'quotes
  \`precio\` decimal(10,2) DEFAULT '0', \`key\` text COMMENT 'a, (b)',
  PRIMARY KEY (\`id\`), KEY \`por_precio\` (\`precio\`, \`key\`)
) ENGINE=InnoDB DEFAULT CHARSET=latin1;
LOCK TABLES \`compras\` WRITE;
INSERT INTO \`compras\` VALUES (1,NULL,'da\\'ñ\\\\o; (x), -- y'),(-2,10.5,''),
(3,0,'two ''quotes''\\nand \\Z\\%'); /* ; */ INSERT INTO shop.t (\`a\`, id) VALUES (_utf8'é', 4);
UNLOCK TABLES;
INSERT INTO t VALUES (5,"double ""quoted""") ON DUPLICATE KEY UPDATE a = 'x';
`;
const expected = [
  ['1', null, "da'ñ\\o; (x), -- y"],
  ['-2', '10.5', ''],
  ['3', '0', "two 'quotes'\nand \u001a%"],
  ['é', '4'],
  ['5', 'double "quoted"'],
];

describe('A MySQL dump', () => {
  it('is read row by row, each with its line and the columns that it has', async () => {
    const rows = await read([Buffer.from(dump)]);
    expect(told(rows)).toEqual(expected);
    expect(rows).toMatchObject([
      { line: 10, table: 'compras', columns: ['id', 'precio', 'key'] },
      { line: 10 },
      { line: 11 },
      { line: 11, table: 't', columns: ['a', 'id'] },
      { line: 13, table: 't', columns: ['id', 'a'] },
    ]);
  });

  it('gives the same rows wherever it is cut', async () => {
    const bytes = Buffer.from(dump);
    for (let at = 0; at <= bytes.length; at += 1) {
      expect([at, told(await read([bytes.subarray(0, at), bytes.subarray(at)]))]).toEqual([at, expected]);
    }
    const single = Array.from(bytes, (_, at) => bytes.subarray(at, at + 1));
    expect(await read(single)).toEqual(await read([bytes]));
  });

  it('gives back every text that was written as MySQL writes it', async () => {
    const quoted = (text: string) =>
      `'${text.replaceAll(/[\\'"\0\n\r\u001a]/g, (character) => ({ '\0': '\\0', '\n': '\\n', '\r': '\\r', '\u001a': '\\Z' })[character] ?? `\\${character}`)}'`;
    const texts = fc.string({
      unit: fc.oneof(
        fc.constantFrom(...`'"\\;,()-#/*\0\n\r\u001a\``.split('')),
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
      ),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(texts, { minLength: 1, maxLength: 5 }),
        fc.integer({ min: 1, max: 9 }),
        async (all, size) => {
          const bytes = Buffer.from(
            `INSERT INTO t VALUES ${all.map((text, at) => `(${at},${quoted(text)})`).join(',')};`,
          );
          const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) =>
            bytes.subarray(at * size, (at + 1) * size),
          );
          expect(told(await read(pieces))).toEqual(all.map((text, at) => [String(at), text]));
        },
      ),
    );
  });

  it.each([
    [
      'a value too many',
      `INSERT INTO t VALUES (1,'a',2),(2,'b');`,
      ['It has 3 values for 2 columns', ['2', 'b']],
    ],
    ['a table that nobody knows', `INSERT INTO u VALUES (1);`, ['Nothing says which columns u has']],
    [
      'a call',
      `INSERT INTO t VALUES (1, now()); INSERT INTO t VALUES (2,'b');`,
      ['The values of a row cannot be read', ['2', 'b']],
    ],
    [
      'no values',
      `INSERT INTO t SELECT * FROM u;`,
      ['The statement is no INSERT INTO table (columns) VALUES (values)'],
    ],
    [
      'an end within a row',
      `INSERT INTO t VALUES (1,'a'),(2,`,
      [['1', 'a'], 'The statement ends within a row'],
    ],
    ['a text without an end', `INSERT INTO t VALUES (1,'a`, ['A text or comment has no end']],
  ])('says what is wrong with %s', async (_, text, rows) => {
    expect(await valuesOf(text)).toEqual(rows);
  });
});
