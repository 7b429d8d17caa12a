/**
 * A partner whose members cross its lines, and everything by which it hears of that: an api, two workers on a real PostgreSQL, the
 * partner's own machine that is called, and a stream that is listened to from the beginning.
 */
import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { PostgresServer } from '@plaza/engines';
import { createParser } from 'eventsource-parser';
import { startKeptDatabase } from './kept-database';
import { newKeys, partnerToken } from './partner-token';
import { PlazaProcess } from './plaza-process';

const workersMax = 2;

export interface Heard {
  id: string;
  body: string;
}

export class CrossingsStage {
  /** What the partner's machine was called with, and what came on the stream, in the order in which it did. */
  readonly called: Heard[] = [];
  readonly streamed: Heard[] = [];
  private readonly leave = new AbortController();

  private constructor(
    private readonly folder: string,
    private readonly postgres: PostgresServer,
    private readonly machine: Server,
    private readonly api: PlazaProcess,
    readonly workers: readonly PlazaProcess[],
    private readonly token: string,
  ) {}

  static async start(): Promise<CrossingsStage> {
    const { folder, postgres, appUrl } = await startKeptDatabase();
    const keys = newKeys();
    const environment = { ...keys, DATABASE_URL: appUrl, WEBHOOK_PRIVATE_ADDRESSES: '1' };
    const api = await PlazaProcess.start('api', environment);
    const workers: PlazaProcess[] = [];
    for (let number = 0; number < workersMax; number += 1)
      workers.push(await PlazaProcess.start('worker', environment));
    const machine = createServer();
    const token = partnerToken(keys.JWT_PRIVATE_KEYS);
    const stage = new CrossingsStage(folder, postgres, machine, api, workers, token);
    await stage.listen();
    return stage;
  }

  get lastWords(): string {
    return [this.api, ...this.workers].map(({ lastWords }) => lastWords).join('\n');
  }

  /** @throws Error for whatever is not done */
  async ask<Body>(method: 'GET' | 'POST' | 'PUT', path: string, body?: unknown): Promise<Body> {
    const answer = await fetch(`${this.api.url}/v1/loyalty${path}`, {
      method,
      headers: { authorization: `Bearer ${this.token}`, 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${String(answer.status)} ${text}`);
    return JSON.parse(text) as Body;
  }

  move(kind: 'accruals' | 'redemptions', member: string, points: number): Promise<unknown> {
    const said = { points, description: 'Swing', occurredAt: '2026-11-20T08:00:00Z', sourceId: randomUUID() };
    return this.ask('POST', `/members/${member}/${kind}`, said);
  }

  async stop(): Promise<void> {
    this.leave.abort();
    await Promise.all([this.api, ...this.workers].map((each) => each.stop()));
    this.machine.closeAllConnections();
    await new Promise((resolve) => this.machine.close(resolve));
    await this.postgres.stop();
    await rm(this.folder, { recursive: true, force: true });
  }

  private async listen(): Promise<void> {
    this.machine.on('request', (request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        this.called.push({
          id: String(request.headers['webhook-id']),
          body: Buffer.concat(chunks).toString(),
        });
        response.writeHead(204).end();
      });
    });
    await new Promise<void>((resolve) => this.machine.listen(0, '127.0.0.1', resolve));
    const { port } = this.machine.address() as AddressInfo;
    await this.ask('POST', '/webhooks', { url: `http://127.0.0.1:${String(port)}/` });
    const stream = await fetch(`${this.api.url}/v1/loyalty/events/stream`, {
      headers: { authorization: `Bearer ${this.token}` },
      signal: this.leave.signal,
    });
    void this.hear(stream).catch(() => undefined);
  }

  private async hear(stream: Response): Promise<void> {
    const decoder = new TextDecoder();
    const parser = createParser({
      onEvent: ({ id = '', data }) => {
        this.streamed.push({ id, body: data });
      },
    });
    for await (const chunk of stream.body ?? [])
      parser.feed(decoder.decode(chunk as Uint8Array, { stream: true }));
  }
}
