import { once } from 'node:events';
import { connect } from 'node:net';
import { withClient } from '@plaza/engines';
import { serverUrl } from '#test/database';
import { eventually } from '#test/eventually';
import { World } from '#test/world';

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

  it('does not wait at its end for connections on which nothing was asked', async () => {
    const connection = connect(Number(new URL(world.url).port), '127.0.0.1');
    await once(connection, 'connect');
    await world.anyone.get('/health/live'); // by then the server knows of both
    const ended = once(connection, 'close');
    await world.stop();
    await ended;
  });
});
