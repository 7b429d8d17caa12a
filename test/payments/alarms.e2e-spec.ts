/** Messages that Kafka did not keep for us, and topics that were made anew: somebody is told until they say that they know. */
import type { ForeignMessage } from '@plaza/messaging';
import { PaymentsService } from '@plaza/payments';
import { customerOf } from './replay-stage';
import { Stage, payment, sumOf } from './stage';

/** Those of one partition, a second apart, as their producer made them at this time. */
function messages(from: number, count: number, madeAt: Date): ForeignMessage[] {
  return Array.from({ length: count }, (_, at) => ({
    topic: 'offline',
    partition: 2,
    offset: BigInt(from + at),
    key: null,
    headers: {},
    value: Buffer.from(JSON.stringify(payment('offline'))),
    timestamp: new Date(madeAt.getTime() + at),
  }));
}

describe('An alarm', () => {
  let stage: Stage;
  const before = new Date('2026-01-01T10:00:00Z');
  const later = new Date('2026-01-02T10:00:00Z');

  beforeEach(async () => {
    stage = await Stage.start({ processes: ['api'] });
  });

  afterEach(() => stage.end());

  const take = (...batches: ForeignMessage[][]) =>
    batches.reduce(
      (done, batch) => done.then(() => stage.world.app.get(PaymentsService).receive(batch)),
      Promise.resolve(),
    );
  const open = async () => (await stage.staff.get('/v1/payments/alarms?acknowledged=false')).body.items;

  it('is raised by offsets that were passed over, once for all of them until it is acknowledged', async () => {
    await take(
      messages(0, 10, before),
      messages(17, 3, before),
      messages(20, 2, before),
      messages(30, 1, before),
    );
    expect(await open()).toMatchObject([
      {
        kind: 'offsets-missing',
        topic: 'offline',
        partition: 2,
        firstOffset: 10,
        lastOffset: 29,
        occurrences: 2,
      },
    ]);
    expect(await stage.census()).toMatchObject([
      {
        received: 16,
        gaps: 15,
        missing: [
          { from: 10, to: 16 },
          { from: 22, to: 29 },
        ],
      },
    ]);
  });

  it('is not raised by the first message of a partition, nor by one that comes again', async () => {
    const first = messages(500, 10, before);
    await take(first, first.slice(3), first, [...first.slice(8), ...messages(510, 2, before)]);
    expect(await open()).toEqual([]);
    expect(await stage.census()).toMatchObject([{ firstOffset: 500, received: 12, duplicate: 0, gaps: 0 }]);
  });

  it('is raised by a topic that was made anew, and nothing of it is taken for what came before', async () => {
    const [former, anew] = [messages(0, 6, before), messages(0, 9, later)];
    await take(former, anew.slice(0, 4), anew.slice(2), former);
    const census = await stage.census();
    expect(census.map((entry) => [entry.partition, entry.received, entry.stored, entry.gaps])).toEqual([
      [2, 6, 6, 0],
      [1_000_002, 9, 9, 0],
      [2_000_002, 6, 0, 0],
    ]);
    for (const entry of census) expect(sumOf(entry)).toBe(entry.received);
    // What lay on the first log is known by its payments, wherever it is put again.
    expect(census[2]).toMatchObject({ duplicate: 6 });
    expect(await open()).toMatchObject([
      { kind: 'topic-begun-anew', partition: 1_000_002, lastOffset: 8 },
      {
        kind: 'topic-begun-anew',
        partition: 2,
        lastOffset: 5,
        description: expect.stringContaining('made anew'),
      },
    ]);
    const story = await stage.staff.get('/v1/payments/messages/offline/1000002/8');
    expect(story).toMatchObject({ status: 200, body: { outcome: 'stored' } });
  });

  it('is raised by a topic that was made anew, too, where the producers are ahead of our time', async () => {
    const [ahead, further] = [new Date('2100-01-01T10:00:00Z'), new Date('2100-01-02T10:00:00Z')];
    const [former, anew] = [messages(0, 6, ahead), messages(0, 6, further)];
    await take(former, former.slice(2), anew, anew.slice(3));
    expect(await stage.census()).toMatchObject([
      { partition: 2, received: 6, stored: 6, duplicate: 0 },
      { partition: 1_000_002, received: 6, stored: 6, duplicate: 0 },
    ]);
    expect(await open()).toMatchObject([{ kind: 'topic-begun-anew', partition: 2, lastOffset: 5 }]);
  });

  it('of a topic made anew also tells what of it was gone already', async () => {
    await take(messages(0, 6, before), messages(4, 2, later));
    expect(await open()).toMatchObject([
      { kind: 'offsets-missing', partition: 1_000_002, firstOffset: 0, lastOffset: 3 },
      { kind: 'topic-begun-anew', partition: 2 },
    ]);
  });

  it('stays until somebody of the staff acknowledges it, is counted as a metric, and leaves the process ready', async () => {
    await take(messages(0, 1, before), messages(5, 1, before));
    const [{ id }] = await open();
    const metric = async () =>
      /plaza_payments_alarms\{kind="offsets-missing".*\} (\d+)/.exec(
        (await stage.world.anyone.get<string>('/metrics')).body,
      )?.[1];
    expect(await metric()).toBe('1');
    expect((await stage.world.anyone.get('/health/ready')).status).toBe(200);
    for (const [client, status] of [
      [stage.world.anyone, 401],
      [await customerOf(stage), 403],
      [stage.machine, 403],
    ] as const) {
      expect(await client.get('/v1/payments/alarms')).toMatchObject({ status });
      expect(await client.post(`/v1/payments/alarms/${id}/acknowledge`)).toMatchObject({ status });
    }
    const me = (await stage.staff.get('/v1/identity/me')).body.id;
    const path = `/v1/payments/alarms/${id}/acknowledge`;
    const seen = await stage.staff.post(path, { note: 'Retention was an hour' });
    expect(seen).toMatchObject({
      status: 200,
      body: { acknowledgedBy: { kind: 'staff', id: me }, note: 'Retention was an hour' },
    });
    expect((await stage.staff.post(path, { note: 'Me too' })).body).toEqual(seen.body);
    expect(await open()).toEqual([]);
    expect(await metric()).toBe('0');
    expect((await stage.staff.get('/v1/payments/alarms?total=true')).body).toMatchObject({ total: 1 });
    // What comes after that is another alarm.
    await take(messages(9, 1, before));
    expect(await open()).toMatchObject([{ firstOffset: 6, lastOffset: 8, occurrences: 1 }]);
  });

  it('has to be there to be acknowledged', async () => {
    const nowhere = '/v1/payments/alarms/019e2f41-7c55-7a31-8f0e-2d3c4b5a6978/acknowledge';
    expect(await stage.staff.post(nowhere)).toMatchObject({
      status: 404,
      body: { code: 'payments.alarm-unknown' },
    });
  });
});
