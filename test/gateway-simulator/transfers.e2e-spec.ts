/*
 * The database of transfers, as somebody who reads, writes and follows it sees it.
 */
import { Client } from '#test/client';
import { eventually } from '#test/eventually';
import { EventReader } from '#test/event-reader';
import { startSimulator, type Simulator } from '../../apps/gateway-simulator/src/simulator';

describe('The transfers', () => {
  let simulator: Simulator;
  let client: Client;
  const readers: EventReader[] = [];

  beforeEach(async () => {
    simulator = await startSimulator({ port: 0, hangMsMax: 500 });
    client = new Client(simulator.url);
  });

  afterEach(async () => {
    for (const reader of readers.splice(0)) await reader.close();
    await simulator.close();
  });

  async function follow(): Promise<EventReader> {
    const reader = await EventReader.open(`${simulator.url}/Transfer.json`, 'nobody');
    readers.push(reader);
    return reader;
  }

  const scenario = (wanted: object) => client.put('/transfers/scenario', wanted);

  it('are followed from the whole value on, change by change', async () => {
    await client.put('/Transfer.json', { a: 1, b: 2 });
    const reader = await follow();
    await reader.heard(1);
    await client.put('/Transfer/c.json', { foo: true, bar: false });
    await client.patch('/Transfer/c.json', { foo: 3, baz: 4 });
    await client.patch('/Transfer.json', { 'c/deep/er': 5, a: null });
    expect(await reader.heard(4)).toMatchObject([
      { event: 'put', data: { path: '/', data: { a: 1, b: 2 } } },
      { event: 'put', data: { path: '/c', data: { foo: true, bar: false } } },
      { event: 'patch', data: { path: '/c', data: { foo: 3, baz: 4 } } },
      { event: 'patch', data: { path: '/', data: { 'c/deep/er': 5, a: null } } },
    ]);
    expect((await client.get('/Transfer.json')).body).toEqual({
      b: 2,
      c: { foo: 3, bar: false, baz: 4, deep: { er: 5 } },
    });
  });

  it('are read, pushed and deleted one by one', async () => {
    const { body } = await client.post<{ name: string }>('/Transfer.json', { processed: false });
    expect(body.name).toMatch(/^[\w-]{20}$/);
    expect((await client.get(`/Transfer/${body.name}.json`)).body).toEqual({ processed: false });
    expect((await client.get(`/Transfer/${body.name}/processed.json`)).body).toBe(false);
    await client.delete(`/Transfer/${body.name}.json`);
    expect((await client.get('/Transfer.json')).body).toBeNull();
  });

  it('are written only over what was read, where the writer wants that', async () => {
    await client.put('/Transfer/a.json', { n: 1 });
    const read = await client.get('/Transfer/a.json', { headers: { 'x-firebase-etag': 'true' } });
    const etag = read.headers.get('etag') ?? '';
    await client.put('/Transfer/a.json', { n: 2 });
    const late = await client.put('/Transfer/a.json', { n: 3 }, { headers: { 'if-match': etag } });
    expect([late.status, late.body]).toEqual([412, { n: 2 }]);
    const { body } = await client.get('/transfers/record');
    expect(body.written).toEqual([
      { path: '/a', value: { n: 1 } },
      { path: '/a', value: { n: 2 } },
    ]);
  });

  it('are written in pieces, in many lines and with other ends of line, and say the same', async () => {
    await scenario({ pieceBytes: 1, lineEnd: 'crlf', manyLines: true });
    await client.put('/Transfer/a.json', { name: 'año' });
    const reader = await follow();
    await eventually(() => {
      expect(reader.text).toMatch(/\r\n\r\n$/);
    });
    const data = reader.text.match(/^data: .*(?=\r)/gm)?.map((line) => line.slice('data: '.length));
    expect(JSON.parse((data ?? []).join('\n'))).toEqual({ path: '/', data: { a: { name: 'año' } } });
    expect(reader.text).toMatch(/^: a comment\r\nevent: put\r\n/);
  });

  it('keep a stream alive, and end it when reading is not allowed any more or a token is void', async () => {
    await scenario({ keepAliveMs: 10 });
    const alive = await follow();
    expect((await alive.heard(2))[1]).toMatchObject({ event: 'keep-alive', data: null });
    for (const event of ['cancel', 'auth_revoked']) {
      const reader = await follow();
      await reader.heard(1);
      await client.post('/transfers/signals', { event });
      await reader.end();
      expect(reader.text).toContain(`event: ${event}`);
    }
  });

  it('send a reader on as often as the scenario says, with what it asked for', async () => {
    await scenario({ redirects: 2, tokens: ['sesame'] });
    const first = await fetch(`${simulator.url}/Transfer.json?auth=sesame`, {
      headers: { accept: 'text/event-stream' },
      redirect: 'manual',
    });
    expect([first.status, first.headers.get('location')]).toEqual([307, '/Transfer.json?hop=1&auth=sesame']);
    const refused = await client.get('/Transfer.json');
    expect(refused.status).toBe(401);
  });

  it.each([
    ['error', 503],
    ['refuse', 400],
  ])('fail at one record where the scenario says %s', async (writeFault, status) => {
    await scenario({ writeFault });
    expect((await client.put('/Transfer/a.json', { n: 1 })).status).toBe(status);
    expect((await client.get('/Transfer.json')).body).toBeNull();
  });

  it('cut the line after writing, where the scenario says so', async () => {
    await scenario({ writeFault: 'cut-after' });
    await expect(client.put('/Transfer/a.json', { n: 1 })).rejects.toThrow('fetch failed');
    expect((await client.get('/Transfer.json')).body).toEqual({ a: { n: 1 } });
  });

  it('begin with records that wait to be worked', async () => {
    const { body } = await client.get<{ keys: string[] }>('/transfers/start?count=3');
    expect(Object.keys((await client.get('/Transfer.json')).body as object).sort()).toEqual(body.keys.sort());
  });
});
