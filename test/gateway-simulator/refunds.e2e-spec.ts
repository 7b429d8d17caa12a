/*
 * Money asked back from the gateway: answered by the scenario, the same each time, and only for payments that were approved.
 */
import { randomUUID } from 'node:crypto';
import { Client } from '#test/client';
import { startSimulator, type Simulator } from '../../apps/gateway-simulator/src/simulator';
import { pointersOf, type ProblemDocument } from './answers';

describe('A refund', () => {
  let simulator: Simulator;
  let client: Client;

  beforeEach(async () => {
    simulator = await startSimulator({ port: 0, seed: 'refunds', hangMsMax: 50 });
    client = new Client(simulator.url);
  });

  afterEach(() => simulator.close());

  const scenario = (shares: object) => client.put('/scenario', { shares });
  const refund = (paymentId: string, refundId: string = randomUUID()) =>
    client.post(
      '/refund',
      { refund_id: refundId, payment_id: paymentId, amount: 10 },
      { headers: { 'idempotency-key': refundId } },
    );

  async function paid(): Promise<string> {
    await scenario({ approve: 1 });
    const id = randomUUID();
    await client.post('/payment', { payment_id: id, account_id: 1, payment_type: 'online', amount: 30 });
    return id;
  }

  it('is decided by the scenario and keeps its answer', async () => {
    const [paymentId, refundId] = [await paid(), randomUUID()];
    await scenario({ refuse: 1 });
    const first = await refund(paymentId, refundId);
    expect(first.status).toBeGreaterThanOrEqual(400);
    await scenario({ approve: 1 });
    expect(await refund(paymentId, refundId)).toMatchObject({ status: first.status, body: first.body });
    expect((await refund(paymentId)).status).toBeLessThan(300);
    expect((await client.get(`/refunds/${refundId}`)).body).toMatchObject({ asked: 2, outcome: 'refused' });
    expect((await client.get('/sent')).body.refunds).toMatchObject({
      requests: 3,
      refunds: { asked: 2, approved: 1, refused: 1 },
      idempotencyKey: { missing: 0, differing: 0 },
    });
  });

  it('is given only of what was approved', async () => {
    expect((await refund(randomUUID())).status).toBe(422);
    await scenario({ refuse: 1 });
    const id = randomUUID();
    await client.post('/payment', { payment_id: id, account_id: 1, payment_type: 'online', amount: 30 });
    await scenario({ approve: 1 });
    expect((await refund(id)).status).toBe(422);
  });

  it('is refused with every fault named when it is none', async () => {
    const answer = await client.post<ProblemDocument>('/refund', {
      refund_id: '17',
      payment_id: null,
      amount: 0,
    });
    expect(answer.status).toBe(400);
    expect(pointersOf(answer.body)).toEqual(['/amount', '/payment_id', '/refund_id']);
    expect((await client.get(`/refunds/${randomUUID()}`)).status).toBe(404);
  });
});
