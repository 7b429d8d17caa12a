import { once } from 'node:events';
import { Agent, request, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { withClient } from '@plaza/engines';
import { serverUrl } from '#test/database';
import { eventually } from '#test/eventually';
import { World } from '#test/world';
import { version } from '../../package.json';

describe('The machinery around a process', () => {
  let world: World;

  beforeEach(async () => {
    world = await World.start();
  });

  afterEach(async () => {
    await world.end();
  });

  it('sees that it is alive and ready', async () => {
    expect(await world.anyone.get('/health/live')).toMatchObject({ status: 200, body: { status: 'alive' } });
    expect(await world.anyone.get('/health/ready')).toMatchObject({
      status: 200,
      body: { status: 'ready', parts: { database: 'ok' } },
    });
  });

  it('sees that it is not ready while the database is away, and ready again when it is back', async () => {
    const name = new URL(world.database.appUrl).pathname.slice(1);
    const allow = (connections: boolean) =>
      withClient(serverUrl(), async (client) => {
        await client.query(`ALTER DATABASE "${name}" ALLOW_CONNECTIONS ${String(connections)}`);
        if (!connections) {
          await client.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [
            name,
          ]);
        }
      });
    await allow(false);
    await eventually(async () => {
      expect(await world.anyone.get('/health/ready')).toMatchObject({
        status: 503,
        body: { status: 'not-ready' },
      });
    });
    expect(await world.anyone.get('/health/live')).toMatchObject({ status: 200 });
    await allow(true);
    await eventually(async () => {
      expect(await world.anyone.get('/health/ready')).toMatchObject({ status: 200 });
    });
  });

  it('sees which build runs', async () => {
    const { body: live } = await world.anyone.get<{ version: string }>('/health/live');
    expect(live.version).toBe(version);
    const { body } = await world.anyone.get<string>('/metrics');
    expect(body).toMatch(new RegExp(`^plaza_build_info\\{version="${version}",process="test"\\} 1$`, 'm'));
  });

  it('is told what browsers must not do with an answer, also with a refusal', async () => {
    for (const path of ['/v1/catalog/products', '/v1/orders', '/health/live']) {
      const { headers } = await world.anyone.get(path);
      expect(Object.fromEntries(headers)).toMatchObject({
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'SAMEORIGIN',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'strict-transport-security': 'max-age=31536000; includeSubDomains',
      });
    }
    const keeping = async (path: string) => (await world.anyone.get(path)).headers.get('cache-control');
    expect(await keeping('/v1/orders')).toBe('no-store');
    expect(await keeping('/v1/catalog/products')).toBe('public, max-age=0, must-revalidate');
  });

  it('reads what it counts, by route', async () => {
    await world.anyone.get('/v1/catalog/products');
    const { body, headers } = await world.anyone.get<string>('/metrics');
    expect(headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
    expect(body).toMatch(
      /plaza_http_request_duration_seconds_count\{.*route="\/v1\/catalog\/products".*\} [1-9]/,
    );
  });

  it('gets a description of the REST face', async () => {
    const { status, body } = await world.anyone.get('/openapi.json');
    expect(status).toBe(200);
    expect(body.openapi).toMatch(/^3\.1/);
    for (const path of ['/v1/identity/token', '/v1/catalog/products', '/v1/orders', '/v1/payments']) {
      expect(Object.keys(body.paths)).toContain(path);
    }
  });

  it('does not wait at its end for connections that are open, and answers first what was asked', async () => {
    const { port } = new URL(world.url);
    const connection = connect(Number(port), '127.0.0.1');
    await once(connection, 'connect');
    await world.anyone.get('/health/live'); // by then the server knows of both
    const ended = once(connection, 'close');
    const agent = new Agent({ keepAlive: true });
    const asked = once(world.app.getHttpServer(), 'request');
    const asking = request({ agent, port, method: 'POST', path: '/v1/identity/token' });
    const answered = once(asking, 'response');
    asking.setHeader('content-type', 'application/json');
    asking.end('{"username":"nobody","password":"whatever it may be"}');
    await asked;
    const stopped = world.stop();
    const [answer] = (await answered) as [IncomingMessage];
    answer.resume();
    expect(answer.statusCode).toBe(401);
    await stopped;
    await ended;
    agent.destroy();
  });
});
