import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ErrorLogClient } from './error-log.client';

const error = { paymentId: null, errorType: 'other' as const, description: 'Not JSON [report 1]' };

describe('The error log over HTTP', () => {
  let server: Server | undefined;

  afterEach(async () => {
    server?.closeAllConnections();
    await new Promise((resolve) => (server ? server.close(resolve) : resolve(undefined)));
    server = undefined;
  });

  async function log(listener: RequestListener): Promise<ErrorLogClient> {
    const listening = createServer(listener);
    server = listening;
    await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve));
    return new ErrorLogClient(`http://127.0.0.1:${(listening.address() as AddressInfo).port}`);
  }

  it('is told as its documentation wants', async () => {
    let seen = '';
    const told = await log((request, response) => {
      request.on('data', (chunk: Buffer) => (seen += chunk.toString()));
      request.on('end', () => response.end('{}'));
    });
    expect((await told.tell(error)).outcome).toBe('taken');
    expect(JSON.parse(seen)).toEqual({
      payment_id: null,
      error_type: 'other',
      error_description: 'Not JSON [report 1]',
    });
  });

  it.each([
    [200, 'taken'],
    [201, 'taken'],
    [204, 'taken'],
    [301, 'unknown'],
    [400, 'refused'],
    [404, 'not-taken'],
    [429, 'not-taken'],
    [500, 'unknown'],
    [503, 'not-taken'],
  ])('answering %i has it %s', async (status, outcome) => {
    const told = await log((_request, response) => response.writeHead(status, { location: '/' }).end());
    expect((await told.tell(error)).outcome).toBe(outcome);
  });

  it('may have taken what was told when the connection is cut, and cannot have when there was none', async () => {
    const told = await log((request) => request.socket.destroy());
    expect((await told.tell(error)).outcome).toBe('unknown');
    await new Promise((resolve) => server?.close(resolve));
    expect((await told.tell(error)).outcome).toBe('not-taken');
  });

  it('is searched for texts however its list is cut into pieces', async () => {
    const told = await log((_request, response) => {
      response.write('[{"error_description":"Not JSON [report 0193-a', () => response.end('bc]"}]'));
    });
    const found = await told.holding(new Set(['0193-abc', '0193-def']));
    expect(found).toEqual(new Set(['0193-abc']));
  });

  it('that has no list cannot tell', async () => {
    const told = await log((_request, response) => response.writeHead(404).end());
    expect(await told.holding(new Set(['1']))).toBeNull();
  });

  it('that is down can tell later', async () => {
    const told = await log((_request, response) => response.writeHead(503).end());
    await expect(told.holding(new Set(['1']))).rejects.toThrow('503');
  });
});
