/** A gateway that is wrong for hours: it is left alone, and everything that needs no gateway goes on as if nothing were. */
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { withClient } from '@plaza/engines';
import { eventually } from '#test/eventually';
import { Stage, payment } from './stage';

/** A gateway that takes every request and says nothing about the first of them until it is told to. */
class SilentGateway {
  asked = 0;
  private readonly waiting: ServerResponse[] = [];
  private server: Server | undefined;

  constructor(private silentMax: number) {}

  async open(): Promise<string> {
    const server = createServer((request, response) => {
      this.asked += 1;
      request.resume();
      if (this.asked <= this.silentMax) this.waiting.push(response);
      else response.end('{}');
    });
    this.server = server;
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  get underWay(): number {
    return this.waiting.length;
  }

  /** Approves all that it was asked about, and what it will be. */
  speak(): void {
    this.silentMax = 0;
    for (const response of this.waiting.splice(0)) response.end('{}');
  }

  /** Cuts the connections of all that it was asked about. */
  hangUp(): void {
    for (const response of this.waiting.splice(0)) response.destroy();
  }

  async close(): Promise<void> {
    this.server?.closeAllConnections();
    await new Promise((resolve) => this.server?.close(resolve));
  }
}

const many = (type: 'online' | 'offline', count: number) =>
  Array.from({ length: count }, (_, at) => payment(type, { account_id: 1 + (at % 500) }));

/** A stage that waits for this gateway longer than any test takes. */
async function stageWith(gateway: SilentGateway, variables: Record<string, string> = {}): Promise<Stage> {
  const asked = { GATEWAY_URL: await gateway.open(), GATEWAY_TIMEOUT_MS: '120000' };
  return Stage.start({ variables: { ...asked, ...variables } });
}

async function endedWith(gateway: SilentGateway, stage: Stage): Promise<void> {
  gateway.speak();
  await stage.end();
  await gateway.close();
}

describe('While every call of the gateway hangs', () => {
  const gateway = new SilentGateway(Infinity);
  let stage: Stage;

  beforeAll(async () => {
    stage = await stageWith(gateway, { GATEWAY_CALLS_MAX: '8' });
  });

  afterAll(() => endedWith(gateway, stage));

  it('messages are taken and offline payments stored: none of them waits for one of the calls', async () => {
    for (let batch = 0; batch < 4; batch += 1) {
      expect((await stage.feed('online', many('online', 500))).status).toBe(202);
      expect((await stage.feed('offline', many('offline', 500))).status).toBe(202);
    }
    await eventually(() => {
      expect(gateway.underWay).toBe(8);
    });
    expect(await stage.census()).toMatchObject([
      { topic: 'offline', received: 2_000, stored: 2_000 },
      { topic: 'online', received: 2_000, open: 2_000, stored: 0 },
    ]);
    // No call has ended: what was done until here was done beside them.
    expect(gateway.asked).toBe(8);
    gateway.speak();
    await stage.world.settle();
    expect((await stage.census())[1]).toMatchObject({ open: 0, stored: 2_000 });
  });
});

describe('A call that hangs', () => {
  const gateway = new SilentGateway(4);
  let stage: Stage;

  beforeAll(async () => {
    stage = await stageWith(gateway);
  });

  afterAll(() => endedWith(gateway, stage));

  it('holds back no other payment', async () => {
    await stage.feed('online', many('online', 4));
    await eventually(() => {
      expect(gateway.underWay).toBe(4);
    });
    const quick = payment('online');
    await stage.feed('online', [quick]);
    await eventually(async () => {
      const { body } = await stage.staff.get(`/v1/payments/${quick.payment_id}`);
      expect(body.status).toBe('captured');
    });
    expect(gateway.underWay).toBe(4);
    expect(await stage.census()).toMatchObject([{ stored: 1, open: 4 }]);
  });
});

describe('A gateway that is given up while the database is slow', () => {
  const gateway = new SilentGateway(Infinity);
  let stage: Stage;

  beforeAll(async () => {
    stage = await stageWith(gateway);
  });

  afterAll(() => endedWith(gateway, stage));

  it('is asked again about what was in hand when it was given up', async () => {
    await stage.feed('online', many('online', 200));
    await eventually(() => {
      expect(gateway.underWay).toBe(16);
    });
    await withClient(stage.database.ownerUrl, async (database) => {
      await database.query('BEGIN');
      await database.query('LOCK TABLE payments.payments IN EXCLUSIVE MODE');
      await eventually(async () => {
        gateway.hangUp();
        expect([await stage.gatewayCallsMax(), gateway.underWay]).toEqual([0, 0]);
      });
      stage.world.clock.forwardMinutes(1);
      gateway.speak();
      await database.query('COMMIT');
    });
    const before = gateway.asked;
    await eventually(() => {
      expect(gateway.asked).toBeGreaterThan(before);
    });
    await stage.minutesPass(11);
    expect(await stage.census()).toMatchObject([{ stored: 200, open: 0 }]);
  });
});

describe('A gateway that answers nothing', () => {
  let stage: Stage;

  beforeAll(async () => {
    // Fewer than an hour of trying whether it answers again makes about the same payment.
    stage = await Stage.start({ variables: { GATEWAY_ATTEMPTS_MAX: '5' } });
  });

  afterAll(() => stage.end());

  const requests = async () =>
    ((await (await fetch(`${stage.simulator.url}/sent`)).json()) as { gateway: { requests: number } }).gateway
      .requests;

  it('is left alone after some calls, tried now and then, and asked about everything once it answers', async () => {
    await stage.scenario({ shares: { error: 1 }, nonAnswersMax: 1_000 });
    const waiting = many('online', 300);
    await stage.feed('online', waiting);
    await stage.world.settle();
    const before = await requests();
    expect(before).toBeGreaterThanOrEqual(20);
    expect(before).toBeLessThan(100);

    // An hour of it: a few calls each time that somebody looks, and everything else goes on.
    for (let look = 0; look < 12; look += 1) {
      stage.world.clock.forwardMinutes(5);
      await stage.world.settle();
    }
    const tries = (await requests()) - before;
    expect(tries).toBeLessThanOrEqual(16 * 12);
    // Enough to bring on payments that it leaves alone for some times each, when those are all that is left.
    expect(tries).toBeGreaterThan(8 * 12);
    await stage.minutesPass(0);
    await stage.feed('offline', many('offline', 50));
    expect(await stage.census()).toMatchObject([
      { topic: 'offline', stored: 50 },
      { topic: 'online', open: 300, review: 0 },
    ]);
    expect(await stage.gatewayCallsMax()).toBe(0);

    await stage.scenario({ shares: { approve: 1 } });
    await stage.minutesPass(11);
    expect((await stage.census())[1]).toMatchObject({ stored: 300, open: 0 });
    expect(await stage.gatewayCallsMax()).toBeGreaterThan(0);
  }, 60_000);

  it('counts no attempt for payments that it was not asked about', async () => {
    await stage.scenario({ shares: { error: 1 }, nonAnswersMax: 1_000 });
    const waiting = many('online', 300);
    await stage.feed('online', waiting);
    await stage.world.settle();
    const rows = await stage.world.rows<{ attempts: number; noted: number; claimed: boolean }>(
      `SELECT attempts, claimed_until IS NOT NULL AS claimed,
              (SELECT count(*)::integer FROM payments.attempts WHERE attempts.payment_id = payments.payment_id) AS noted
       FROM payments.payments WHERE status = 'open'`,
    );
    expect(rows).toHaveLength(300);
    for (const { attempts, noted, claimed } of rows) expect([attempts, claimed]).toEqual([noted, false]);
    expect(rows.filter(({ attempts }) => attempts === 0).length).toBeGreaterThan(200);
  });
});
