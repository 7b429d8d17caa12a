/*
 * How a simulation sends: spread over its time, never losing a message, and honest about those it may have sent twice.
 */
import { Client } from '#test/client';
import { eventually } from '#test/eventually';
import { startSimulator, type Simulator } from '../../apps/gateway-simulator/src/simulator';
import { ended, record, start, type LogEntry, type ProblemDocument } from './answers';
import { credentials, FeedReceiver } from './feed-receiver';
import { countCases, readMessages } from './reading';

describe('The emission of a simulation', () => {
  let receiver: FeedReceiver;
  let simulator: Simulator;
  let client: Client;

  beforeEach(async () => {
    receiver = new FeedReceiver();
    await receiver.open();
    // An address with a slash at its end is the same address.
    const feed = { url: `${receiver.url}/`, ...credentials };
    simulator = await startSimulator({ port: 0, destination: { feed } });
    client = new Client(simulator.url);
  });

  afterEach(async () => {
    await simulator.close();
    await receiver.close();
  });

  it('is spread over the seconds that were asked for', async () => {
    await start(client, { count: 200, seconds: 1 });
    const sent = await ended(client);
    const tookMs = Date.parse(sent.finishedAt ?? '') - Date.parse(sent.startedAt ?? '');

    expect(tookMs).toBeGreaterThanOrEqual(950);
    expect(receiver.batches).toBeGreaterThan(10);
    expect(receiver.total).toBe(200);
  });

  it('asks once for a token with the machine credentials and the scope of the feed', async () => {
    await start(client, { count: 2_000, seconds: 0 });
    await ended(client);

    const form =
      'application/x-www-form-urlencoded;charset=UTF-8 grant_type=client_credentials&scope=payments%3Afeed';
    expect(new Set(receiver.tokenRequests)).toEqual(new Set([form]));
    expect(receiver.tokenRequests.length).toBeLessThanOrEqual(2);
  });

  it('renews its token before it ends, and after it was revoked', async () => {
    receiver.tokenLifeSeconds = 0.001;
    await start(client, { count: 4_000, seconds: 0 });
    await ended(client);
    expect(receiver.tokenRequests.length).toBeGreaterThan(4);

    receiver.tokenLifeSeconds = 60;
    await start(client, { count: 100, seconds: 0 });
    await ended(client);
    receiver.revokeTokens();
    await start(client, { count: 100, seconds: 0 });
    const sent = await ended(client);

    expect(sent).toMatchObject({ total: 100, sentAgain: 0 });
    expect(receiver.total).toBe(4_200);
  });

  it('sends a refused batch until it is taken, and does not count it as sent again', async () => {
    receiver.treatments = ['refuse', 'refuse', 'refuse'];
    await start(client, { count: 300, seconds: 0 });
    const sent = await ended(client);

    expect(sent).toMatchObject({ total: 300, sentAgain: 0 });
    expect(sent.lastFault).toContain('429');
    expect(receiver.total).toBe(300);
  });

  it.each(['take-and-cut', 'take-and-fail'] as const)(
    'counts as sent again what a receiver may have taken without saying so (%s)',
    async (treatment) => {
      receiver.treatments = [treatment, 'refuse', treatment];
      const promised = await start(client, { count: 300, seconds: 0 });
      const sent = await ended(client);

      expect(sent.total).toBe(300);
      expect(sent.perCase).toEqual(promised.perCase);
      expect(sent.sentAgain).toBeGreaterThan(0);
      expect(receiver.total).toBe(300 + sent.sentAgain);
      expect(countCases(readMessages('online', receiver.received.online))['plain']).toBe(
        promised.perTopicAndCase.online['plain'],
      );
    },
  );

  it('goes on where it was when the receiver comes back', async () => {
    await start(client, { count: 2_000, seconds: 2 });
    await eventually(() => expect(receiver.total).toBeGreaterThan(200));
    await receiver.close();
    await eventually(async () => expect((await record(client)).lastFault).toContain('ECONNREFUSED'));
    await receiver.open();
    const sent = await ended(client);

    expect(sent.total).toBe(2_000);
    expect(receiver.total).toBeGreaterThanOrEqual(2_000);
    expect(receiver.total).toBeLessThanOrEqual(2_000 + sent.sentAgain);
    for (const topic of ['online', 'offline'] as const) {
      const distinct = new Set(receiver.received[topic].map((message) => message.toString('latin1')));
      // Repeats are meant to be the same; "not JSON" has few words to say.
      const readings = readMessages(topic, receiver.received[topic]);
      const ids = new Set(readings.map((reading) => reading.paymentId).filter((id) => id !== null));
      const repeats =
        (sent.perTopicAndCase[topic]['repeated'] ?? 0) + (sent.perTopicAndCase[topic]['conflicting'] ?? 0);
      expect(ids.size).toBe(sent.perTopic[topic] - repeats - (sent.perTopicAndCase[topic]['not-json'] ?? 0));
      expect(distinct.size).toBeLessThanOrEqual(sent.perTopic[topic]);
    }
  });

  it('ends when another start comes, which begins with a clean slate', async () => {
    await client.post('/log', {
      payment_id: '',
      error_type: 'other',
      error_description: 'of the former simulation',
    });
    const payment = {
      payment_id: '3f5379b6-4a95-49b3-a9c0-3a5703df8073',
      account_id: 5,
      payment_type: 'online',
      amount: 3,
    };
    await client.put('/scenario', { shares: { approve: 1 } });
    await client.post('/payment', payment);
    await start(client, { count: 100_000, seconds: 3_600 });
    const next = await start(client, { count: 50, seconds: 0 });
    const sent = await ended(client);

    expect(sent).toMatchObject({ total: 50, seed: next.seed });
    expect(sent.gateway.payments.asked).toBe(0);
    expect((await client.get<LogEntry[]>('/logs')).body).toEqual([]);
    expect((await client.get(`/payments/${payment.payment_id}`)).status).toBe(404);
    // The scenario is the director's and stays.
    expect((await client.get<{ shares: object }>('/scenario')).body.shares).toMatchObject({ approve: 1 });
  });

  it('stops when the simulator is closed', async () => {
    await start(client, { count: 100_000, seconds: 3_600 });
    await simulator.close();
    const received = receiver.total;
    await start(
      new Client((simulator = await startSimulator({ port: 0, destination: feedOf(receiver) })).url),
      {
        count: 10,
        seconds: 0,
      },
    );
    await eventually(() => expect(receiver.total).toBe(received + 10));
  });

  it('is refused, with the reason, by a simulator that has nowhere to send', async () => {
    const answering = await startSimulator({ port: 0 });
    const answer = await new Client(answering.url).get<ProblemDocument>('/start');
    await answering.close();

    expect(answer.status).toBe(409);
    expect(answer.body.detail).toContain('nowhere to send');
  });
});

function feedOf(receiver: FeedReceiver): { feed: { url: string; clientId: string; clientSecret: string } } {
  return { feed: { url: receiver.url, ...credentials } };
}
