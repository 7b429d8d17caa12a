import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { GatewayClient } from './gateway.client';

const payment = {
  paymentId: '3f5379b6-4a95-49b3-a9c0-3a5703df8073',
  accountId: 547,
  type: 'online' as const,
  card: '4980276372331233',
  amount: 30,
};

describe('The gateway, asked over HTTP', () => {
  let server: Server | undefined;
  let client: GatewayClient | undefined;

  afterEach(async () => {
    client?.close();
    server?.closeAllConnections();
    await new Promise((resolve) => (server ? server.close(resolve) : resolve(undefined)));
    server = undefined;
  });

  async function gateway(listener: RequestListener): Promise<GatewayClient> {
    const listening = createServer(listener);
    server = listening;
    await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve));
    const { port } = listening.address() as AddressInfo;
    return (client = new GatewayClient({
      url: `http://127.0.0.1:${port}`,
      timeoutMs: 300,
      refundPath: '/refund',
    }));
  }

  it('is sent the five documented fields, and the payment id as the key of the request', async () => {
    let seen: { request: IncomingMessage; body: string } | undefined;
    const asked = await gateway((request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => {
        seen = { request, body };
        response.end();
      });
    });
    await asked.ask(payment);
    expect(seen?.request).toMatchObject({ method: 'POST', url: '/payment' });
    expect(seen?.request.headers).toMatchObject({
      'content-type': 'application/json',
      'idempotency-key': payment.paymentId,
    });
    expect(JSON.parse(seen?.body ?? '')).toEqual({
      payment_id: payment.paymentId,
      account_id: 547,
      payment_type: 'online',
      credit_card: '4980276372331233',
      amount: 30,
    });
  });

  it.each([
    [200, 'approved'],
    [201, 'approved'],
    [204, 'approved'],
    [299, 'approved'],
    [302, 'unknown'],
    [304, 'unknown'],
    [400, 'refused'],
    [402, 'refused'],
    [422, 'refused'],
    [408, 'unknown'],
    [425, 'unknown'],
    [429, 'unknown'],
    [500, 'unknown'],
    [503, 'unknown'],
    [504, 'unknown'],
    [600, 'unknown'],
  ])('with status %i means %s', async (status, outcome) => {
    const asked = await gateway((_request, response) => {
      response.writeHead(status, { location: '/elsewhere' }).end();
    });
    expect(await asked.ask(payment)).toMatchObject({ outcome, httpStatus: status });
  });

  it('counts by its status even when the body is not what it says to be', async () => {
    const asked = await gateway((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"payment_id":"3f53');
    });
    expect(await asked.ask(payment)).toEqual({
      outcome: 'approved',
      httpStatus: 200,
      text: '{"payment_id":"3f53',
    });
  });

  it.each([
    [200, 'approved'],
    [402, 'refused'],
  ])('with status %i means %s although the body was cut', async (status, outcome) => {
    const asked = await gateway((_request, response) => {
      response.writeHead(status, { 'content-length': '100' });
      response.write('half', () => response.socket?.destroy());
    });
    expect(await asked.ask(payment)).toEqual({ outcome, httpStatus: status, text: 'half' });
  });

  it('says nothing when the connection is cut', async () => {
    const asked = await gateway((request) => request.socket.destroy());
    expect(await asked.ask(payment)).toMatchObject({ outcome: 'unknown', httpStatus: null });
  });

  it('says nothing when nobody is there', async () => {
    const asked = await gateway(() => undefined);
    server?.close();
    expect(await asked.ask(payment)).toMatchObject({ outcome: 'unknown', httpStatus: null });
  });

  it('says nothing when it takes too long', async () => {
    const asked = await gateway(() => undefined);
    expect(await asked.ask(payment)).toEqual({
      outcome: 'unknown',
      httpStatus: null,
      text: 'No answer within 300 ms',
    });
  });

  it('has approved when the status came and the body takes too long', async () => {
    const asked = await gateway((_request, response) => {
      response.writeHead(201).write('slow');
    });
    expect(await asked.ask(payment)).toEqual({ outcome: 'approved', httpStatus: 201, text: 'slow' });
  });

  it('may talk for long: the beginning is kept', async () => {
    const asked = await gateway((_request, response) => {
      response.writeHead(400);
      response.end('No. '.repeat(100_000));
    });
    const { outcome, text } = await asked.ask(payment);
    expect({ outcome, length: text.length }).toEqual({ outcome: 'refused', length: 1_000 });
  });

  it('is quoted without the card number', async () => {
    const asked = await gateway((_request, response) => {
      response.writeHead(402).end('4980276372331233 is over its limit');
    });
    expect((await asked.ask(payment)).text).toBe('[card] is over its limit');
  });

  it('keeps the connection for the next question', async () => {
    const ports = new Set<number | undefined>();
    const asked = await gateway((request, response) => {
      ports.add(request.socket.remotePort);
      request.resume().on('end', () => response.end('{}'));
    });
    for (let number = 0; number < 5; number += 1) await asked.ask(payment);
    expect(ports.size).toBe(1);
  });
});
