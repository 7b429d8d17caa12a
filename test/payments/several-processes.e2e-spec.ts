/** Several payments processes at once, and processes that end in the middle: one effect each, and nothing lost. */
import { withClient } from '@plaza/engines';
import type { ForeignMessage } from '@plaza/messaging';
import { GatewayCalls, PaymentsService } from '@plaza/payments';
import { World } from '#test/world';
import { Stage, payment, sumOf } from './stage';

function messages(topic: 'online' | 'offline', payments: readonly object[], partition = 0): ForeignMessage[] {
  return payments.map((one, at) => ({
    topic,
    partition,
    offset: BigInt(at),
    key: Buffer.from('till-7'),
    headers: { trace: Buffer.from('abc') },
    value: Buffer.from(JSON.stringify(one)),
    timestamp: new Date(),
  }));
}

describe('Two payments processes', () => {
  let stage: Stage;
  let other: World;

  beforeEach(async () => {
    stage = await Stage.start();
    await stage.scenario({ shares: { approve: 1 } });
    other = await World.start({
      database: stage.database,
      clock: stage.world.clock,
      processes: ['payments'],
      variables: { GATEWAY_URL: stage.simulator.url, ERROR_LOG_URL: stage.simulator.url },
    });
  });

  afterEach(async () => {
    await other.stop();
    await stage.end();
  });

  const services = () => [stage.world.app.get(PaymentsService), other.app.get(PaymentsService)] as const;

  it('that take the same stretch of a topic, as after a rebalance, take it once', async () => {
    const stretch = messages(
      'offline',
      Array.from({ length: 300 }, () => payment('offline')),
    );
    const [one, two] = services();
    await Promise.all([
      one.receive(stretch.slice(0, 200)),
      two.receive(stretch.slice(100)),
      one.receive(stretch.slice(50, 250)),
      two.receive(stretch),
    ]);
    expect(await stage.census()).toMatchObject([{ received: 300, stored: 300, gaps: 0 }]);
  });

  it('that take the same payments on different partitions take each once', async () => {
    const payments = Array.from({ length: 200 }, (_, at) =>
      payment('offline', { account_id: 1 + (at % 50) }),
    );
    const [one, two] = services();
    for (let from = 0; from < 200; from += 50) {
      const part = payments.slice(from, from + 50);
      const changed = part.map((sound) => ({ ...sound, amount: 31 }));
      await Promise.all([
        one.receive(messages('offline', part, from)),
        two.receive(messages('offline', [...part].reverse(), from + 1)),
        one.receive(messages('offline', changed, from + 2)),
        two.receive(messages('offline', changed.reverse(), from + 3)),
      ]);
    }
    const census = await stage.census();
    const total = (outcome: 'stored' | 'duplicate' | 'conflicting') =>
      census.reduce((sum, entry) => sum + entry[outcome], 0);
    expect(total('stored')).toBe(200);
    expect(total('duplicate')).toBe(200);
    expect(total('conflicting')).toBe(400);
    for (const entry of census) expect(sumOf(entry)).toBe(entry.received);
  });

  it('ask the gateway once about each payment', async () => {
    const online = Array.from({ length: 400 }, () => payment('online'));
    const [one] = services();
    await one.receive(messages('online', online));
    await Promise.all([stage.world.settle(), other.settle()]);
    expect(await stage.census()).toMatchObject([{ received: 400, stored: 400, open: 0 }]);
    const sent = (await (await fetch(`${stage.simulator.url}/sent`)).json()) as {
      gateway: { requests: number };
    };
    expect(sent.gateway.requests).toBe(400);
  });
});

describe('A payments process', () => {
  let stage: Stage;

  beforeEach(async () => {
    stage = await Stage.start();
  });

  afterEach(() => stage.end());

  it('that ended while it asked leaves a payment that is asked about again, and the attempt is not forgotten', async () => {
    await stage.scenario({ shares: { error: 1 }, nonAnswersMax: 1 });
    const sound = payment('online');
    await stage.world.app.get(PaymentsService).receive(messages('online', [sound]));
    await stage.world.settle();
    // As the database is when the process ends between claiming the payment a second time and noting an answer.
    await stage.world.rows(
      `UPDATE payments.payments SET attempts = 2, claimed_at = $1, claimed_until = $2 WHERE payment_id = $3`,
      [stage.world.clock.now(), new Date(stage.world.clock.now().getTime() + 30_000), sound.payment_id],
    );
    stage.world.clock.forwardSeconds(20);
    await stage.world.settle();
    const path = `/v1/payments/${sound.payment_id}`;
    expect((await stage.staff.get(path)).body).toMatchObject({ status: 'pending', attempts: 2 });
    stage.world.clock.forwardSeconds(20);
    await stage.world.settle();
    expect((await stage.staff.get(path)).body).toMatchObject({ status: 'captured', attempts: 3 });
    expect((await stage.staff.get(`${path}/attempts`)).body.items).toMatchObject([
      { number: 1, outcome: 'unknown', answer: expect.stringContaining('error') },
      { number: 2, outcome: 'unknown', tookMs: null, answer: expect.stringContaining('ended before') },
      { number: 3, outcome: 'approved' },
    ]);
  });

  it('that stops finishes its calls and gives back what it has not asked about', async () => {
    await stage.scenario({ shares: { approve: 1 }, latencyMs: { min: 300, max: 400 } });
    const online = Array.from({ length: 120 }, () => payment('online'));
    await stage.world.app.get(PaymentsService).receive(messages('online', online));
    const calls = stage.world.app.get(GatewayCalls);
    const work = calls.work();
    await calls.beforeApplicationShutdown();
    await work;
    const [row] = await stage.world.rows<{ claimed: string; stored: string; open: string }>(
      `SELECT count(*) FILTER (WHERE claimed_until IS NOT NULL) AS claimed,
              count(*) FILTER (WHERE status = 'stored') AS stored,
              count(*) FILTER (WHERE status = 'open') AS open FROM payments.payments`,
    );
    expect(row?.claimed).toBe('0');
    expect(Number(row?.stored) + Number(row?.open)).toBe(120);
  });

  it('keeps a message that cannot be stored, with the reason, and takes the others', async () => {
    const bad = payment('offline', { amount: 666 });
    const sound = Array.from({ length: 20 }, () => payment('offline'));
    await refuseAmount(stage, 666);
    const service = stage.world.app.get(PaymentsService);
    await service.receive(messages('offline', [...sound.slice(0, 7), bad, ...sound.slice(7)]));
    expect(await stage.census()).toMatchObject([{ received: 21, stored: 20, rejected: 1 }]);
    expect((await stage.outcomes('offline'))[7]).toBe('rejected: cannot-be-stored');
    await stage.world.settle();
    expect(await stage.logged()).toMatchObject([
      { error_type: 'database', error_description: expect.stringContaining('could not be stored (23514)') },
    ]);
  });
});

/** Makes the database refuse one payment for a reason of its own. */
async function refuseAmount(stage: Stage, amount: number): Promise<void> {
  await withClient(stage.database.ownerUrl, (owner) =>
    owner.query(
      `ALTER TABLE payments.payments ADD CONSTRAINT no_such_amount CHECK (amount <> ${String(amount)})`,
    ),
  );
}
