/** What an operator learns and does about payments from a terminal. */
import { randomBytes } from 'node:crypto';
import { userInfo } from 'node:os';
import { unframeMessage, type CensusEntry, type ReplayAnswer, type StreamStatus } from '@plaza/payments';
import { Sealing, type Sealed } from '@plaza/platform';
import { eventually } from '#test/eventually';
import { testKeys } from '#test/keys';
import { refused, refusing, refusingNoMore, stageAlone, stateOf } from '../payments/replay-stage';
import { payment, type Stage } from '../payments/stage';
import { plaza, plazaJson, RunningCommand } from './command';

describe('From a terminal', () => {
  let stage: Stage;
  const late = refused();

  beforeAll(async () => {
    stage = await stageAlone();
    await refusing(stage);
    await stage.feed('offline', [
      late,
      payment('offline'),
      ...Array.from({ length: 1_050 }, () => 'paper jam'),
    ]);
  });

  afterAll(() => stage.end());

  it('a dry run shows what a replay would do, and changes nothing', async () => {
    await refusingNoMore(stage);
    const before = await stateOf(stage.world);
    const { code, stdout } = await plaza(stage.world, 'replay', '--outcome', 'rejected', '--dry-run');
    expect(code).toBe(0);
    expect(stdout).toContain('1051 replayed, 1 would change; this was a dry run');
    expect(stdout).toMatch(/^rejected +stored +1$/m);
    expect(stdout).toMatch(/^rejected +rejected +1050$/m);
    expect(stdout).toMatch(/^offline\/0\/0 +rejected +stored +It is a valid payment now$/m);
    expect(await stateOf(stage.world)).toEqual(before);
  });

  it('a replay goes on until there is no more, and is kept with who did it', async () => {
    const done = await plazaJson<ReplayAnswer>(stage.world, 'replay', '--outcome', 'rejected');
    expect(done).toMatchObject({ dryRun: false, examined: 1_051, changed: 1 });
    expect(done.places).toHaveLength(100);
    const log = await stage.world.rows(
      'SELECT actor_kind, actor_id, examined FROM payments.replays ORDER BY replay_id',
    );
    const actor = { actor_kind: 'system', actor_id: `plaza cli, ${userInfo().username}` };
    expect(log).toEqual([
      { ...actor, examined: 1_000 },
      { ...actor, examined: 51 },
    ]);
  });

  it('one message is replayed by its place, and all of a payment by its id', async () => {
    const first = { topic: 'offline', partition: 0, offset: 0, before: 'stored', after: 'stored' };
    const byPlace = await plazaJson<ReplayAnswer>(stage.world, 'replay', '--place', 'offline/0/0');
    expect(byPlace).toMatchObject({ examined: 1, changed: 0, places: [first] });
    const byKey = await plazaJson<ReplayAnswer>(stage.world, 'replay', '--key', late.payment_id);
    expect(byKey).toMatchObject({ examined: 1, changed: 0, places: [first] });
  });

  it.each([
    [[], 'Name what to replay'],
    [['--place', 'offline/0/999999'], 'There is no message at this place'],
    [['--place', 'offline'], 'A place is topic/partition/offset'],
    [['--place', 'offline/0/0', '--outcome', 'rejected'], '--place names one message'],
    [['--outcome', 'rejected', '--from', 'yesterday'], 'An instant is written with its zone'],
  ])('a replay of %j is refused with a word why, and 1', async (args, word) => {
    const { code, stderr, stdout } = await plaza(stage.world, 'replay', ...args);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain(word);
  });

  it('help teaches what replaying means', async () => {
    const { code, stdout } = await plaza(stage.world, 'replay', '--help');
    expect(code).toBe(0);
    for (const word of ['--dry-run', 'Exit codes', 'final for that id', 'Examples'])
      expect(stdout).toContain(word);
  });

  it('the census and a payment are read, aligned or as JSON', async () => {
    const [entry] = await plazaJson<CensusEntry[]>(stage.world, 'census');
    expect(entry).toMatchObject({ topic: 'offline', received: 1_052, stored: 2, rejected: 1_050, gaps: 0 });
    const { stdout } = await plaza(stage.world, 'find', '--key', late.payment_id);
    expect(stdout).toMatch(/^status +captured$/m);
    expect(stdout).toMatch(/^amount +666$/m);
    expect(stdout).not.toContain(late.credit_card);
    expect(await plazaJson(stage.world, 'find', '--key', late.payment_id)).toMatchObject({
      payment: { id: late.payment_id, cardLast4: '1233' },
      attempts: [],
    });
  });

  it('what is read is in the audit log, with who read it', async () => {
    await plaza(stage.world, 'find', '--key', late.payment_id);
    const read = await stage.world.rows<{ table: string; actor: string }>(
      `SELECT DISTINCT schema_name || '.' || table_name AS table, actor_kind || ' ' || actor_id AS actor
       FROM audit.log JOIN audit.tables ON number = table_no WHERE action = 'S'`,
    );
    expect(read).toContainEqual({
      table: 'payments.payments',
      actor: `system plaza cli, ${userInfo().username}`,
    });
  });

  it('the stream is watched: a line for every change, until Ctrl-C', async () => {
    const [lines, json] = [
      new RunningCommand(stage.world, ['tail']),
      new RunningCommand(stage.world, ['tail', '--json']),
    ];
    await eventually(() => {
      expect([lines.lines.length, json.lines.length]).toEqual([1, 1]);
    });
    expect(lines.lines[0]).toMatch(
      /^offline\/0 1052 received \(2 stored, 1050 rejected\) \| open 0, parked 0, reports owed 1051, events waiting \d+ \| last received /,
    );
    await stage.feed('online', [payment('online')]);
    await eventually(() => {
      expect(lines.lines[1]).toContain('online/0 1 received (1 open) | open 1,');
      expect(json.lines[1]).toBeDefined();
    });
    const status = JSON.parse(json.lines[1] ?? '') as StreamStatus;
    expect(status).toMatchObject({
      open: 1,
      parked: 0,
      census: [{ topic: 'offline' }, { topic: 'online', open: 1 }],
    });
    expect((await lines.interrupt()).code).toBe(0);
    expect((await json.interrupt()).code).toBe(0);
  });

  /** The world itself goes on with the older key, so nothing comes after this. */
  it('a key is rotated: what the older one sealed is sealed anew, and then opens with the newer one alone', async () => {
    const key = randomBytes(32);
    const reseal = (...keys: string[]) =>
      new RunningCommand(stage.world, ['reseal'], { SEALING_KEYS: keys.join(',') }).ended;
    const count = (await stage.census()).reduce((sum, { received }) => sum + received, 0);

    // The older key was left out too early: nothing is lost by that, and it is said where.
    const tooEarly = await reseal(key.toString('base64'));
    expect(tooEarly.code).toBe(1);
    expect(tooEarly.stdout).toContain(
      `${count} messages looked at, 0 sealed anew; ${count} cannot be opened with the keys that are configured:\n  offline/0/0\n`,
    );
    const rotated = await reseal(key.toString('base64'), testKeys.SEALING_KEYS);
    expect({ code: rotated.code, stdout: rotated.stdout }).toEqual({
      code: 0,
      stdout: `${count} messages looked at, ${count} sealed anew; all are sealed by the newest key\n0 webhooks sealed anew\n`,
    });

    const sealed = await stage.world.rows<{ message: Sealed; card: Sealed | null }>(
      `SELECT sealed AS message, card_sealed AS card FROM payments.messages LEFT JOIN payments.payments
         USING (topic, partition, message_offset) ORDER BY topic, partition, message_offset`,
    );
    const newer = new Sealing([key]);
    const values = sealed.map(({ message }) => unframeMessage(newer.open(message)).value?.toString());
    expect(values).toHaveLength(count);
    expect(values[0]).toBe(JSON.stringify(late));
    expect(new Set(values.slice(2, 1_052))).toEqual(new Set(['paper jam']));
    const cards = sealed.flatMap(({ card }) => (card ? [newer.open(card).toString()] : []));
    expect(cards).toEqual([late.credit_card]);
  });
});
