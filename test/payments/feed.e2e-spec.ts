/** The feed takes what would be on a topic, exactly as it is, from machines that may; all else it refuses whole. */
import { unframeMessage, type StreamStatus } from '@plaza/payments';
import { Sealing, type Sealed } from '@plaza/platform';
import { eventually } from '#test/eventually';
import type { EventReader } from '#test/event-reader';
import { Stage, payment } from './stage';

describe('The feed', () => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await Stage.start();
    await stage.scenario({ shares: { approve: 1 } });
  });

  afterAll(() => stage.end());

  const ndjson = { headers: { 'content-type': 'application/x-ndjson' } };
  const path = '/v1/payments/messages?topic=offline';
  const received = async () => (await stage.census()).reduce((sum, entry) => sum + entry.received, 0);

  it('keeps every byte as it came, sealed, readable or not', async () => {
    const lines = [
      Buffer.from('{"payment_id": "half'),
      Buffer.from([0xff, 0x00, 0xfe, 0x22]),
      Buffer.from(`${JSON.stringify(payment('offline'))}\r`),
      Buffer.from('4980276372331233'),
    ];
    const fed = await stage.feed('offline', lines);
    const rows = await stage.world.rows<{ sealed: Sealed }>(
      'SELECT sealed FROM payments.messages WHERE message_offset >= $1 ORDER BY message_offset',
      [fed.body.firstOffset],
    );
    const sealing = stage.world.app.get(Sealing);
    expect(rows.map(({ sealed }) => unframeMessage(sealing.open(sealed)).value)).toEqual(lines);
    for (const { sealed } of rows) expect(sealed.includes('4980276372331233')).toBe(false);
  });

  it('gives offsets without gaps to requests that come at the same time', async () => {
    const before = await received();
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, number) =>
        stage.feed(
          'offline',
          Array.from({ length: number + 1 }, () => payment('offline')),
        ),
      ),
    );
    const stretches = answers
      .map(({ body }) => [body.firstOffset, body.lastOffset, body.count] as [number, number, number])
      .sort(([one], [other]) => one - other);
    let next = before;
    for (const [first, last, count] of stretches) {
      expect(first).toBe(next);
      expect(last - first + 1).toBe(count);
      next = last + 1;
    }
    expect(await received()).toBe(before + 78);
  });

  it('is looked on by staff, who are told how the stream stands, and what has changed when they come back', async () => {
    const told = ({ events }: EventReader) => {
      const status = events.at(-1)?.data as Pick<StreamStatus, 'census'> | undefined;
      return status?.census.reduce((sum, entry) => sum + entry.received, 0);
    };
    const before = await received();
    const listener = await stage.listen();
    const [first] = await listener.heard(1);
    await stage.feed('offline', [payment('offline'), payment('offline')]);
    await eventually(() => {
      expect(told(listener)).toBe(before + 2);
    });
    await listener.close();
    const back = await stage.listen({ 'last-event-id': first?.id ?? '' });
    await back.heard(1);
    expect(told(back)).toBe(before + 2);
    await back.close();
  });

  it('takes a last line without an end', async () => {
    const body = `${JSON.stringify(payment('offline'))}\n${JSON.stringify(payment('offline'))}`;
    expect(await stage.machine.post(path, body, ndjson)).toMatchObject({ status: 202, body: { count: 2 } });
  });

  it.each([
    ['nothing', path, '', ndjson, 400, 'request.invalid'],
    ['no topic', '/v1/payments/messages', '{}\n', ndjson, 400, 'request.invalid'],
    ['an unknown topic', '/v1/payments/messages?topic=cash', '{}\n', ndjson, 400, 'request.invalid'],
    ['an unknown parameter', `${path}&partition=3`, '{}\n', ndjson, 400, 'request.invalid'],
    [
      'JSON',
      path,
      '{}',
      { headers: { 'content-type': 'application/json' } },
      415,
      'request.media-type-unknown',
    ],
    ['text', path, '{}', { headers: { 'content-type': 'text/plain' } }, 415, 'request.media-type-unknown'],
    ['too many lines', path, '{}\n'.repeat(10_001), ndjson, 400, 'payments.feed-too-many-lines'],
    ['a line that is too long', path, 'x'.repeat(2 * 1024 * 1024 + 1), ndjson, 400, 'request.invalid'],
    ['too much', path, `${'x'.repeat(1024 * 1024)}\n`.repeat(17), ndjson, 413, 'request.too-large'],
  ])('refuses %s and keeps nothing of it', async (_what, to, body, options, status, code) => {
    const before = await received();
    const answer = await stage.machine.post(to, body, options);
    expect({ status: answer.status, code: answer.body.code }).toEqual({ status, code });
    expect(await received()).toBe(before);
  });

  it('is for machines with the scope, and for nobody else', async () => {
    const line = JSON.stringify(payment('offline'));
    expect((await stage.world.anyone.post(path, line, ndjson)).status).toBe(401);
    expect((await stage.staff.post(path, line, ndjson)).status).toBe(403);
  });
});

describe('Where Kafka is', () => {
  it('the feed is closed', async () => {
    const stage = await Stage.start({
      processes: ['api'],
      variables: { KAFKA_BROKERS: '127.0.0.1:1' },
    });
    expect(await stage.feed('offline', [payment('offline')])).toMatchObject({
      status: 409,
      body: { code: 'payments.feed-closed' },
    });
    await stage.end();
  });
});
