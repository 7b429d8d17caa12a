/**
 * One client that listens to server-sent events (https://html.spec.whatwg.org/multipage/server-sent-events.html): writes what it is
 * told, keeps the line alive, and lets go of a client that does not read.
 */
import type { Caller } from '@plaza/identity';
import type { FastifyReply } from 'fastify';

export interface StreamEvent {
  /** A whole number that only grows within its subject; what a client that comes back names as the last it has. */
  id: bigint;
  /** The name of the event. */
  type: string;
  data: object;
  /** Nothing comes after it: the stream ends. */
  last?: boolean;
}

const reconnectMs = 2_000;
const heartbeatMs = 15_000;
/** A client that has not read what was written for so long is let go; nothing more is written to it meanwhile. */
const stalledMs = 30_000;

export class EventStreamConnection {
  private writtenAtMs: number;

  /**
   * @param after the last event that the client has
   * @param nowMs what passes; not the clock of the business
   */
  constructor(
    readonly subject: string,
    readonly caller: Caller,
    private readonly reply: FastifyReply,
    public after: bigint,
    private readonly nowMs: () => number = () => performance.now(),
  ) {
    this.writtenAtMs = nowMs();
  }

  /** @param onClosed called once, whoever ends it */
  begin(onClosed: () => void): void {
    const { raw } = this.reply;
    this.reply.hijack();
    if (raw.destroyed) {
      onClosed();
      return;
    }
    raw.once('close', onClosed);
    // A broken line is closed right after; there is nobody to be told.
    raw.on('error', () => undefined);
    raw.writeHead(200, {
      ...definedOnly(this.reply.getHeaders()),
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      // So that nothing of it is left when the stream ends, and a process that ends waits for nobody.
      connection: 'close',
      // Proxies that gather answers would keep events back.
      'x-accel-buffering': 'no',
    });
    if (this.reply.request.method === 'HEAD') this.end();
    else this.write(`retry: ${String(reconnectMs)}\n\n`);
  }

  /** False while it has not read what was written. */
  get takesMore(): boolean {
    return !this.reply.raw.writableNeedDrain && !this.reply.raw.writableEnded;
  }

  /** Writes those that the client has not got yet. */
  tell(events: readonly StreamEvent[]): void {
    const news = events.filter(({ id }) => id > this.after);
    const newest = news.at(-1);
    if (!newest) return;
    this.after = newest.id;
    this.write(news.map(frame).join(''));
    if (newest.last) this.end();
  }

  /**
   * To be called about every second.
   * @param mayGoOn false once its caller may hear nothing more: it is ended, and let go all the same when that is not read
   */
  keepAlive(mayGoOn: boolean): void {
    if (!mayGoOn) this.end();
    const silentMs = this.nowMs() - this.writtenAtMs;
    if (!this.takesMore && silentMs >= stalledMs) this.reply.raw.destroy();
    else if (this.takesMore && silentMs >= heartbeatMs) this.write(': \n\n');
  }

  end(): void {
    this.reply.raw.end();
  }

  private write(text: string): void {
    this.writtenAtMs = this.nowMs();
    this.reply.raw.write(text);
  }
}

function frame({ id, type, data }: StreamEvent): string {
  return `id: ${String(id)}\nevent: ${type}\ndata: ${JSON.stringify(data)}\n\n`;
}

function definedOnly(
  headers: Record<string, number | string | string[] | undefined>,
): Record<string, number | string | string[]> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
