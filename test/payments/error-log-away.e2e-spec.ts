/** The error log is away for a day: what it is owed waits, is seen to wait, and comes to it once and in order. */
import { eventually } from '#test/eventually';
import { Stage, payment } from './stage';

const hoursAway = 24;

describe('While the error log is away for a day', () => {
  let stage: Stage;
  const down = (isDown: boolean, shares: object = { refuse: 1 }) =>
    stage.scenario({ shares, nonAnswersMax: 1_000, log: { down: isDown, fault: 'reset' } });

  beforeAll(async () => {
    stage = await Stage.start({ variables: { GATEWAY_ATTEMPTS_MAX: '2' } });
  });

  afterAll(() => stage.end());

  async function metric(name: string): Promise<number> {
    const { body } = await stage.world.anyone.get<string>('/metrics');
    return Number(new RegExp(`^${name}\\{what="report",[^}]*\\} (\\S+)$`, 'm').exec(body)?.[1]);
  }

  it('every report waits, is told of as a backlog, and arrives once when it is back', async () => {
    await down(true);
    const failing = Array.from({ length: 30 }, () => payment('online'));
    await stage.feed('online', failing);
    for (let hour = 0; hour < hoursAway; hour += 1) await stage.minutesPass(60);
    expect(await stage.logged()).toEqual([]);
    expect(await metric('plaza_payments_waiting')).toBe(30);
    expect(await metric('plaza_payments_oldest_waiting_seconds')).toBeGreaterThan(23 * 3_600);
    const { body } = await stage.staff.get('/v1/payments/errors?limit=100');
    for (const { status, deliveredAt } of body.items) {
      expect(['waiting', 'in-doubt']).toContain(status);
      expect(deliveredAt).toBeNull();
    }

    await down(false);
    for (let minute = 0; minute < 3; minute += 1) await stage.minutesPass(1);
    const logged = await stage.logged();
    expect(logged.map(({ payment_id: id }) => id).sort()).toEqual(
      failing.map(({ payment_id: id }) => id).sort(),
    );
    expect(await metric('plaza_payments_waiting')).toBe(0);
  }, 90_000);

  it('what failed of one payment is told in the order in which it did', async () => {
    await down(true, { error: 1 });
    const troubled = Array.from({ length: 5 }, (_, at) => payment('online', { account_id: 1_000_100 + at }));
    // Nobody knows the account; then it appears, and the gateway has no word; then staff decline; then it comes with other content.
    await stage.feed('online', troubled);
    await stage.minutesPass(1);
    await knowAccounts();
    for (let minute = 0; minute < 4; minute += 1) await stage.minutesPass(1);
    for (const { payment_id: id } of troubled) {
      const decided = await stage.staff.post(`/v1/payments/${id}/review`, { decision: 'decline' });
      expect(decided.status).toBe(200);
    }
    await stage.feed(
      'online',
      troubled.map((one) => ({ ...one, amount: 99 })),
    );
    await stage.minutesPass(10);
    await down(false);
    const told = await eventually(async () => {
      await stage.minutesPass(1);
      const logged = await stage.logged();
      const ofTroubled = troubled.map(({ payment_id: id }) =>
        logged.filter(({ payment_id: of }) => of === id).map(({ error_description: text }) => text),
      );
      for (const texts of ofTroubled) expect(texts).toHaveLength(4);
      return ofTroubled;
    }, 40_000);
    for (const texts of told) {
      expect(texts).toEqual([
        expect.stringContaining('The account is not known yet'),
        expect.stringContaining('The gateway gave no clear answer'),
        expect.stringContaining('Staff declined'),
        expect.stringContaining('came before with other content'),
      ]);
    }
  }, 90_000);

  async function knowAccounts(): Promise<void> {
    await stage.world.rows(
      `INSERT INTO payments.accounts (account_id, created_at)
       SELECT 1000100 + n, now() FROM generate_series(0, 4) AS n`,
    );
  }
});
