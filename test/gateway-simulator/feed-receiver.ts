/*
 * A shop as the simulator sees it from outside: a token endpoint and an NDJSON feed, which keeps every line it accepts byte for
 * byte and can be told to fail in the ways that networks do.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type TopicName = 'online' | 'offline';

/**
 * What happens to a batch: taken and confirmed; refused unread; taken, but the answer is lost with the connection; taken, and
 * answered with a 500 all the same.
 */
export type Treatment = 'take' | 'refuse' | 'take-and-cut' | 'take-and-fail';

export const credentials = { clientId: 'till & sons', clientSecret: 'a:secret+of theirs' };

export class FeedReceiver {
  readonly received: Record<TopicName, Buffer[]> = { online: [], offline: [] };
  readonly tokenRequests: string[] = [];
  batches = 0;
  /** The next batches are treated so, in this order; those after them are taken. */
  treatments: Treatment[] = [];
  tokenLifeSeconds = 60;
  #server: Server | undefined;
  #validTokens = new Set<string>();
  #port = 0;

  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  get total(): number {
    return this.received.online.length + this.received.offline.length;
  }

  /** Comes up, the second time on the same port as the first. */
  async open(): Promise<void> {
    const server = createServer((request, response) => void this.#take(request, response));
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(this.#port, '127.0.0.1', resolve);
    });
    this.#port = (server.address() as AddressInfo).port;
    this.#server = server;
  }

  async close(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    server?.closeAllConnections();
    await new Promise<void>((resolve) => (server === undefined ? resolve() : server.close(() => resolve())));
  }

  revokeTokens(): void {
    this.#validTokens.clear();
  }

  async #take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks);
    const url = new URL(request.url ?? '/', this.url);
    if (url.pathname === '/v1/oauth/token') this.#giveToken(request, body, response);
    else this.#takeBatch(url.searchParams.get('topic') as TopicName, request, body, response);
  }

  #giveToken(request: IncomingMessage, body: Buffer, response: ServerResponse): void {
    const { clientId, clientSecret } = credentials;
    const pair = `${encodeURIComponent(clientId)}:${encodeURIComponent(clientSecret)}`;
    const expected = `Basic ${Buffer.from(pair).toString('base64')}`;
    this.tokenRequests.push(`${request.headers['content-type'] ?? ''} ${body.toString()}`);
    if (request.headers.authorization !== expected) return void response.writeHead(401).end();
    const token = `token-${this.tokenRequests.length}`;
    this.#validTokens.add(token);
    response.setHeader('content-type', 'application/json');
    response.end(
      JSON.stringify({
        access_token: token,
        token_type: 'Bearer',
        expires_in: this.tokenLifeSeconds,
        scope: 'payments:feed',
      }),
    );
  }

  #takeBatch(topic: TopicName, request: IncomingMessage, body: Buffer, response: ServerResponse): void {
    this.batches++;
    const token = (request.headers.authorization ?? '').replace('Bearer ', '');
    if (!this.#validTokens.has(token)) return void response.writeHead(401).end();
    if (request.headers['content-type'] !== 'application/x-ndjson') return void response.writeHead(415).end();
    const treatment = this.treatments.shift() ?? 'take';
    if (treatment === 'refuse') return void response.writeHead(429).end();
    this.received[topic].push(...linesIn(body));
    if (treatment === 'take-and-cut') return void request.socket.destroy();
    response
      .writeHead(treatment === 'take-and-fail' ? 500 : 202, { 'content-type': 'application/json' })
      .end('{}');
  }
}

function linesIn(body: Buffer): Buffer[] {
  const lines: Buffer[] = [];
  let begin = 0;
  for (let end = body.indexOf(10); end >= 0; end = body.indexOf(10, begin)) {
    lines.push(body.subarray(begin, end));
    begin = end + 1;
  }
  if (begin < body.length) lines.push(body.subarray(begin));
  return lines;
}
