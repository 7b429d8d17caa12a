/** Two apis behind a balancer, and two workers, on a real PostgreSQL. */
import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { withClient, type PostgresServer } from '@plaza/engines';
import { Balancer } from './balancer';
import { startKeptDatabase } from './kept-database';
import { newKeys, partnerToken } from './partner-token';
import { PlazaProcess } from './plaza-process';

const eachMax = 2;

export class RollingStage {
  private readonly balancer: Balancer;

  private constructor(
    private readonly folder: string,
    private readonly postgres: PostgresServer,
    private readonly ownerUrl: string,
    readonly processes: readonly PlazaProcess[],
    private readonly token: string,
  ) {
    this.balancer = new Balancer(processes);
  }

  static async start(): Promise<RollingStage> {
    const { folder, postgres, ownerUrl, appUrl } = await startKeptDatabase();
    const keys = newKeys();
    const environment = { ...keys, DATABASE_URL: appUrl };
    const processes = await PlazaProcess.startEach(['api', 'worker'], eachMax, environment);
    return new RollingStage(folder, postgres, ownerUrl, processes, partnerToken(keys.JWT_PRIVATE_KEYS));
  }

  /** @throws Error for whatever is not done, and where no connection is to be had */
  async ask<Body>(method: 'GET' | 'POST', path: string, body?: unknown): Promise<Body> {
    const answer = await this.balancer.ask({
      method,
      path: `/v1/loyalty${path}`,
      headers: `authorization: Bearer ${this.token}\r\n`,
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${String(answer.status)} ${answer.body}`);
    return JSON.parse(answer.body) as Body;
  }

  accrue(member: string, points: number): Promise<unknown> {
    const said = { points, description: 'Visit', occurredAt: '2026-11-20T08:00:00Z', sourceId: randomUUID() };
    return this.ask('POST', `/members/${member}/accruals`, said);
  }

  /** @returns what went wrong, in words */
  replace(process: PlazaProcess): Promise<string[]> {
    return this.balancer.replace(process);
  }

  rows<Row extends object>(sql: string): Promise<Row[]> {
    return withClient(this.ownerUrl, async (client) => (await client.query<Row>(sql)).rows);
  }

  async stop(): Promise<void> {
    await Promise.all(this.processes.map((each) => each.stop()));
    await this.postgres.stop();
    await rm(this.folder, { recursive: true, force: true });
  }
}
