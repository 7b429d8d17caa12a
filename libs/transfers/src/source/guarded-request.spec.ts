import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { guardedRequest, type Guard } from './guarded-request';

interface Stranger {
  url: string;
  asked: IncomingMessage[];
  sendOnTo: string | undefined;
}

const servers: Server[] = [];

/** Answers, or sends on to where it is told. */
async function stranger(): Promise<Stranger> {
  const it: Stranger = { url: '', asked: [], sendOnTo: undefined };
  const server = createServer((request, response) => {
    it.asked.push(request);
    if (it.sendOnTo === undefined) response.end('here');
    else response.writeHead(307, { location: it.sendOnTo }).end();
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  it.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return it;
}

afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

const ask = (url: string, guard: Partial<Guard> = {}, body?: string) =>
  guardedRequest(
    new URL(`${url}/Transfer.json`),
    {
      method: body === undefined ? 'GET' : 'PUT',
      headers: {},
      ...(body !== undefined && { body }),
      signal: AbortSignal.timeout(5_000),
    },
    { home: new URL(url), token: 'sesame', trustedHosts: [], ...guard },
  );

describe('A request that is sent on', () => {
  it('goes there with its method, its body and the token, on the same host', async () => {
    const [first, second] = [await stranger(), await stranger()];
    first.sendOnTo = `${second.url}/other?ns=one`;
    const response = await ask(first.url, {}, '{}');
    expect(response.statusCode).toBe(200);
    const [asked] = second.asked;
    expect([asked?.method, asked?.url]).toEqual(['PUT', '/other?ns=one&auth=sesame']);
    expect(asked?.headers['content-length']).toBe('2');
  });

  it('is given up after five times', async () => {
    const first = await stranger();
    first.sendOnTo = '/again';
    await expect(ask(first.url)).rejects.toThrow('more than 5 times');
    expect(first.asked).toHaveLength(6);
  });

  it('takes no token to a host that nobody trusts, not even one that was put into the address', async () => {
    const [first, second] = [await stranger(), await stranger()];
    // The other name of the same machine, which no resolver has to be asked about.
    const port = new URL(second.url).port;
    first.sendOnTo = `http://localhost:${port}/?auth=sesame`;
    await expect(ask(first.url)).rejects.toThrow('not public');
    expect(second.asked).toEqual([]);
    await ask(first.url, { trustedHosts: ['localhost'] });
    expect(second.asked[0]?.url).toBe('/?auth=sesame');
  });

  it.each(['ftp://127.0.0.1/', 'file:///etc/passwd', 'http://', 'javascript:1'])(
    'is not followed to %s',
    async (address) => {
      const first = await stranger();
      first.sendOnTo = address;
      await expect(ask(first.url)).rejects.toThrow(/sent us on to/);
    },
  );

  it.each(['http://169.254.169.254/latest', 'http://[::1]/', 'http://10.0.0.1/', 'http://0x7f.1/'])(
    'is not followed from elsewhere to our own %s',
    async (address) => {
      const first = await stranger();
      first.sendOnTo = address;
      await expect(ask(first.url, { home: new URL('https://elsewhere.example') })).rejects.toThrow(
        'not public',
      );
    },
  );
});
