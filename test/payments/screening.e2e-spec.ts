/** Online payments are screened before the gateway is asked, where a screening service is configured. */
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { World } from '#test/world';
import { Stage, payment, type PaymentFields } from './stage';

/** A screening service that answers as it is told. */
class ScreeningService {
  readonly asked: string[] = [];
  behaviour: number | 'empty' | 'fault' | 'silent' | 'down' | 'rubbish' = 20;
  segments: string[] = [];
  private server: Server | undefined;

  async open(): Promise<string> {
    const server = createServer((request, response) => {
      this.asked.push(decodeURIComponent(request.url ?? ''));
      this.answer(response);
    });
    this.server = server;
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  askedAbout(paymentId: string): number {
    return this.asked.filter((url) => url.includes(paymentId)).length;
  }

  async close(): Promise<void> {
    this.server?.closeAllConnections();
    await new Promise((resolve) => this.server?.close(resolve));
  }

  private answer(response: ServerResponse): void {
    const { behaviour } = this;
    if (behaviour === 'silent') return;
    if (behaviour === 'down') response.writeHead(503).end('Down');
    else if (behaviour === 'rubbish') response.end('<html>');
    else if (behaviour === 'fault') response.end(JSON.stringify({ Status: 'ERROR' }));
    else {
      const RISKREPQ = behaviour === 'empty' ? [] : [`TQ1;C0;11;20.27;${behaviour}`];
      response.end(JSON.stringify({ Status: 'OK', Ver: '4.2.4', Data: { SEG: this.segments, RISKREPQ } }));
    }
  }
}

const limits = { SCREENING_TIMEOUT_MS: '1500', SCREENING_RISK_MAX: '80' };

describe('A payment, where payments are screened', () => {
  const service = new ScreeningService();
  let stage: Stage;

  beforeAll(async () => {
    stage = await Stage.start({ variables: { SCREENING_URL: await service.open(), ...limits } });
  });

  beforeEach(() => stage.scenario({ shares: { approve: 1 } }));

  afterAll(async () => {
    await stage.end();
    await service.close();
  });

  const look = async (id: string) => (await stage.staff.get(`/v1/payments/${id}`)).body;
  const screeningOf = (id: string) => stage.staff.get(`/v1/payments/${id}/screening`);

  async function fed(
    behaviour: ScreeningService['behaviour'],
    fields: Partial<PaymentFields> = {},
  ): Promise<string> {
    service.behaviour = behaviour;
    const sound = payment('online', fields);
    await stage.feed('online', [sound]);
    await stage.world.settle();
    return sound.payment_id;
  }

  it('goes on to the gateway when its risk is within the limit, and the whole answer is kept', async () => {
    const id = await fed(80);
    expect(await look(id)).toMatchObject({ status: 'captured', attempts: 1 });
    expect(await screeningOf(id)).toMatchObject({
      status: 200,
      body: {
        ...{ paymentId: id, risk: 80, result: 20, riskMax: 80, verdict: 'allow', fault: null },
        httpStatus: 200,
        answer: '{"Status":"OK","Ver":"4.2.4","Data":{"SEG":[],"RISKREPQ":["TQ1;C0;11;20.27;80"]}}',
        tookMs: expect.any(Number),
      },
    });
    expect(service.askedAbout(id)).toBe(1);
  });

  it('has the whole answer kept, however many segments it tells of', async () => {
    service.segments = Array.from({ length: 5_000 }, (_, at) => `SEG1;${at};11;20.27;42`);
    const id = await fed(20);
    const { answer } = (await screeningOf(id)).body;
    expect(JSON.parse(answer)).toMatchObject({ Data: { SEG: service.segments } });
    service.segments = [];
  });

  it('goes to review when its risk is over the limit, and the gateway is not asked', async () => {
    const id = await fed(81);
    expect(await look(id)).toMatchObject({ status: 'review', attempts: 0 });
    expect(await stage.asked(id)).toBe(0);
    expect((await stage.staff.get(`/v1/payments/reviews?paymentId=${id}`)).body.items).toMatchObject([
      { reasonCode: 'risk-too-high', reason: 'The risk is 81, and 80 is the limit' },
    ]);
    expect((await screeningOf(id)).body).toMatchObject({ risk: 81, verdict: 'review' });
  });

  it('that staff approve goes on to the gateway and is not screened again', async () => {
    const id = await fed(95);
    await stage.staff.post(`/v1/payments/${id}/review`, { decision: 'approve' });
    await stage.world.settle();
    expect(await look(id)).toMatchObject({ status: 'captured', attempts: 1 });
    expect(service.askedAbout(id)).toBe(1);
  });

  it.each([
    ['is silent', 'silent', 'No answer within 1500 ms'],
    ['is down', 'down', 'It answered 503'],
    ['has no risk to tell', 'empty', 'RISKREPQ is empty'],
    ['has a fault', 'fault', 'The answer does not say that all is well'],
    ['talks rubbish', 'rubbish', 'The answer is not JSON'],
  ] as const)('goes to review when the service %s, as the policy says', async (_what, behaviour, fault) => {
    const id = await fed(behaviour);
    expect(await look(id)).toMatchObject({ status: 'review', attempts: 0 });
    expect((await screeningOf(id)).body).toMatchObject({ risk: null, result: null, fault, policy: 'review' });
    expect((await stage.staff.get(`/v1/payments/reviews?paymentId=${id}`)).body.items).toMatchObject([
      { reasonCode: 'not-screened', reason: `The payment could not be screened: ${fault}` },
    ]);
  });

  it('is not screened at the counter', async () => {
    const sound = payment('offline');
    await stage.feed('offline', [sound]);
    await stage.world.settle();
    expect(await look(sound.payment_id)).toMatchObject({ status: 'captured' });
    expect(service.askedAbout(sound.payment_id)).toBe(0);
    expect(await screeningOf(sound.payment_id)).toMatchObject({
      status: 404,
      body: { code: 'payments.not-screened' },
    });
  });

  it('is screened once, however often the gateway is asked', async () => {
    await stage.scenario({ shares: { error: 1 }, nonAnswersMax: 2 });
    const id = await fed(20);
    for (let number = 0; number < 2; number += 1) {
      stage.world.clock.forwardSeconds(10);
      await stage.world.settle();
    }
    expect(await look(id)).toMatchObject({ status: 'captured', attempts: 3 });
    expect(service.askedAbout(id)).toBe(1);
  });

  it('is never told of its card, and its evidence holds none', async () => {
    const card = '5105105105105100';
    const id = await fed(20, { credit_card: card });
    expect(service.asked.join(' ')).not.toContain(card);
    expect(JSON.stringify((await screeningOf(id)).body)).not.toContain(card);
  });

  it('waits for no service that gives no answer time after time', async () => {
    service.behaviour = 'silent';
    const before = service.asked.length;
    const waiting = Array.from({ length: 120 }, () => payment('online'));
    await stage.feed('online', waiting);
    await stage.world.settle();
    expect(service.asked.length - before).toBeLessThan(60);
    const [online] = (await stage.census()).filter(({ topic }) => topic === 'online');
    expect(online).toMatchObject({ open: 0 });
    expect(
      await stage.world.rows(
        `SELECT DISTINCT fault FROM payments.screenings WHERE fault LIKE '%left alone%'`,
      ),
    ).toHaveLength(1);
    service.behaviour = 20;
    stage.world.clock.forwardMinutes(1);
    await stage.world.settle();
    expect(await look(await fed(20))).toMatchObject({ status: 'captured' });
  });
});

describe('Where the policy is to allow', () => {
  it('a payment without an answer of the screening service goes on to the gateway', async () => {
    const service = new ScreeningService();
    const variables = { SCREENING_URL: await service.open(), SCREENING_POLICY: 'allow', ...limits };
    const stage = await Stage.start({ variables });
    try {
      await stage.scenario({ shares: { approve: 1 } });
      service.behaviour = 'silent';
      const sound = payment('online');
      await stage.feed('online', [sound]);
      await stage.world.settle();
      const path = `/v1/payments/${sound.payment_id}`;
      expect((await stage.staff.get(path)).body).toMatchObject({ status: 'captured' });
      expect((await stage.staff.get(`${path}/screening`)).body).toMatchObject({
        risk: null,
        policy: 'allow',
        verdict: 'allow',
      });
    } finally {
      await stage.end();
      await service.close();
    }
  });
});

describe('Two processes that screen', () => {
  it('send each payment to one decision', async () => {
    const service = new ScreeningService();
    const variables = { SCREENING_URL: await service.open(), SCREENING_TIMEOUT_MS: '60000' };
    const stage = await Stage.start({ variables });
    const other = await World.start({
      database: stage.database,
      clock: stage.world.clock,
      processes: ['payments'],
      variables: { GATEWAY_URL: stage.simulator.url, ERROR_LOG_URL: stage.simulator.url, ...variables },
    });
    try {
      service.behaviour = 90;
      await stage.feed(
        'online',
        Array.from({ length: 100 }, () => payment('online')),
      );
      await Promise.all([stage.world.settle(), other.settle()]);
      expect(await stage.census()).toMatchObject([{ review: 100, open: 0 }]);
      expect(service.asked).toHaveLength(100);
      const reviews = await stage.world.rows('SELECT FROM payments.reviews');
      expect(reviews).toHaveLength(100);
    } finally {
      await other.stop();
      await stage.end();
      await service.close();
    }
  });
});
