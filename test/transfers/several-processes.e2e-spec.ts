/** Several processes at once, and processes that end in the middle: each record is taken once, and none is lost. */
import { eventually } from '#test/eventually';
import { testKeys } from '#test/keys';
import { PlazaProcess } from '../../chaos/support/plaza-process';
import { World } from '#test/world';
import { newKey, record, Stage } from './stage';

/** A busy machine is no reason to ask twice. */
const patient = { SCREENING_TIMEOUT_MS: '20000' };

const anotherProcess = ({ world: { database, clock }, simulator }: Stage) =>
  World.start({
    database,
    clock,
    processes: ['payments'],
    variables: { ...Stage.variables(simulator), ...patient },
  });

describe('Two processes', () => {
  let stage: Stage;
  let first: World;
  let second: World;

  beforeAll(async () => {
    stage = await Stage.start({ processes: ['api', 'worker'] });
    first = await anotherProcess(stage);
    await stage.followed();
    second = await anotherProcess(stage);
  });

  afterAll(async () => {
    await second.stop();
    await stage.end();
  });

  it('take each record once', async () => {
    await stage.screening({ latencyMs: { min: 0, max: 30 } });
    const keys = Array.from({ length: 60 }, newKey);
    await stage.owner.patch('/Transfer.json', Object.fromEntries(keys.map((key) => [key, record()])));
    await eventually(async () => {
      const rows = await stage.world.rows(`SELECT FROM transfers.records WHERE status = 'written-back'`);
      expect(rows).toHaveLength(keys.length);
    });
    expect((await stage.record()).written.map(({ path }) => path).sort()).toEqual(
      keys.map((key) => `/${key}`).sort(),
    );
    const { perStream, requests } = await stage.asked();
    expect([requests, Object.keys(perStream).length]).toEqual([2 * keys.length, 2 * keys.length]);
    expect(await stage.world.rows('SELECT FROM transfers.records WHERE claim <> 1')).toEqual([]);
  });

  it('follow the stream in turn: the second goes on when the first stops', async () => {
    expect((await stage.record()).opened).toBe(1);
    await first.stop();
    await stage.followed();
    expect((await stage.record()).opened).toBe(2);
    const key = await stage.put(newKey(), record());
    await stage.until(key, 'written-back');
  });
});

describe('A process', () => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await Stage.start({ processes: ['api', 'worker'] });
  });

  afterAll(() => stage.end());

  it('that is killed between taking and finishing leaves a record that is taken again', async () => {
    await stage.screening({ latencyMs: { min: 2_000, max: 2_000 } });
    const killed = await PlazaProcess.start('payments', {
      ...Stage.variables(stage.simulator),
      ...testKeys,
      ...patient,
      DATABASE_URL: stage.world.database.appUrl,
    });
    const key = await stage.put(newKey(), record());
    await stage.until(key, 'taken');
    await killed.kill();
    await stage.screening({});
    const next = await anotherProcess(stage);
    try {
      await next.settle();
      expect((await stage.story(key)).status).toBe('taken');
      await stage.minutesPass(7);
      await next.settle();
      await stage.until(key, 'written-back');
      expect((await stage.record()).written.map(({ path }) => path)).toEqual([`/${key}`]);
    } finally {
      await next.stop();
    }
  }, 60_000);
});
