/*
 * The open streams of transfers. Each gets the whole value first and then every change, written as the scenario wants it: whole or in
 * pieces, with one end of line or the other.
 */
import { setTimeout as delay } from 'node:timers/promises';
import type { FastifyReply } from 'fastify';
import type { TransferScenario } from './transfer-scenario';
import type { Json } from './transfer-tree';

export interface Frame {
  event: string;
  data: Json;
}

export class TransferStream {
  private writing: Promise<void> = Promise.resolve();
  private readonly keepAlive: NodeJS.Timeout;

  constructor(
    private readonly reply: FastifyReply,
    private readonly scenario: TransferScenario,
    onClosed: (stream: TransferStream) => void,
  ) {
    reply.hijack();
    reply.raw.socket?.setNoDelay(true);
    reply.raw.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-cache' });
    reply.raw.flushHeaders();
    this.keepAlive = setInterval(() => {
      this.send({ event: 'keep-alive', data: null });
    }, scenario.keepAliveMs).unref();
    reply.raw.once('close', () => {
      clearInterval(this.keepAlive);
      onClosed(this);
    });
  }

  /** After everything that was sent before. */
  send(frame: Frame): void {
    const bytes = Buffer.from(textOf(frame, this.scenario));
    this.writing = this.writing.then(() => this.write(bytes));
  }

  end(): void {
    this.writing = this.writing.then(() => {
      this.reply.raw.end();
    });
  }

  /** The hard way, in the middle of whatever is being written. */
  cut(): void {
    this.reply.raw.socket?.resetAndDestroy();
  }

  private async write(bytes: Buffer): Promise<void> {
    const { pieceBytes, pieceMs } = this.scenario;
    const step = pieceBytes === 0 ? bytes.length : pieceBytes;
    for (let from = 0; from < bytes.length && !this.reply.raw.destroyed; from += step) {
      this.reply.raw.write(bytes.subarray(from, from + step));
      if (pieceBytes > 0) await delay(pieceMs, undefined, { ref: false });
    }
  }
}

function textOf({ event, data }: Frame, { lineEnd, manyLines }: TransferScenario): string {
  const end = lineEnd === 'crlf' ? '\r\n' : '\n';
  const json = JSON.stringify(data, null, manyLines ? 1 : 0);
  const lines = [
    ...(manyLines ? [': a comment'] : []),
    `event: ${event}`,
    ...json.split('\n').map((line) => `data: ${line}`),
  ];
  return lines.map((line) => line + end).join('') + end;
}
