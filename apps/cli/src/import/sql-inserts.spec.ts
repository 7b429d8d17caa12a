import { insertedRows, type InsertedRow } from './sql-inserts';
import type { SourceLine } from './source-lines';

async function* lines(text: string): AsyncGenerator<SourceLine> {
  for (const [at, line] of text.split('\n').entries())
    yield await Promise.resolve({ number: at + 1, text: line === '\u0000' ? null : line });
}

async function read(text: string): Promise<InsertedRow[]> {
  const rows: InsertedRow[] = [];
  for await (const row of insertedRows(lines(text))) rows.push(row);
  return rows;
}

const values = async (text: string) =>
  (await read(text)).map((row) => ('fault' in row ? row.fault : row.values));

describe('Rows of SQL inserts', () => {
  it('are read with their line, table and columns', async () => {
    expect(
      await read(
        `-- seed\nINSERT INTO accounts(account_id,name) VALUES(1,'Franklin Graves');\n\ninsert into public."Accounts" values (2, NULL);`,
      ),
    ).toEqual([
      { line: 2, table: 'accounts', columns: ['account_id', 'name'], values: ['1', 'Franklin Graves'] },
      { line: 4, table: 'accounts', columns: null, values: ['2', null] },
    ]);
  });

  it.each([
    ['quotes that are doubled', `INSERT INTO t VALUES ('O''Brien');`, [["O'Brien"]]],
    ['signs of SQL in a text', `INSERT INTO t VALUES ('a;b,(c) -- d');`, [['a;b,(c) -- d']]],
    ['a text of two lines', `INSERT INTO t VALUES ('a\nb');`, [['a\nb']]],
    ['a text of two lines, the first ended as a statement', `INSERT INTO t VALUES ('a;\nb');`, [['a;\nb']]],
    [
      'several rows, one a line',
      `INSERT INTO t VALUES\n(1,'a'),\n(2,'b');`,
      [
        ['1', 'a'],
        ['2', 'b'],
      ],
    ],
    ['several statements in a line', `INSERT INTO t VALUES (1); INSERT INTO t VALUES (2);`, [['1'], ['2']]],
    ['a cast', `INSERT INTO t VALUES ('1997-03-25'::date, 1);`, [['1997-03-25', '1']]],
    ['comments', `/* one */ INSERT INTO t /* two */ VALUES (1); -- three`, [['1']]],
    [
      'other statements around it',
      `BEGIN;\nCREATE TABLE t (id int);\nINSERT INTO t VALUES (1);\nCOMMIT;`,
      [['1']],
    ],
    ['no end', `INSERT INTO t VALUES (1)`, [['1']]],
  ])('are read with %s', async (_, text, expected) => {
    expect(await values(text)).toEqual(expected);
  });

  it('that cannot be read are faults, and take none behind them along', async () => {
    const sound = `INSERT INTO t VALUES ('sound');`;
    const faulty = [
      `INSERT INTO t VALUES ('O'Brien');`,
      `INSERT INTO t VALUES ('it's', 'open);`,
      `INSERT INTO t VALUES (1, now());`,
      `INSERT INTO t (a, b) VALUES (1);`,
      `INSERT INTO t SELECT * FROM u;`,
      '\u0000',
    ];
    for (const one of faulty) {
      const [first, second, ...more] = await values(`${one}\n${sound}`);
      expect([typeof first, second, more]).toEqual(['string', ['sound'], []]);
    }
  });
});
