/** What was committed survives the loss of the server that has it: a copy of its data and its log make another. */
import {
  BACKUP_NAME,
  keepWal,
  removePostgres,
  restorePostgres,
  startPostgres,
  takeBackup,
  until,
  withClient,
  type PostgresServer,
} from '@plaza/engines';
import { afterwards, newFolder, newPort } from './places';

const soonMs = 20_000;
/** More than a file of the log holds, so that there are several. */
const rowBytes = 400_000;
const rowsBeforeLoss = 60;

let server: PostgresServer;
let serverFolder: string;
let backups: string;
/** Of all commits that the server has told of. */
const told: number[] = [];
/** The disk of a test's machine is slow, and here no power goes. */
const settings = { fsync: 'off' };
let again: PostgresServer;

async function restored(instant?: Date): Promise<PostgresServer> {
  const made = await restorePostgres({
    from: backups,
    folder: newFolder(),
    port: await newPort(),
    settings,
    ...(instant && { until: instant }),
  });
  afterwards(() => made.stop());
  return made;
}

function numbers({ url }: PostgresServer): Promise<number[]> {
  return withClient(url, async (client) => {
    const { rows } = await client.query<{ number: number }>('SELECT number FROM kept ORDER BY number');
    return rows.map(({ number }) => number);
  });
}

/** Whether the backup has everything that was committed by now. */
function isReceived({ url }: PostgresServer): Promise<boolean> {
  return withClient(url, async (client) => {
    const { rowCount } = await client.query(
      `SELECT FROM pg_stat_replication WHERE application_name = $1 AND flush_lsn >= pg_current_wal_flush_lsn()`,
      [BACKUP_NAME],
    );
    return rowCount === 1;
  });
}

/** One commit each, until the server is no more. */
async function write(onTold: () => void): Promise<void> {
  await withClient(server.url, async (client) => {
    for (let number = 1; ; number += 1) {
      await client.query(
        `INSERT INTO kept SELECT $1::int, string_agg(md5($1::text || ':' || i), '') FROM generate_series(1, $2::int) AS i`,
        [number, rowBytes / 32],
      );
      told.push(number);
      onTold();
    }
  });
}

beforeAll(async () => {
  serverFolder = newFolder();
  backups = newFolder();
  server = await startPostgres({
    folder: serverFolder,
    port: await newPort(),
    settings: { ...settings, synchronous_standby_names: BACKUP_NAME },
  });
  afterwards(() => server.stop());
  const receiver = await keepWal(server, backups);
  afterwards(() => receiver.stop());
  await withClient(server.url, (client) =>
    client.query('CREATE TABLE kept (number int PRIMARY KEY, filling text)'),
  );

  let enough = (): void => undefined;
  const isEnough = new Promise<void>((resolve) => (enough = resolve));
  const writing = write(() => {
    if (told.length === rowsBeforeLoss) enough();
  });
  await takeBackup(server, backups);
  await Promise.race([isEnough, writing]);
  process.kill(server.pid, 'SIGKILL');
  await expect(writing).rejects.toThrow();
  await receiver.stop();
  await removePostgres(serverFolder);
}, 120_000);

test('A server that is lost while it writes is made again with everything that it had told of', async () => {
  again = await restored();
  const kept = await numbers(again);
  expect(kept.slice(0, told.length)).toEqual(told);
  // What was committed and not told any more may be there, too.
  expect(kept.length - told.length).toBeLessThanOrEqual(1);
  await withClient(again.url, (client) => client.query('INSERT INTO kept VALUES (0)'));
}, 60_000);

test('A server is made again as it was before a mistake', async () => {
  backups = newFolder();
  const receiver = await keepWal(again, backups);
  await takeBackup(again, backups);
  const mistakeAt = await withClient(again.url, async (client) => {
    await client.query('INSERT INTO kept VALUES (-1)');
    // As fine as a date of JavaScript, and after what was committed.
    const { rows } = await client.query<{ next: Date }>(
      `SELECT date_trunc('milliseconds', clock_timestamp()) + interval '1 millisecond' AS next`,
    );
    const next = rows[0]?.next ?? new Date(Number.NaN);
    await client.query('SELECT pg_sleep_until($1)', [next]);
    await client.query('DELETE FROM kept');
    return next;
  });
  expect(await until(() => isReceived(again), soonMs)).toBe(true);
  await receiver.stop();
  expect(await numbers(again)).toEqual([]);
  const before = await restored(mistakeAt);
  expect(await numbers(before)).toEqual(expect.arrayContaining([-1, 0, ...told]));
  await before.stop();
}, 60_000);

test('A server is not made of a log that does not reach the instant, or where there is one already', async () => {
  await expect(restored(new Date('2999-01-01'))).rejects.toThrow();
  await again.stop();
  const over = restorePostgres({ from: backups, folder: again.folder, port: again.port });
  await expect(over).rejects.toThrow('has data already');
  const fromNowhere = restorePostgres({ from: newFolder(), folder: newFolder(), port: again.port });
  await expect(fromNowhere).rejects.toThrow('There is no backup');
}, 60_000);
