/** The machine of a partner that is called with events: it keeps what comes and answers as it is told to. */
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Received {
  id: string;
  headers: IncomingHttpHeaders;
  body: string;
  path: string;
}

/** A status, with headers or not; or nothing at all, as of a machine that hangs. */
export type Reply = { status: number; headers?: Record<string, string> } | 'silence';

export class Receiver {
  readonly received: Received[] = [];
  /** What it answers to one call; it accepts unless told. */
  reply: (call: Received) => Reply = () => ({ status: 204 });
  private readonly server: Server;

  private constructor() {
    this.server = createServer((request, response) => void this.take(request, response));
  }

  static async open(): Promise<Receiver> {
    const receiver = new Receiver();
    await new Promise<void>((resolve) => receiver.server.listen(0, '127.0.0.1', resolve));
    return receiver;
  }

  get url(): string {
    return `http://127.0.0.1:${String((this.server.address() as AddressInfo).port)}/plaza`;
  }

  get ids(): string[] {
    return this.received.map(({ id }) => id);
  }

  /** Of this event, in the order in which they came. */
  callsOf(id: string): Received[] {
    return this.received.filter((call) => call.id === id);
  }

  /** Cuts the line to whoever waits for an answer. */
  hangUp(): void {
    this.server.closeAllConnections();
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { headers, url: path = '' } = request;
    const call = { id: String(headers['webhook-id']), headers, body: Buffer.concat(chunks).toString(), path };
    this.received.push(call);
    const reply = this.reply(call);
    if (reply === 'silence') return;
    response.writeHead(reply.status, reply.headers).end();
  }
}
