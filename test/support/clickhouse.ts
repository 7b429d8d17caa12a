/**
 * ClickHouse as a server: its own engine behind the HTTP interface that its clients speak, as much of it as a client of ours sends. It
 * can be stopped and started again, and keeps what it has.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createClient, type ClickHouseClient } from '@clickhouse/client';
import { createChdbConnection } from 'chdb/connection';

export class ClickHouseServer {
  private server: Server | undefined;
  private port = 0;

  private constructor(private readonly engine: ClickHouseClient) {}

  static async start(folder: string): Promise<ClickHouseServer> {
    const server = new ClickHouseServer(createClient({ connection: createChdbConnection({ path: folder }) }));
    await server.startAgain();
    return server;
  }

  get url(): string {
    return `http://127.0.0.1:${String(this.port)}`;
  }

  async startAgain(): Promise<void> {
    const server = createServer((request, response) => void this.answer(request, response));
    await new Promise<void>((resolve) => server.listen(this.port, '127.0.0.1', resolve));
    this.port = (server.address() as AddressInfo).port;
    this.server = server;
  }

  async stop(): Promise<void> {
    this.server?.closeAllConnections();
    await new Promise((resolve) => this.server?.close(resolve));
    this.server = undefined;
  }

  /** Asked past the port, for what a test wants to know. */
  async rows<Row>(query: string): Promise<Row[]> {
    const answer = await this.engine.query({ query, format: 'JSONEachRow' });
    return answer.json<Row>();
  }

  async end(): Promise<void> {
    if (this.server) await this.stop();
    await this.engine.close();
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks).toString();
    const { searchParams } = new URL(request.url ?? '/', this.url);
    const query = searchParams.get('query');
    try {
      const { stream } = await this.engine.exec({
        query: query === null ? body : `${query}\n${body}`,
        query_params: Object.fromEntries(
          [...searchParams].flatMap(([name, value]) =>
            name.startsWith('param_') ? [[name.slice('param_'.length), value]] : [],
          ),
        ),
      });
      const answer: Buffer[] = [];
      for await (const chunk of stream) answer.push(chunk as Buffer);
      response.writeHead(200).end(Buffer.concat(answer));
    } catch (error) {
      response.writeHead(500).end(error instanceof Error ? error.message : String(error));
    }
  }
}
