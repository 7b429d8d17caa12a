/** The census from a terminal: what it shows, in which colours, and with which exit code. */
import { userInfo } from 'node:os';
import { PaymentsService, type AlarmView, type CensusEntry, type TallyFault } from '@plaza/payments';
import { withClient } from '@plaza/engines';
import { stageAlone } from '../payments/replay-stage';
import { payment, type Stage } from '../payments/stage';
import { plaza, plazaJson, RunningCommand } from './command';

/** Every command is a process of its own. */
const commandsMs = 120_000;
const green = '\u001b[32m';

describe('From a terminal, the census', () => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await stageAlone();
    await stage.feed('offline', [payment('offline'), 'paper jam']);
  });

  afterAll(() => stage.end());

  const take = (offset: bigint) =>
    stage.world.app.get(PaymentsService).receive([
      {
        topic: 'online',
        partition: 3,
        offset,
        key: null,
        headers: {},
        value: Buffer.from(JSON.stringify(payment('online'))),
        timestamp: new Date('2026-01-01T10:00:00Z'),
      },
    ]);

  it(
    'is plain text where nobody sees colours, and coloured where somebody does',
    async () => {
      const piped = await plaza(stage.world, 'census');
      expect(piped.code).toBe(0);
      expect(piped.stdout).toMatch(/^topic +partition +received +stored /);
      expect(piped.stdout).not.toContain('\u001b');
      const seen = await new RunningCommand(stage.world, ['census'], { FORCE_COLOR: '1' }).ended;
      expect(seen.stdout).toContain(green);
      expect(seen.stdout.replaceAll(/\u001b\[\d+m/g, '')).toBe(piped.stdout);
      const unseen = await new RunningCommand(stage.world, ['census'], { FORCE_COLOR: '1', NO_COLOR: '1' })
        .ended;
      expect(unseen.stdout).toBe(piped.stdout);
    },
    commandsMs,
  );

  it(
    'names what is missing and the alarm about it, and exits with 1 until somebody has seen it',
    async () => {
      await take(4n);
      await take(7n);
      await take(9n);
      const told = await plaza(stage.world, 'census');
      expect(told.code).toBe(1);
      expect(told.stdout).toContain('missing in online/3: 5-6, 8');
      expect(told.stdout).toMatch(/^ALARM offsets-missing online\/3 5-8 \(/m);
      const [online] = (
        JSON.parse((await plaza(stage.world, 'census', '--json')).stdout) as CensusEntry[]
      ).filter(({ topic }) => topic === 'online');
      expect(online).toMatchObject({ received: 3, gaps: 3 });

      const [alarm] = await plazaJson<AlarmView[]>(stage.world, 'alarms', 'list');
      if (!alarm) throw new Error('There is no alarm');
      const seen = await plazaJson<AlarmView>(
        stage.world,
        ...['alarms', 'acknowledge', alarm.id, '--note', 'An hour of retention'],
      );
      expect(seen).toMatchObject({
        acknowledgedBy: { kind: 'system', id: `plaza cli, ${userInfo().username}` },
        note: 'An hour of retention',
      });
      expect((await plaza(stage.world, 'census')).stdout).not.toContain('ALARM');
      expect((await plaza(stage.world, 'alarms', 'list')).stdout).toBe('(none)\n');
      expect((await plaza(stage.world, 'alarms', 'list', '--all')).stdout).toContain('plaza cli');
    },
    commandsMs,
  );

  it(
    'is held against the log itself, message by message',
    async () => {
      expect((await plaza(stage.world, 'census', '--recount')).stdout).toContain('the tallies are right');
      await withClient(stage.database.ownerUrl, (owner) =>
        owner.query(
          `INSERT INTO payments.tallies (topic, partition, outcome, messages) VALUES ('offline', 0, 'stored', 2)`,
        ),
      );
      const { code, stdout } = await plaza(stage.world, 'census', '--recount', '--json');
      expect(code).toBe(1);
      expect(JSON.parse(stdout) as TallyFault[]).toEqual([
        { topic: 'offline', partition: 0, outcome: 'stored', tallied: 3, counted: 1 },
      ]);
    },
    commandsMs,
  );

  it.each(['census', 'alarms', 'find', 'tail', 'replay'])(
    '%s teaches by its help',
    async (command) => {
      const { code, stdout } = await plaza(stage.world, command, '--help');
      expect(code).toBe(0);
      expect(stdout).toContain('Examples:');
      expect(stdout).toContain('Exit codes:');
    },
    commandsMs,
  );
});
