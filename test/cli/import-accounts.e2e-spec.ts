/** The accounts of the original's SQL, brought in from a terminal, row by row. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { PaymentsService } from '@plaza/payments';
import { World } from '#test/world';
import { plaza, plazaJson } from './command';

const commandsMs = 180_000;

interface Report {
  rows: { line: number; key: string | null; outcome: string; words: string[] }[];
  summary: Record<string, number | boolean>;
}

const insert = (id: number | string, name = 'Franklin Graves', birthdate = '1997-03-25') =>
  `INSERT INTO accounts(account_id,name,email,birthdate) VALUES(${String(id)},'${name}','account.${String(id)}@hotmail.com','${birthdate}');`;

const original = Array.from({ length: 2_000 }, (_, at) => insert(at + 1)).join('\n');
/** Everything that is not as it should be, each in a line of its own. */
const faulty = [
  insert(3_001, ' Ann  Mill '),
  insert(3_002, "O'Brien"),
  insert(3_003, 'Ann Mill', '1997-02-30'),
  insert(0),
  insert(3_001),
  insert(1, 'Somebody Else'),
  insert(2),
  `INSERT INTO payments VALUES ('x', 1, 'online', NULL, 1);`,
].join('\n');

describe('From a terminal, accounts', () => {
  let world: World;
  let folder: string;
  const file = (name: string) => join(folder, name);
  const count = async () =>
    (await world.rows<{ count: number }>('SELECT count(*)::integer AS count FROM payments.accounts'))[0]
      ?.count;

  beforeAll(async () => {
    world = await World.start();
    folder = await mkdtemp(join(tmpdir(), 'plaza-import-'));
    await writeFile(file('accounts.sql'), `\ufeff-- the original's seed\r\n${original}\r\n`);
    await writeFile(file('faulty.sql'), faulty);
  });

  afterAll(async () => {
    await rm(folder, { recursive: true, force: true });
    await world.end();
  });

  it(
    'are only looked at by a dry run',
    async () => {
      const { code, stdout } = await plaza(world, 'import', 'accounts', file('accounts.sql'), '--dry-run');
      expect([code, stdout]).toEqual([
        0,
        '2000 rows: 2000 taken, 0 repaired, 0 unchanged, 0 kept, 0 refused; this was a dry run, nothing was written\n',
      ]);
      expect(await count()).toBe(0);
    },
    commandsMs,
  );

  it(
    'are brought in with their numbers; payments that waited for them are taken up, and new numbers begin behind them',
    async () => {
      const waiting = { payment_id: randomUUID(), account_id: 1_999, payment_type: 'offline', amount: 30 };
      const place = {
        topic: 'offline',
        partition: 0,
        offset: 0n,
        key: null,
        headers: {},
        timestamp: new Date(),
      };
      await world.app
        .get(PaymentsService)
        .receive([{ ...place, value: Buffer.from(JSON.stringify(waiting)) }]);
      const { summary } = await plazaJson<Report>(world, 'import', 'accounts', file('accounts.sql'));
      expect(summary).toEqual({
        rows: 2_000,
        taken: 2_000,
        repaired: 0,
        unchanged: 0,
        kept: 0,
        refused: 0,
        dryRun: false,
      });
      await world.settle();
      expect(await world.rows('SELECT status FROM payments.payments')).toEqual([{ status: 'stored' }]);
      const [made] = await world.rows<{ account_id: number }>(
        `INSERT INTO payments.accounts (name, created_at) VALUES ('Next', now()) RETURNING account_id`,
      );
      expect(made?.account_id).toBe(2_001);
      const again = await plazaJson<Report>(world, 'import', 'accounts', file('accounts.sql'));
      expect(again.summary).toMatchObject({ rows: 2_000, taken: 0, unchanged: 2_000, refused: 0 });
    },
    commandsMs,
  );

  it(
    'that are not as they should be are repaired, kept or refused, each with a word why',
    async () => {
      const before = await count();
      const dry = await plaza(
        world,
        'import',
        'accounts',
        file('faulty.sql'),
        '--dry-run',
        '--format',
        'csv',
      );
      const done = await plaza(world, 'import', 'accounts', file('faulty.sql'), '--format', 'csv');
      expect(done).toMatchObject({ code: 1, stdout: dry.stdout });
      expect(done.stdout.split('\r\n')).toEqual([
        'line,key,outcome,words',
        '1,3001,repaired,name: blanks put in order',
        '2,,refused,A text has no end: perhaps a quote in it is not doubled',
        '3,3003,repaired,birthdate was no date: none',
        '4,0,refused,"account_id is not a positive whole number, by which payments would know it"',
        '5,3001,refused,This account stands in the file before',
        '6,1,kept,"It is here already with other content, which stays"',
        '7,2,unchanged,',
        '8,,refused,"It is a row of payments, and only accounts are taken"',
        '',
      ]);
      expect(await count()).toBe((before ?? 0) + 2);
      expect(
        await world.rows(
          'SELECT name FROM payments.accounts WHERE account_id IN (1, 3001) ORDER BY account_id',
        ),
      ).toEqual([{ name: 'Franklin Graves' }, { name: 'Ann Mill' }]);
    },
    commandsMs,
  );

  it(
    'from a file that is not there are refused',
    async () => {
      const { code, stderr } = await plaza(world, 'import', 'accounts', file('nowhere.sql'));
      expect(code).toBe(1);
      expect(stderr).toContain('cli.file-unreadable');
    },
    commandsMs,
  );
});
