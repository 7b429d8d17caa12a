import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { screeningAnswerBytesMax } from '@plaza/platform';
import { ScreeningClient } from './screening.client';

const paymentId = '3f5379b6-4a95-49b3-a9c0-3a5703df8073';

describe('The screening service, asked over HTTP', () => {
  let server: Server | undefined;

  afterEach(async () => {
    server?.closeAllConnections();
    await new Promise((resolve) => (server ? server.close(resolve) : resolve(undefined)));
    server = undefined;
  });

  async function service(listener: RequestListener, timeoutMs = 300): Promise<ScreeningClient> {
    const listening = createServer(listener);
    server = listening;
    await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve));
    const { port } = listening.address() as AddressInfo;
    return new ScreeningClient({
      url: `http://127.0.0.1:${port}`,
      authorization: 'Token abc',
      timeoutMs,
      subject: 'https://calls.example.org/{paymentId}.wav?of=till 7',
    });
  }

  it('is asked about a name made of the id, and shown who asks', async () => {
    let seen: IncomingMessage | undefined;
    const asked = await service((request, response) => {
      seen = request;
      response.end('{}');
    });
    await asked.ask(paymentId);
    const about = encodeURIComponent(`https://calls.example.org/${paymentId}.wav?of=till 7`);
    expect(seen).toMatchObject({
      method: 'GET',
      url: `/RAnalysis/?actionType=2&audioStreamUrl=${about}`,
    });
    expect(seen?.headers.authorization).toBe('Token abc');
  });

  it('has its answer kept whole', async () => {
    const asked = await service((_request, response) => response.end('{"Status":"OK"} and more'));
    expect(await asked.ask(paymentId)).toEqual({
      httpStatus: 200,
      text: '{"Status":"OK"} and more',
      fault: null,
    });
  });

  it.each([302, 401, 404, 500])(
    'gives no answer with status %i, but what it said is kept',
    async (status) => {
      const asked = await service((_request, response) => {
        response.writeHead(status, { location: '/elsewhere' }).end('No');
      });
      expect(await asked.ask(paymentId)).toEqual({
        httpStatus: status,
        text: 'No',
        fault: `It answered ${status}`,
      });
    },
  );

  it.each<[string, RequestListener, string]>([
    ['says nothing', () => undefined, 'No answer within 300 ms'],
    ['stops in the middle', (_request, response) => response.write('{"Sta'), 'No answer within 300 ms'],
  ])('gives no answer when it %s', async (_what, listener, fault) => {
    const asked = await service(listener);
    expect(await asked.ask(paymentId)).toMatchObject({ text: null, fault });
  });

  it('has an answer kept that is as long as may be, and no longer one', async () => {
    let length = screeningAnswerBytesMax;
    const asked = await service((_request, response) => {
      response.on('error', () => undefined);
      response.end('x'.repeat(length));
    }, 60_000);
    expect((await asked.ask(paymentId)).text).toHaveLength(length);
    length += 1;
    expect(await asked.ask(paymentId)).toEqual({
      ...{ httpStatus: 200, text: null, fault: 'The answer is over 4194304 bytes' },
    });
  });

  it('gives no answer when the connection is cut, or nobody is there', async () => {
    const asked = await service((request) => request.socket.destroy());
    expect(await asked.ask(paymentId)).toMatchObject({ httpStatus: null, text: null });
    await new Promise((resolve) => server?.close(resolve));
    expect((await asked.ask(paymentId)).fault).toContain('ECONNREFUSED');
  });
});
