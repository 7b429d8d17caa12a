/** Money given back by staff: never more than was taken, once for each wish, and asked for until the gateway has said something. */
import { randomUUID } from 'node:crypto';
import * as fc from 'fast-check';
import { Loops } from '@plaza/platform';
import { eventually } from '#test/eventually';
import { Stage, payment, type PaymentFields } from './stage';

const attemptsMax = 3;

describe('A refund', () => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await Stage.start({ variables: { GATEWAY_ATTEMPTS_MAX: String(attemptsMax) } });
  });

  beforeEach(() => stage.scenario({ shares: { approve: 1 } }));

  afterAll(() => stage.end());

  async function captured(type: 'online' | 'offline', fields: Partial<PaymentFields> = {}): Promise<string> {
    await stage.scenario({ shares: { approve: 1 } });
    const sound = payment(type, { amount: 100, ...fields });
    await stage.feed(type, [sound]);
    await stage.world.settle();
    return sound.payment_id;
  }

  const refund = (id: string, amount: number, key: string | null = randomUUID()) =>
    stage.staff.post(
      `/v1/payments/${id}/refunds`,
      { amount, reason: 'It was damaged' },
      key === null ? {} : { headers: { 'idempotency-key': key } },
    );
  const refundsOf = async (id: string) => (await stage.staff.get(`/v1/payments/${id}/refunds`)).body.items;
  const givenBack = async (id: string): Promise<number> =>
    (await stage.staff.get(`/v1/payments/${id}`)).body.givenBack;

  it('is asked of the gateway under its own id, and done once that has said yes', async () => {
    const id = await captured('online');
    const begun = await refund(id, 40);
    expect(begun).toMatchObject({
      status: 201,
      body: { paymentId: id, amount: 40, status: 'open', requestedBy: { kind: 'staff' }, attempts: [] },
    });
    await stage.world.settle();
    expect(await refundsOf(id)).toMatchObject([
      {
        id: begun.body.id,
        status: 'refunded',
        reason: 'It was damaged',
        attempts: [{ number: 1, outcome: 'approved' }],
      },
    ]);
    expect(await givenBack(id)).toBe(40);
    const { refunds } = (await (await fetch(`${stage.simulator.url}/sent`)).json()) as {
      refunds: { idempotencyKey: object };
    };
    expect(refunds.idempotencyKey).toEqual({ missing: 0, differing: 0 });
  });

  it('needs a key, and sent again with it is the same refund', async () => {
    const id = await captured('online');
    expect(await refund(id, 10, null)).toMatchObject({
      status: 400,
      body: { code: 'request.idempotency-key-missing' },
    });
    const key = randomUUID();
    const first = await refund(id, 10, key);
    const again = await refund(id, 10, key);
    expect(again.body.id).toBe(first.body.id);
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    expect(await refund(id, 11, key)).toMatchObject({ status: 422 });
    await stage.world.settle();
    expect(await refundsOf(id)).toHaveLength(1);
  });

  it('is never over more than is left, those under way included, and is told how much that is', async () => {
    const id = await captured('online');
    await stage.scenario({ shares: { error: 1 }, nonAnswersMax: 1_000 });
    expect((await refund(id, 70)).status).toBe(201);
    expect(await refund(id, 31)).toMatchObject({
      status: 409,
      body: { code: 'payments.refund-too-large', left: 30 },
    });
    expect((await refund(id, 30)).status).toBe(201);
    expect(await refund(id, 1)).toMatchObject({ body: { left: 0 } });
  });

  it('together with others at the same time never passes what was captured', async () => {
    const amounts = fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 2, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(amounts, async (wished) => {
        const id = await captured('online');
        const answers = await Promise.all(wished.map((amount) => refund(id, amount)));
        await stage.world.settle();
        const done = (await refundsOf(id)) as { amount: number; status: string }[];
        const sum = done.reduce((total, { amount }) => total + amount, 0);
        expect(done.every(({ status }) => status === 'refunded')).toBe(true);
        expect(sum).toBe(await givenBack(id));
        expect(sum).toBeLessThanOrEqual(100);
        for (const { status, body } of answers.filter((answer) => answer.status !== 201)) {
          expect([status, body.code]).toEqual([409, 'payments.refund-too-large']);
        }
      }),
      { numRuns: 8 },
    );
  });

  it('that the gateway refuses leaves the money where it is, and the error log hears of it', async () => {
    const id = await captured('online');
    await stage.scenario({ shares: { refuse: 1 } });
    await refund(id, 100);
    await stage.world.settle();
    expect(await refundsOf(id)).toMatchObject([{ status: 'refused', attempts: [{ outcome: 'refused' }] }]);
    expect(await givenBack(id)).toBe(0);
    await eventually(async () => {
      const reports = (await stage.logged()).filter(({ payment_id: of }) => of === id);
      expect(reports).toMatchObject([
        { error_type: 'network', error_description: expect.stringContaining('refused a refund (4') },
      ]);
    });
    await stage.scenario({ shares: { approve: 1 } });
    await refund(id, 100);
    await stage.world.settle();
    expect(await givenBack(id)).toBe(100);
  });

  it.each(['error', 'timeout', 'reset'])(
    'without a word (%s) is asked for again with the same id until there is one',
    async (fault) => {
      const id = await captured('online');
      await stage.scenario({ shares: { [fault]: 1 }, nonAnswersMax: 2 });
      const { body } = await refund(id, 100);
      for (let number = 0; number < 3; number += 1) {
        await stage.world.settle();
        stage.world.clock.forwardSeconds(10);
      }
      await stage.world.settle();
      const [done] = await refundsOf(id);
      expect(done).toMatchObject({ id: body.id, status: 'refunded' });
      expect(done.attempts.map(({ outcome }: { outcome: string }) => outcome)).toEqual([
        'unknown',
        'unknown',
        'approved',
      ]);
    },
  );

  it('that the gateway never answers about waits for staff, who have it asked again', async () => {
    const id = await captured('online');
    await stage.scenario({ shares: { error: 1 }, nonAnswersMax: 1_000 });
    const { body } = await refund(id, 100);
    const ask = () => stage.staff.post(`/v1/payments/${id}/refunds/${body.id}/ask`);
    expect(await ask()).toMatchObject({ status: 409, body: { code: 'payments.refund-not-unanswered' } });
    for (let number = 0; number < attemptsMax; number += 1) {
      await stage.world.settle();
      stage.world.clock.forwardSeconds(10);
    }
    await stage.world.settle();
    expect(await refundsOf(id)).toMatchObject([{ status: 'unanswered', nextAttemptAt: null }]);
    expect(await givenBack(id)).toBe(100);
    await stage.scenario({ shares: { approve: 1 } });
    expect(await ask()).toMatchObject({ status: 200, body: { status: 'open' } });
    await stage.world.settle();
    expect(await refundsOf(id)).toMatchObject([{ status: 'refunded' }]);
  });

  it('of a payment at the counter counts as paid out there, and nobody is asked', async () => {
    const id = await captured('offline');
    expect(await refund(id, 25)).toMatchObject({
      status: 201,
      body: { status: 'refunded', settledAt: expect.any(String), attempts: [] },
    });
    await stage.world.settle();
    expect(await refundsOf(id)).toMatchObject([{ status: 'refunded', attempts: [] }]);
    expect(await givenBack(id)).toBe(25);
  });

  it('is of money that was taken', async () => {
    await stage.scenario({ shares: { refuse: 1 } });
    const declined = payment('online');
    await stage.feed('online', [declined]);
    await stage.world.settle();
    expect(await refund(declined.payment_id, 1)).toMatchObject({
      status: 409,
      body: { code: 'payments.not-refundable', paymentStatus: 'declined' },
    });
    expect(await refund(randomUUID(), 1)).toMatchObject({ status: 404 });
    expect((await stage.staff.get(`/v1/payments/${randomUUID()}/refunds`)).status).toBe(404);
  });

  it('that ended with the process which asked is asked for again, and the attempt is not forgotten', async () => {
    const id = await captured('online');
    await stage.scenario({ shares: { error: 1 }, nonAnswersMax: 1 });
    const { body } = await refund(id, 100);
    await stage.world.settle();
    // As the database is when the process ends between claiming the refund a second time and noting an answer.
    await stage.world.rows(
      'UPDATE payments.refunds SET attempts = 2, claimed_at = $1, claimed_until = $2 WHERE refund_id = $3',
      [stage.world.clock.now(), new Date(stage.world.clock.now().getTime() + 60_000), body.id],
    );
    stage.world.clock.forwardSeconds(30);
    await stage.world.settle();
    expect(await refundsOf(id)).toMatchObject([{ status: 'open' }]);
    stage.world.clock.forwardSeconds(60);
    await stage.world.settle();
    expect(await refundsOf(id)).toMatchObject([
      {
        status: 'refunded',
        attempts: [
          { number: 1, outcome: 'unknown' },
          { number: 2, outcome: 'unknown', answer: expect.stringContaining('ended before') },
          { number: 3, outcome: 'approved' },
        ],
      },
    ]);
  });

  it('keeps no card number that somebody writes into its reason', async () => {
    const id = await captured('offline');
    const options = { headers: { 'idempotency-key': randomUUID() } };
    await stage.staff.post(
      `/v1/payments/${id}/refunds`,
      { amount: 1, reason: 'For card 4980276372331233' },
      options,
    );
    expect(await refundsOf(id)).toMatchObject([{ reason: 'For card [card]' }]);
  });
});

describe('What a refund announces', () => {
  it('is how much, of how much, and what was given back in all', async () => {
    const stage = await Stage.start({ processes: ['api', 'payments'] });
    try {
      const sound = payment('offline', { amount: 100 });
      await stage.feed('offline', [sound]);
      for (const amount of [30, 70]) {
        await stage.staff.post(
          `/v1/payments/${sound.payment_id}/refunds`,
          { amount, reason: 'It was damaged' },
          { headers: { 'idempotency-key': randomUUID() } },
        );
      }
      await stage.world.app.get(Loops).runOut();
      const told = await stage.world.rows<{ envelope: { data: object } }>(
        `SELECT envelope FROM messaging.outbox WHERE envelope->>'type' = 'payment-refunded' ORDER BY position`,
      );
      const about = { paymentId: sound.payment_id, captured: 100, reason: 'It was damaged', type: 'offline' };
      expect(told.map(({ envelope }) => envelope.data)).toMatchObject([
        { ...about, amount: 30, refunded: 30 },
        { ...about, amount: 70, refunded: 100 },
      ]);
    } finally {
      await stage.end();
    }
  });
});
