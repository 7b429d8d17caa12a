/*
 * What a simulation sends: every known kind of message, in the numbers that its start promises.
 */
import { Client } from '#test/client';
import { startSimulator, type Simulator } from '../../apps/gateway-simulator/src/simulator';
import { ended, occurring, start, type SentMessage } from './answers';
import { credentials, FeedReceiver } from './feed-receiver';
import { countCases, readMessages, type Reading } from './reading';

const topics = ['online', 'offline'] as const;

describe('The messages of a simulation', () => {
  let receiver: FeedReceiver;
  let simulator: Simulator;
  let client: Client;

  beforeEach(async () => {
    receiver = new FeedReceiver();
    await receiver.open();
    const feed = { url: receiver.url, ...credentials };
    simulator = await startSimulator({ port: 0, destination: { feed } });
    client = new Client(simulator.url);
  });

  afterEach(async () => {
    await simulator.close();
    await receiver.close();
  });

  const readAll = (): Record<'online' | 'offline', Reading[]> => ({
    online: readMessages('online', receiver.received.online),
    offline: readMessages('offline', receiver.received.offline),
  });

  it.each([1, 4, 17, 100, 1_000, 5_003])(
    'of %i arrive in exactly the numbers that the start promises',
    async (count) => {
      const promised = await start(client, { count, seconds: 0 });
      const sent = await ended(client);
      const readings = readAll();

      expect(promised.total).toBe(count);
      expect(receiver.total).toBe(count);
      for (const topic of topics) {
        expect(readings[topic]).toHaveLength(promised.perTopic[topic]);
        expect(countCases(readings[topic])).toEqual(occurring(promised.perTopicAndCase[topic]));
      }
      expect(countCases([...readings.online, ...readings.offline])).toEqual(occurring(promised.perCase));
      expect(sent).toMatchObject({
        total: count,
        perTopic: promised.perTopic,
        perCase: promised.perCase,
        sentAgain: 0,
      });
      expect(sent.promised).toEqual({ ...sent.promised, total: count, perCase: promised.perCase });
    },
  );

  it('are mostly plain, and each of the 22 edge cases is among a thousand', async () => {
    const { perCase } = await start(client, { count: 1_000, seconds: 0 });

    expect(perCase['plain']).toBeGreaterThan(800);
    expect(Object.values(perCase).every((number) => number > 0)).toBe(true);
    expect(Object.keys(perCase).sort()).toEqual([
      'account-negative',
      'account-text',
      'account-unknown',
      'account-zero',
      'amount-fractional',
      'amount-negative',
      'amount-text',
      'amount-zero',
      'array-of-one',
      'card-empty',
      'card-missing',
      'card-null',
      'card-short',
      'conflicting',
      'not-json',
      'not-utf8',
      'one-megabyte',
      'plain',
      'repeated',
      'single-quoted',
      'truncated',
      'type-contradicts-topic',
      'unknown-fields',
    ]);
  });

  it('come again only after their original, on the same topic, some in its batch and some in a later one', async () => {
    const { perTopicAndCase } = await start(client, { count: 4_000, seconds: 0 });
    await ended(client);
    const distances = topics.flatMap((topic) => {
      const readings = readMessages(topic, receiver.received[topic]);
      return readings.flatMap(({ case: messageCase, paymentId }, place) => {
        if (messageCase !== 'repeated' && messageCase !== 'conflicting') return [];
        return [place - readings.findIndex((reading) => reading.paymentId === paymentId)];
      });
    });
    const everyId = topics.flatMap((topic) => {
      const ids = readMessages(topic, receiver.received[topic]).map((reading) => reading.paymentId);
      return [...new Set(ids.filter((id) => id !== null))];
    });

    expect(distances).toHaveLength(120);
    expect(Math.min(...distances)).toBeLessThan(10);
    expect(Math.max(...distances)).toBeGreaterThan(500);
    // No id is on both topics, so what came again came on its original's.
    expect(new Set(everyId).size).toBe(everyId.length);
    expect(perTopicAndCase.online['repeated']).toBe(40);
  });

  it('of one million bytes stay below what Kafka and HTTP servers take by default', async () => {
    await start(client, { count: 1_000, seconds: 0 });
    await ended(client);
    const large = topics.flatMap((topic) =>
      receiver.received[topic].filter((message) => message.length > 10_000),
    );

    expect(large.map((message) => message.length)).toEqual([1_000_000, 1_000_000]);
  });

  it('are listed by id, topic and case as the receiver got them', async () => {
    await start(client, { count: 1_000, seconds: 0 });
    await ended(client);
    const { body: all } = await client.get<SentMessage[]>('/sent/messages');
    const { body: conflicting } = await client.get<SentMessage[]>('/sent/messages', {
      query: { case: 'conflicting' },
    });
    const { body: offline } = await client.get<SentMessage[]>('/sent/messages', {
      query: { topic: 'offline' },
    });

    for (const topic of topics) {
      const listed = all.filter((message) => message.topic === topic);
      const got = readMessages(topic, receiver.received[topic]);
      expect(listed).toEqual(
        got.map(({ case: messageCase, paymentId }) => ({ paymentId, topic, case: messageCase })),
      );
    }
    const { body: withContent } = await client.get<SentMessage[]>('/sent/messages', {
      query: { topic: 'offline', content: 'true' },
    });
    expect(withContent.map(({ value = '' }) => value)).toEqual(
      receiver.received.offline.map((bytes) => bytes.toString('base64')),
    );
    expect(conflicting).toEqual(all.filter((message) => message.case === 'conflicting'));
    expect(offline).toEqual(all.filter((message) => message.topic === 'offline'));
  });

  it('are the same to the byte for the same seed, and others for another', async () => {
    const received = async (query: Record<string, string | number>): Promise<Buffer[]> => {
      receiver.received.online = [];
      receiver.received.offline = [];
      await start(client, { count: 300, seconds: 0, ...query });
      await ended(client);
      return [...receiver.received.online, ...receiver.received.offline];
    };
    const first = await received({ seed: 'monday' });
    const again = await received({ seed: 'monday' });
    const other = await received({ seed: 'tuesday' });
    const unnamed = await received({});

    expect(Buffer.concat(again).equals(Buffer.concat(first))).toBe(true);
    const ids = (messages: Buffer[]): (string | null)[] =>
      readMessages('online', messages).map((one) => one.paymentId);
    const known = new Set([...ids(first), ...ids(other)].filter((id) => id !== null));
    expect(ids(other).some((id) => id !== null && ids(first).includes(id))).toBe(false);
    expect(ids(unnamed).some((id) => id !== null && known.has(id))).toBe(false);
  });

  it('can be a million, promised at once', async () => {
    const { total, perCase } = await start(client, { count: 1_000_000, seconds: 86_400 });

    expect(total).toBe(1_000_000);
    expect(perCase['one-megabyte']).toBe(10);
    expect(Object.values(perCase).reduce((sum, number) => sum + number, 0)).toBe(1_000_000);
  });
});
