import { connect, type AddressInfo, type Socket } from 'node:net';
import { Caller } from '@plaza/identity';
import fastify, { type FastifyInstance } from 'fastify';
import { eventually } from '#test/eventually';
import { EventStreamConnection, type StreamEvent } from './event-stream-connection';

describe('A client that listens to events', () => {
  let server: FastifyInstance;
  let connection: EventStreamConnection | undefined;
  let client: Socket;
  let heard = '';
  let ends = { closed: 0 };
  let passedMs = 0;

  beforeEach(async () => {
    [heard, passedMs, connection] = ['', 0, undefined];
    const own = (ends = { closed: 0 });
    server = fastify();
    server.get('/', (_request, reply) => {
      const caller = Caller.of({ sub: 'c1', iat: 0, exp: 1, sid: 's1', role: 'customer' });
      if (!caller) throw new Error('These are the claims of a customer');
      connection = new EventStreamConnection('o1', caller, reply, 0n, () => passedMs);
      connection.begin(() => (own.closed += 1));
    });
    await server.listen({ port: 0, host: '127.0.0.1' });
    const { port } = server.server.address() as AddressInfo;
    client = connect(port, '127.0.0.1', () => client.write('GET / HTTP/1.1\r\nHost: plaza\r\n\r\n'));
    client.on('data', (data) => (heard += data.toString()));
    client.on('error', () => undefined);
  });

  afterEach(async () => {
    client.destroy();
    await server.close();
  });

  const opened = () =>
    eventually(() => {
      if (!connection || !heard.includes('retry: ')) throw new Error('It has not begun');
      return connection;
    });
  const event = (id: number, length = 1): StreamEvent => {
    return { id: BigInt(id), type: 'order-paid', data: { text: 'x'.repeat(length) } };
  };

  it('hears every event once, whatever it is told again', async () => {
    const stream = await opened();
    stream.tell([event(1), event(2)]);
    stream.tell([event(1), event(2), event(3)]);
    await eventually(() => {
      expect(heard.match(/^id: \d+$/gm)).toEqual(['id: 1', 'id: 2', 'id: 3']);
    });
    expect(stream.after).toBe(3n);
  });

  it('hears that the line is alive when nothing happens for long', async () => {
    const stream = await opened();
    stream.keepAlive(true);
    expect(heard).not.toContain(': \n');
    passedMs += 15_000;
    stream.keepAlive(true);
    await eventually(() => {
      expect(heard).toContain(': \n\n');
    });
  });

  it.each([
    ['while it may listen', true],
    ['when it may listen no more', false],
  ])('that does not read takes a bounded lot, and is let go after a while: %s', async (_, mayGoOn) => {
    const stream = await opened();
    client.pause();
    let told = 0;
    await eventually(() => {
      for (; stream.takesMore && told < 10_000; told += 1) stream.tell([event(told + 1, 10_000)]);
      expect(stream.takesMore).toBe(false);
    });
    expect(told).toBeLessThan(10_000);
    passedMs += 29_000;
    stream.keepAlive(mayGoOn);
    expect(ends.closed).toBe(0);
    passedMs += 1_000;
    stream.keepAlive(mayGoOn);
    await eventually(() => {
      expect(ends.closed).toBe(1);
    });
  });

  it('is told that it is over after the last event', async () => {
    const stream = await opened();
    stream.tell([event(1), { ...event(2), last: true }]);
    await eventually(() => {
      expect([heard.includes('id: 2'), ends.closed]).toEqual([true, 1]);
    });
    expect(stream.takesMore).toBe(false);
  });
});
