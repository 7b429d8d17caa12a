/** Payments that the gateway gives no word about, however often it is asked: people look at them, and one of them decides. */
import type { Client } from '#test/client';
import { Stage, payment, sumOf, type PaymentFields } from './stage';

const attemptsMax = 3;
const roundsMax = 3 * attemptsMax;

describe('A payment that the gateway never answers about', () => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await Stage.start({ variables: { GATEWAY_ATTEMPTS_MAX: String(attemptsMax) } });
  });

  afterAll(() => stage.end());

  const look = async (id: string) => (await stage.staff.get(`/v1/payments/${id}`)).body;
  const decide = (id: string, decision: string, note?: string, by: Client = stage.staff) =>
    by.post(`/v1/payments/${id}/review`, { decision, ...(note !== undefined && { note }) });
  const reviewsOf = async (id: string) =>
    (await stage.staff.get(`/v1/payments/reviews?paymentId=${id}`)).body.items;
  const reportsOf = async (id: string) =>
    stage.world.rows<{ kind: string; error_type: string }>(
      'SELECT kind, error_type FROM payments.error_reports WHERE payment_id = $1 ORDER BY report_id',
      [id],
    );

  /** Feeds one and asks about it until nobody asks any more, of a gateway that answered about another one before. */
  async function inReview(fields: Partial<PaymentFields> = {}): Promise<string> {
    await stage.scenario({ shares: { approve: 1 } });
    await stage.feed('online', [payment('online')]);
    await stage.minutesPass(1);
    await stage.scenario({ shares: { error: 1 }, nonAnswersMax: 1_000 });
    const sound = payment('online', fields);
    await stage.feed('online', [sound]);
    await askUntilGivenUp(sound.payment_id);
    return sound.payment_id;
  }

  async function askUntilGivenUp(id: string): Promise<void> {
    for (let round = 1; round <= roundsMax; round += 1) {
      await stage.minutesPass(1);
      if ((await look(id)).status === 'review') return;
    }
    throw new Error(`It is still asked about after ${roundsMax} minutes`);
  }

  it('is in review after the last attempt, and is asked about no more', async () => {
    const id = await inReview();
    expect(await look(id)).toMatchObject({
      status: 'review',
      attempts: attemptsMax,
      nextAttemptAt: null,
      settledAt: null,
    });
    await stage.minutesPass(60);
    expect(await stage.asked(id)).toBe(attemptsMax);
    const { body } = await stage.staff.get('/v1/payments/messages?outcome=review');
    expect(body.items[0]).toMatchObject({
      paymentId: id,
      reasonCode: 'no-answer',
      reason: 'The gateway gave no clear answer, though it was asked 3 times',
    });
    expect((await stage.staff.get('/v1/payments/reviews?pending=true')).body.items[0]).toMatchObject({
      paymentId: id,
      reasonCode: 'no-answer',
      decision: null,
      decidedBy: null,
    });
    const [entry] = await stage.census();
    expect(entry).toMatchObject({ review: 1, open: 0 });
    expect(entry && sumOf(entry)).toBe(entry?.received);
    expect(await reportsOf(id)).toEqual([{ kind: 'review', error_type: 'network' }]);
  });

  it('is asked about anew when staff approve it, and the word of the gateway counts', async () => {
    const id = await inReview();
    await stage.scenario({ shares: { approve: 1 } });
    expect(await decide(id, 'approve', 'The customer waits')).toMatchObject({ status: 200 });
    await stage.world.settle();
    expect(await look(id)).toMatchObject({ status: 'captured', attempts: attemptsMax + 1 });
    expect(await reviewsOf(id)).toMatchObject([
      { decision: 'approve', note: 'The customer waits', decidedBy: { kind: 'staff' } },
    ]);
  });

  it('comes back to review when the gateway keeps silent after that, too', async () => {
    const id = await inReview();
    await decide(id, 'approve');
    await askUntilGivenUp(id);
    expect(await look(id)).toMatchObject({ status: 'review', attempts: 2 * attemptsMax });
    expect(await reviewsOf(id)).toMatchObject([{ decision: null }, { decision: 'approve' }]);
    expect(await reportsOf(id)).toEqual([{ kind: 'review', error_type: 'network' }]);
  });

  it('is declined by staff with the reason, and its card is kept no longer', async () => {
    const id = await inReview();
    expect((await decide(id, 'decline', 'The customer paid in cash')).body).toMatchObject({
      id,
      status: 'declined',
    });
    await stage.world.settle();
    const { body } = await stage.staff.get('/v1/payments/messages?outcome=declined');
    expect(body.items[0]).toMatchObject({ paymentId: id, reasonCode: 'declined-in-review' });
    expect(
      await stage.world.rows(
        'SELECT FROM payments.payments WHERE payment_id = $1 AND card_sealed IS NOT NULL',
        [id],
      ),
    ).toEqual([]);
    expect(await reportsOf(id)).toEqual([
      { kind: 'review', error_type: 'network' },
      { kind: 'declined', error_type: 'other' },
    ]);
  });

  it('is decided about once, however many decide at the same time', async () => {
    for (let round = 0; round < 5; round += 1) {
      const id = await inReview();
      const answers = await Promise.all(
        Array.from({ length: 6 }, (_, at) => decide(id, at % 2 === 0 ? 'approve' : 'decline', `Clerk ${at}`)),
      );
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
      for (const { status, body } of answers.filter((one) => one.status !== 200)) {
        expect([status, body.code]).toEqual([409, 'payments.not-in-review']);
      }
      const [review, ...others] = await reviewsOf(id);
      expect(others).toEqual([]);
      const first = answers.findIndex(({ status }) => status === 200);
      expect(review).toMatchObject({
        decision: first % 2 === 0 ? 'approve' : 'decline',
        note: `Clerk ${first}`,
      });
    }
  });

  it('keeps no card number that somebody writes into a note', async () => {
    const id = await inReview();
    await decide(id, 'decline', 'Card 4980 2763 7233 1233 was stolen');
    expect(await reviewsOf(id)).toMatchObject([{ note: 'Card [card] was stolen' }]);
  });

  it('waits for no decision unless it is in review', async () => {
    const sound = payment('offline');
    await stage.feed('offline', [sound]);
    expect(await decide(sound.payment_id, 'approve')).toMatchObject({
      status: 409,
      body: { code: 'payments.not-in-review', paymentStatus: 'captured' },
    });
    const unknown = payment('offline').payment_id;
    expect(await decide(unknown, 'approve')).toMatchObject({
      status: 404,
      body: { code: 'payments.payment-unknown' },
    });
    expect((await decide(sound.payment_id, 'perhaps')).status).toBe(400);
  });

  it('is left as it is by a replay', async () => {
    const id = await inReview();
    const { body } = await stage.staff.post('/v1/payments/replay', { paymentId: id });
    expect(body).toMatchObject({
      examined: 1,
      changed: 0,
      places: [{ before: 'review', after: 'review', reason: 'It waits for a decision of staff' }],
    });
  });
});
