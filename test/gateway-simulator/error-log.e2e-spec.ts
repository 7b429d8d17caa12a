/*
 * The error log: it keeps every report as often as it comes, unless the scenario has taken it down.
 */
import { Client } from '#test/client';
import { startSimulator, type Simulator } from '../../apps/gateway-simulator/src/simulator';
import { pointersOf, record, type LogEntry, type ProblemDocument } from './answers';

describe('The error log', () => {
  let simulator: Simulator;
  let client: Client;

  beforeEach(async () => {
    simulator = await startSimulator({ port: 0 });
    client = new Client(simulator.url);
  });

  afterEach(() => simulator.close());

  const report = {
    payment_id: '3f5379b6-4a95-49b3-a9c0-3a5703df8073',
    error_type: 'network',
    error_description: 'gateway: 503',
  };

  const logs = async (path = '/logs'): Promise<LogEntry[]> => (await client.get<LogEntry[]>(path)).body;

  it('keeps a report and says when it came', async () => {
    const answer = await client.post<LogEntry>('/log', report);

    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject(report);
    expect(new Date(answer.body.created_at).toISOString()).toBe(answer.body.created_at);
    expect(await logs()).toEqual([answer.body]);
    expect(await logs('/log')).toEqual([answer.body]);
  });

  it('keeps the same report twice when it comes twice', async () => {
    await client.post('/log', report);
    await client.post('/log', report);

    expect(await logs()).toHaveLength(2);
    expect((await record(client)).logs).toEqual({
      total: 2,
      perType: { database: 0, network: 2, other: 0 },
      turnedAway: 0,
    });
  });

  it('takes the type under either of its documented names, and a payment without an id', async () => {
    await client.post('/log', { payment_id: null, error: 'database', error_description: 'down' });
    await client.post('/log', { payment_id: '', error_type: 'other', error: 'other', error_description: '' });

    expect((await logs()).map((entry) => [entry.payment_id, entry.error_type])).toEqual([
      [null, 'database'],
      ['', 'other'],
    ]);
  });

  it('shows the newest entries alone when asked', async () => {
    for (const text of ['one', 'two', 'three'])
      await client.post('/log', { ...report, error_description: text });

    expect((await logs('/logs?last=2')).map((entry) => entry.error_description)).toEqual(['two', 'three']);
  });

  it.each([
    ['a type it does not know', { ...report, error_type: 'disk' }, ['/error_type']],
    ['no type', { payment_id: null, error_description: 'x' }, ['/error_type']],
    ['two types that differ', { ...report, error: 'other' }, ['/error_type']],
    ['no payment field', { error_type: 'other', error_description: 'x' }, ['/payment_id']],
    ['a field nobody knows', { ...report, credit_card: '4980276372331233' }, ['/credit_card']],
    [
      'many faults',
      { payment_id: 7, error: 'x', text: '' },
      ['/error', '/error_description', '/payment_id', '/text'],
    ],
  ])('refuses %s, naming it', async (_what, body, pointers) => {
    const answer = await client.post<ProblemDocument>('/log', body);

    expect(answer.status).toBe(400);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(pointersOf(answer.body)).toEqual(pointers);
    expect(await logs()).toEqual([]);
  });

  it('answers 503 and keeps nothing while it is down, and can still be read', async () => {
    await client.post('/log', report);
    await client.put('/scenario', { log: { down: true } });
    const answer = await client.post<ProblemDocument>('/log', report);

    expect(answer.status).toBe(503);
    expect(answer.headers.get('retry-after')).toBe('5');
    expect(await logs()).toHaveLength(1);
    await client.put('/scenario', { log: { down: false } });
    expect((await client.post('/log', report)).status).toBe(200);
    expect((await record(client)).logs).toMatchObject({ total: 2, turnedAway: 1 });
  });

  it('cuts the connection while it is down, where the scenario says so', async () => {
    await client.put('/scenario', { log: { down: true, fault: 'reset' } });

    await expect(client.post('/log', report)).rejects.toThrow('fetch failed');
    expect(await logs()).toEqual([]);
  });

  it('takes the time that the scenario gives it', async () => {
    await client.put('/scenario', { log: { latencyMs: 100 } });
    const begunMs = performance.now();
    await client.post('/log', report);

    expect(performance.now() - begunMs).toBeGreaterThan(95);
  });
});
