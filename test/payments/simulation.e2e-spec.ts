/** A whole simulation of the stranger's: its own record of what it sent and was asked is what Plaza is measured by. */
import type { CensusEntry } from '@plaza/payments';
import { eventually } from '#test/eventually';
import { Stage, sumOf } from './stage';

interface Sent {
  running: boolean;
  total: number;
  perTopicAndCase: Record<'online' | 'offline', Record<string, number>>;
  gateway: {
    payments: { asked: number; approved: number; refused: number; unanswered: number };
    refusedRequests: number;
    idempotencyKey: { missing: number; differing: number };
  };
}

const rejected = [
  ...['type-contradicts-topic', 'not-json', 'truncated', 'single-quoted', 'array-of-one', 'not-utf8'],
  ...['account-zero', 'account-negative', 'account-text'],
  ...['amount-zero', 'amount-negative', 'amount-fractional', 'amount-text'],
];

describe('A simulation', () => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await Stage.start();
    await stage.scenario({
      shares: { approve: 0.6, refuse: 0.15, malformed: 0.05, error: 0.1, timeout: 0.02, reset: 0.08 },
      nonAnswersMax: 1,
    });
    const started = await fetch(`${stage.simulator.url}/start?count=1000&seconds=0`);
    expect(started.status).toBe(202);
  });

  afterAll(() => stage.end());

  async function sent(): Promise<Sent> {
    return (await (await fetch(`${stage.simulator.url}/sent`)).json()) as Sent;
  }

  it('is accounted for to the last message, by outcome', async () => {
    const [offline, online] = await eventually(async (): Promise<[CensusEntry, CensusEntry]> => {
      const record = await sent();
      const entries = await stage.census();
      const [one, other] = entries;
      expect(record.running).toBe(false);
      if (!one || !other) throw new Error('Nothing was received yet');
      expect(one.received + other.received).toBe(record.total);
      expect(other.open).toBe(0);
      return [one, other];
    }, 40_000);
    const { perTopicAndCase, gateway } = await sent();
    const count = (topic: 'online' | 'offline', ...cases: string[]) =>
      cases.reduce((sum, one) => sum + (perTopicAndCase[topic][one] ?? 0), 0);

    for (const entry of [offline, online]) {
      const topic = entry.topic as 'online' | 'offline';
      expect(sumOf(entry)).toBe(entry.received);
      expect(entry).toMatchObject({
        firstOffset: 0,
        lastOffset: entry.received - 1,
        gaps: 0,
        duplicate: count(topic, 'repeated'),
        conflicting: count(topic, 'conflicting'),
        parked: count(topic, 'account-unknown'),
        rejected: count(topic, ...rejected),
      });
    }
    expect(online).toMatchObject({ stored: gateway.payments.approved, declined: gateway.payments.refused });
    expect(gateway.payments.unanswered).toBe(0);
    expect(gateway.payments.asked).toBe(online.stored + online.declined);
    expect(gateway).toMatchObject({ refusedRequests: 0, idempotencyKey: { missing: 0, differing: 0 } });
  }, 60_000);

  it('has exactly one report in the error log for each payment that failed', async () => {
    const failed = (await stage.census()).reduce(
      (sum, { declined, rejected: refused, parked, conflicting }) =>
        sum + declined + refused + parked + conflicting,
      0,
    );
    await eventually(async () => {
      expect(await stage.logged()).toHaveLength(failed);
    }, 30_000);
    await stage.world.settle();
    const logged = await stage.logged();
    expect(logged).toHaveLength(failed);
    expect(new Set(logged.map(({ error_description: description }) => description)).size).toBe(failed);
    const declined = (await stage.census()).reduce((sum, entry) => sum + entry.declined, 0);
    expect(logged.filter(({ error_type: type }) => type === 'network')).toHaveLength(declined);
  }, 60_000);

  it('has moved the last payment date of every account that paid, and of no other', async () => {
    const [differing] = await stage.world.rows<{ count: string }>(
      `SELECT count(*) FROM payments.accounts
       FULL JOIN (SELECT account_id, max(captured_at) AS paid FROM payments.payments
                  WHERE status = 'stored' GROUP BY account_id) AS payer USING (account_id)
       WHERE accounts.last_payment_date IS DISTINCT FROM payer.paid`,
    );
    expect(differing).toEqual({ count: '0' });
  });

  it('has announced every payment that was captured, declined, parked or rejected, once', async () => {
    const announced = (await stage.census()).reduce(
      (sum, { stored, declined, parked, rejected: refused }) => sum + stored + declined + parked + refused,
      0,
    );
    const { body: metrics } = await stage.world.anyone.get<string>('/metrics');
    const relayed = /plaza_outbox_relayed_total\{topic="payments.events".*\} (\d+)/.exec(metrics)?.[1];
    expect(Number(relayed)).toBe(announced);
  });

  it('can be sent again: everything is known by then, and nothing has a second effect', async () => {
    const before = await stage.census();
    const logged = await stage.logged();
    expect(logged.length).toBeGreaterThan(0);
    const stored = await stage.world.rows('SELECT payment_id FROM payments.payments');
    await fetch(`${stage.simulator.url}/start?count=1000&seconds=0`);
    await eventually(async () => {
      expect((await sent()).running).toBe(false);
      const received = (await stage.census()).reduce((sum, entry) => sum + entry.received, 0);
      expect(received).toBe(2_000);
    }, 40_000);
    await stage.world.settle();
    expect(await stage.world.rows('SELECT payment_id FROM payments.payments')).toHaveLength(stored.length);
    for (const entry of await stage.census()) {
      const earlier = before.find(({ topic }) => topic === entry.topic);
      expect(entry).toMatchObject({ stored: earlier?.stored, declined: earlier?.declined, open: 0 });
      expect(sumOf(entry)).toBe(entry.received);
    }
    expect((await sent()).gateway.payments.asked).toBe(0);
  }, 60_000);
});
