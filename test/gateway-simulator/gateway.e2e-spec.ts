/*
 * The payment gateway: it may leave a payment without an answer for a while, but an answer it has given it keeps.
 */
import { randomUUID } from 'node:crypto';
import { Client, type Answer } from '#test/client';
import { startSimulator, type Simulator } from '../../apps/gateway-simulator/src/simulator';
import { pointersOf, record, type ProblemDocument } from './answers';

interface Recalled {
  asked: number;
  outcome: string;
  answer: string | null;
  status: number | null;
}

const sideBySide = 32;

/** Always the same ids, so that shares, which are a matter of chance, come out the same in every run. */
const sameIds = (count: number): string[] =>
  Array.from({ length: count }, (_, place) => `00000000-0000-4000-8000-${String(place).padStart(12, '0')}`);

describe('The payment gateway', () => {
  let simulator: Simulator;
  let client: Client;

  beforeEach(async () => {
    simulator = await startSimulator({ port: 0, seed: 'gateway', hangMsMax: 50 });
    client = new Client(simulator.url);
  });

  afterEach(() => simulator.close());

  const payment = (id: string): object => ({
    payment_id: id,
    account_id: 547,
    payment_type: 'online',
    credit_card: '4980276372331233',
    amount: 30,
  });

  const post = (id: string, to = simulator): Promise<Response> =>
    fetch(`${to.url}/payment`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': id },
      body: JSON.stringify(payment(id)),
    });

  /** The status, or `none` when the connection ended without one. */
  const ask = async (id: string, to = simulator): Promise<number | 'none'> => {
    try {
      const answer = await post(id, to);
      await answer.arrayBuffer();
      return answer.status;
    } catch {
      return 'none';
    }
  };

  /** Asks about all, some side by side, and answers in the order of the ids. */
  const askAll = async (ids: readonly string[], to = simulator): Promise<(number | 'none')[]> => {
    const statuses: (number | 'none')[] = [];
    const waiting = ids.entries();
    const askInTurn = async (): Promise<void> => {
      for (const [place, id] of waiting) statuses[place] = await ask(id, to);
    };
    await Promise.all(Array.from({ length: sideBySide }, askInTurn));
    return statuses;
  };

  const recalled = async (id: string): Promise<Recalled> =>
    (await client.get<Recalled>(`/payments/${id}`)).body;

  it('approves about eight of ten payments and refuses about three of twenty, with every status it has', async () => {
    await client.put('/scenario', { nonAnswersMax: 0 });
    const statuses = await askAll(sameIds(500));
    const { gateway } = await record(client);

    expect(gateway.payments.approved / 500).toBeGreaterThan(0.8);
    expect(gateway.payments.refused / 500).toBeGreaterThan(0.12);
    expect(gateway.payments).toMatchObject({ asked: 500, unanswered: 0 });
    expect(new Set(statuses)).toEqual(new Set([200, 201, 204, 400, 402, 422]));
    const with200 = statuses.filter((status) => status === 200).length;
    expect(gateway.byAnswer['200']).toBe(with200 - gateway.payments.malformed);
  });

  it('leaves some without an answer in its usual scenario, yet answers each by the third time', async () => {
    const ids = sameIds(500);
    for (let round = 0; round < 3; round++) await askAll(ids);
    const { gateway } = await record(client);

    expect(gateway.payments).toMatchObject({ asked: 500, unanswered: 0 });
    for (const answer of ['500', '503', '504', 'timeout', 'reset', 'malformed']) {
      expect(gateway.byAnswer[answer]).toBeGreaterThan(0);
    }
    expect(gateway.requests).toBe(1_500);
  });

  it('leaves a payment without an answer no more often than the scenario says, then answers for ever', async () => {
    await client.put('/scenario', { shares: { error: 1 }, nonAnswersMax: 2 });
    const id = randomUUID();

    expect([500, 503, 504]).toContain(await ask(id));
    expect([500, 503, 504]).toContain(await ask(id));
    expect(await recalled(id)).toMatchObject({ asked: 2, outcome: 'unanswered', answer: null, status: null });
    expect([200, 201, 204]).toContain(await ask(id));
    expect(await recalled(id)).toMatchObject({ asked: 3, outcome: 'approved' });
  });

  it('gives the same answer to the same payment whatever the scenario becomes', async () => {
    await client.put('/scenario', { shares: { refuse: 1 } });
    const id = randomUUID();
    const first = await ask(id);
    await client.put('/scenario', { shares: { approve: 1 } });
    const repeats = await Promise.all(Array.from({ length: 20 }, () => ask(id)));

    expect([400, 402, 422]).toContain(first);
    expect(new Set(repeats)).toEqual(new Set([first]));
    expect(await recalled(id)).toEqual({
      paymentId: id,
      asked: 21,
      outcome: 'refused',
      answer: String(first),
      status: first,
    });
    expect((await record(client)).gateway.payments).toMatchObject({ asked: 1, refused: 1 });
  });

  it('answers alike wherever the seed is the same', async () => {
    const twin = await startSimulator({ port: 0, seed: 'gateway', hangMsMax: 50 });
    const ids = sameIds(300);
    const here = await askAll(ids);
    const there = await askAll(ids, twin);
    await twin.close();

    expect(there).toEqual(here);
  });

  it('cuts the connection where the scenario resets, and where a timeout has lasted long enough', async () => {
    await client.put('/scenario', { shares: { reset: 1 } });
    expect(await ask(randomUUID())).toBe('none');
    await client.put('/scenario', { shares: { timeout: 1 } });
    expect(await ask(randomUUID())).toBe('none');

    expect((await record(client)).gateway.byAnswer).toMatchObject({ reset: 1, timeout: 1 });
  });

  it('approves with a body that is cut off where the scenario says malformed', async () => {
    await client.put('/scenario', { shares: { malformed: 1 } });
    const id = randomUUID();
    const answer = await post(id);

    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toContain('application/json');
    await expect(answer.json()).rejects.toThrow('JSON');
    expect(await recalled(id)).toMatchObject({ outcome: 'approved', answer: 'malformed' });
  });

  it('takes the time that the scenario gives it', async () => {
    await client.put('/scenario', { shares: { approve: 1 }, latencyMs: { min: 100, max: 120 } });
    const begunMs = performance.now();

    expect([200, 201, 204]).toContain(await ask(randomUUID()));
    expect(performance.now() - begunMs).toBeGreaterThan(95);
  });

  it('counts payments that come without their id as idempotency key, or with another, and takes a quoted one', async () => {
    await client.put('/scenario', { shares: { approve: 1 } });
    const id = randomUUID();
    await client.post('/payment', payment(id));
    await client.post('/payment', payment(id), { headers: { 'idempotency-key': randomUUID() } });
    await client.post('/payment', payment(id), { headers: { 'idempotency-key': id } });
    await client.post('/payment', payment(id), { headers: { 'idempotency-key': `"${id.toUpperCase()}"` } });

    expect((await record(client)).gateway.idempotencyKey).toEqual({ missing: 1, differing: 1 });
  });

  it.each([
    ['a delay sent on', { delay: 71 }, ['/delay']],
    ['a field nobody knows', { note: 'x' }, ['/note']],
    ['no id', { payment_id: undefined }, ['/payment_id']],
    ['an id that is no UUID', { payment_id: '17' }, ['/payment_id']],
    ['an account in words', { account_id: 'mine' }, ['/account_id']],
    ['a type it does not know', { payment_type: 'ONLINE' }, ['/payment_type']],
    ['a card that is a number', { credit_card: 4980276372331233 }, ['/credit_card']],
    ['an amount as text', { amount: '30' }, ['/amount']],
    ['many faults', { amount: null, account_id: 1.5, tip: 3 }, ['/account_id', '/amount', '/tip']],
  ])('refuses and counts %s, naming it', async (_what, change, pointers) => {
    const answer = await client.post<ProblemDocument>('/payment', { ...payment(randomUUID()), ...change });

    expectProblem(answer, 400);
    expect(pointersOf(answer.body)).toEqual(pointers);
    expect((await record(client)).gateway).toMatchObject({ refusedRequests: 1, requests: 0 });
  });

  it.each([
    ['a body that is not JSON', '{"payment_id":', 'application/json', 400],
    ['no object', '[]', 'application/json', 400],
    ['null', 'null', 'application/json', 400],
    ['nothing', '', 'application/json', 400],
    ['a form', 'amount=30', 'application/x-www-form-urlencoded', 415],
    ['plain text', 'thirty', 'text/plain', 415],
    ['70,000 bytes', ' '.repeat(70_000), 'application/json', 413],
  ])('refuses and counts %s', async (_what, body, type, status) => {
    const answer = await client.request<ProblemDocument>('POST', '/payment', body, {
      headers: { 'content-type': type },
    });

    expectProblem(answer, status);
    expect((await record(client)).gateway.refusedRequests).toBe(1);
  });

  it('knows nothing of a payment that it was never asked about', async () => {
    expectProblem(await client.get(`/payments/${randomUUID()}`), 404);
    expectProblem(await client.get('/payments/17'), 400);
  });
});

function expectProblem(answer: Answer<ProblemDocument>, status: number): void {
  expect(answer.headers.get('content-type')).toContain('application/problem+json');
  expect(answer.status).toBe(status);
  expect(answer.body.status).toBe(status);
}
