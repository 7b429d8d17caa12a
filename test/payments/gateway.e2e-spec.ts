/** Online payments: asked about until there is a word, and only then approved or declined. */
import { eventually } from '#test/eventually';
import { Stage, payment } from './stage';

describe('An online payment', () => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await Stage.start();
  });

  afterAll(() => stage.end());

  const look = async (id: string) => (await stage.staff.get(`/v1/payments/${id}`)).body;
  const attempts = async (id: string) => (await stage.staff.get(`/v1/payments/${id}/attempts`)).body.items;

  it('is captured by a 2xx, even when the body of the answer makes no sense', async () => {
    await stage.scenario({ shares: { malformed: 1 } });
    const sound = payment('online', { account_id: 11 });
    await stage.feed('online', [sound]);
    await stage.world.settle();
    expect(await look(sound.payment_id)).toMatchObject({
      status: 'captured',
      attempts: 1,
      nextAttemptAt: null,
    });
    expect(await attempts(sound.payment_id)).toMatchObject([
      { number: 1, outcome: 'approved', httpStatus: 200 },
    ]);
    const [account] = await stage.world.rows<{ paid: boolean }>(
      `SELECT last_payment_date = (SELECT captured_at FROM payments.payments WHERE payment_id = $1) AS paid
       FROM payments.accounts WHERE account_id = 11`,
      [sound.payment_id],
    );
    expect(account).toEqual({ paid: true });
  });

  it('is declined by a clear refusal, with the answer and everything else kept', async () => {
    await stage.scenario({ shares: { refuse: 1 } });
    const sound = payment('online', { account_id: 12 });
    await stage.feed('online', [sound]);
    await stage.world.settle();
    expect(await look(sound.payment_id)).toMatchObject({ status: 'declined', attempts: 1, capturedAt: null });
    const [attempt] = await attempts(sound.payment_id);
    expect(attempt).toMatchObject({ outcome: 'refused', answer: expect.stringContaining('refused') });
    const { body } = await stage.staff.get('/v1/payments/messages?outcome=declined');
    expect(body.items).toMatchObject([
      {
        paymentId: sound.payment_id,
        reasonCode: 'gateway-refused',
        reason: expect.stringMatching(/refused.*\(4\d\d\)/),
      },
    ]);
    const [account] = await stage.world.rows(
      'SELECT last_payment_date FROM payments.accounts WHERE account_id = 12',
    );
    expect(account).toEqual({ last_payment_date: null });
  });

  it.each(['error', 'reset', 'timeout'])(
    'stays open after no word (%s), and is asked about again',
    async (fault) => {
      await stage.scenario({ shares: { [fault]: 1 }, nonAnswersMax: 2 });
      const sound = payment('online');
      await stage.feed('online', [sound]);
      await stage.world.settle();
      const open = await look(sound.payment_id);
      expect(open).toMatchObject({ status: 'pending', attempts: 1, settledAt: null });
      expect(await attempts(sound.payment_id)).toMatchObject([{ number: 1, outcome: 'unknown' }]);
      expect(new Date(open.nextAttemptAt).getTime()).toBeGreaterThan(new Date(open.createdAt).getTime());
      expect((await stage.staff.get('/v1/payments/errors')).body.items).not.toContainEqual(
        expect.objectContaining({ paymentId: sound.payment_id }),
      );
      for (let number = 0; number < 2; number += 1) {
        stage.world.clock.forwardSeconds(10);
        await stage.world.settle();
      }
      expect(await look(sound.payment_id)).toMatchObject({ status: 'captured', attempts: 3 });
      expect((await attempts(sound.payment_id)).map(({ outcome }: { outcome: string }) => outcome)).toEqual([
        'unknown',
        'unknown',
        'approved',
      ]);
      expect(await stage.asked(sound.payment_id)).toBe(3);
    },
  );

  it('keeps its card number sealed only while the gateway is still to be asked', async () => {
    await stage.scenario({ shares: { error: 1 }, nonAnswersMax: 1_000 });
    const sound = payment('online');
    await stage.feed('online', [sound]);
    await stage.world.settle();
    const sealed = () =>
      stage.world.rows(
        'SELECT card_sealed IS NOT NULL AS kept FROM payments.payments WHERE payment_id = $1',
        [sound.payment_id],
      );
    expect(await sealed()).toEqual([{ kept: true }]);
    await stage.scenario({ shares: { approve: 1 } });
    stage.world.clock.forwardSeconds(10);
    await stage.world.settle();
    expect(await sealed()).toEqual([{ kept: false }]);
  });

  it('is asked about beside fewer others while the gateway is slow', async () => {
    const some = () =>
      stage.feed(
        'online',
        Array.from({ length: 40 }, () => payment('online')),
      );
    const fewest = 8;
    await stage.scenario({ shares: { approve: 1 } });
    const quick = await eventually(async () => {
      await some();
      await stage.world.settle();
      const calls = await stage.gatewayCallsMax();
      expect(calls).toBeGreaterThan(fewest);
      return calls;
    });
    await stage.scenario({ shares: { approve: 1 }, latencyMs: { min: 1_000, max: 1_000 } });
    await eventually(async () => {
      await some();
      await stage.world.settle();
      expect(await stage.gatewayCallsMax()).toBeLessThan(quick);
    });
  });
});
