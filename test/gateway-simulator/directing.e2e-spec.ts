/*
 * The director's side: the scenario, the page, and what is said to requests and environments that make no sense.
 */
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { Client } from '#test/client';
import { readEnvironment } from '../../apps/gateway-simulator/src/environment';
import { startSimulator, type Simulator } from '../../apps/gateway-simulator/src/simulator';
import { pointersOf, type ProblemDocument } from './answers';

describe('Directing the simulator', () => {
  let simulator: Simulator;
  let client: Client;

  beforeAll(async () => {
    simulator = await startSimulator({ port: 0 });
    client = new Client(simulator.url);
  });

  afterAll(() => simulator.close());

  const usual = {
    shares: { approve: 0.8, refuse: 0.15, malformed: 0.01, error: 0.02, timeout: 0.01, reset: 0.01 },
    nonAnswersMax: 2,
    latencyMs: { min: 0, max: 0 },
    log: { down: false, fault: 'unavailable', latencyMs: 0 },
  };

  it('sets the scenario whole: what is left out is as usual', async () => {
    const shares = { approve: 0.5, refuse: 0.25, malformed: 0, error: 0.25, timeout: 0, reset: 0 };
    const put = await client.put('/scenario', {
      shares: { approve: 0.5, refuse: 0.25, error: 0.25 },
      nonAnswersMax: 7,
    });

    expect(put.body).toEqual({ ...usual, shares, nonAnswersMax: 7 });
    expect((await client.get('/scenario')).body).toEqual(put.body);
    expect((await client.put('/scenario', {})).body).toEqual(usual);
  });

  it.each([
    ['shares above 1 in all', { shares: { approve: 0.9, refuse: 0.2 } }, ['/shares']],
    ['a share below 0', { shares: { approve: -0.1 } }, ['/shares/approve']],
    ['latency the wrong way round', { latencyMs: { min: 5, max: 4 } }, ['/latencyMs']],
    [
      'many faults',
      {
        sharse: {},
        nonAnswersMax: 1.5,
        latencyMs: { min: '1' },
        log: { down: 'yes', mode: 1, fault: 'cut' },
      },
      ['/latencyMs/min', '/log/down', '/log/fault', '/log/mode', '/nonAnswersMax', '/sharse'],
    ],
    ['no object', [], ['']],
  ])('refuses a scenario with %s and keeps the one it has', async (_what, body, pointers) => {
    const answer = await client.put<ProblemDocument>('/scenario', body);

    expect(answer.status).toBe(400);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(pointersOf(answer.body)).toEqual(pointers);
    expect((await client.get('/scenario')).body).toEqual(usual);
  });

  it.each([
    ['/start?count=0', ['/count']],
    ['/start?count=1000001', ['/count']],
    ['/start?count=ten&seconds=-1&seed=a%20b&speed=9', ['/count', '/seconds', '/seed', '/speed']],
    ['/start?count=1&count=2', ['/count']],
    ['/start?seconds=86401', ['/seconds']],
    ['/sent/messages?case=odd&topic=both', ['/case', '/topic']],
    ['/logs?last=-1', ['/last']],
  ])('refuses %s, naming every fault', async (path, pointers) => {
    const answer = await client.get<ProblemDocument>(path);

    expect(answer.status).toBe(400);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(pointersOf(answer.body)).toEqual(pointers);
  });

  it.each([
    ['GET', '/nowhere', 404],
    ['DELETE', '/logs', 404],
    ['POST', '/start', 404],
    ['GET', '/payments/%ZZ', 400],
  ])('answers %s %s with a problem', async (method, path, status) => {
    const answer = await client.request<ProblemDocument>(method, path, undefined);

    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
  });

  it('starts nothing on a HEAD', async () => {
    expect((await client.request('HEAD', '/start', undefined)).status).toBe(404);
  });

  it('answers bytes that are not HTTP with a problem too', async () => {
    const socket = connect(simulator.port, '127.0.0.1');
    socket.end('GET / HTTP/1.1\r\nno header\r\n\r\n');

    expect(await text(socket)).toMatch(/^HTTP\/1.1 400 [^]*application\/problem\+json[^]*"status":400/);
  });

  it('serves a page that loads nothing from elsewhere', async () => {
    const answer = await client.get<string>('/');

    expect(answer.headers.get('content-type')).toContain('text/html');
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(answer.body).toContain('<title>Gateway simulator</title>');
    expect(answer.body).not.toMatch(/(?:src|href)=/);
  });

  it('names the address when it is taken', async () => {
    await expect(startSimulator({ port: simulator.port })).rejects.toThrow(`127.0.0.1:${simulator.port}`);
  });
});

describe('The environment of the simulator', () => {
  const feed = { FEED_URL: 'http://127.0.0.1:3000', FEED_CLIENT_ID: 'till', FEED_CLIENT_SECRET: 's' };

  it('leads to Kafka where brokers are named, and to the feed where they are not', () => {
    expect(
      readEnvironment({ KAFKA_BROKERS: 'one:9092, [::1]:9093', KAFKA_ONLINE_TOPIC: 'in', ...feed }),
    ).toEqual({
      options: {
        port: 9_000,
        destination: {
          kafka: { brokers: ['one:9092', '[::1]:9093'], onlineTopic: 'in', offlineTopic: 'offline' },
        },
      },
    });
    expect(
      readEnvironment({ ...feed, KAFKA_BROKERS: '', PORT: '0', HOST: '0.0.0.0', SEED: 'monday' }),
    ).toEqual({
      options: {
        port: 0,
        host: '0.0.0.0',
        seed: 'monday',
        destination: { feed: { url: 'http://127.0.0.1:3000', clientId: 'till', clientSecret: 's' } },
      },
    });
  });

  it.each([
    [{}, ['KAFKA_BROKERS or FEED_URL']],
    [{ FEED_URL: 'plaza' }, ['FEED_URL', 'FEED_CLIENT_ID', 'FEED_CLIENT_SECRET']],
    [{ ...feed, FEED_URL: 'ftp://plaza' }, ['FEED_URL']],
    [
      { PORT: '70000', SEED: 'a b', KAFKA_ONLINE_TOPIC: 'a b', KAFKA_BROKERS: 'one,two:2' },
      ['PORT', 'SEED', 'KAFKA_ONLINE_TOPIC', 'KAFKA_BROKERS'],
    ],
    [{ ...feed, KAFKA_ONLINE_TOPIC: 'offline' }, ['KAFKA_ONLINE_TOPIC and KAFKA_OFFLINE_TOPIC']],
  ])('is refused with every fault at once: %j', (environment, names) => {
    const read = readEnvironment(environment);

    expect('faults' in read && read.faults.map((fault) => fault.split(':')[0])).toEqual(names);
  });
});
