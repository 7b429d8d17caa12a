/**
 * Two apis behind a balancer, and two workers, on a real PostgreSQL. As where Plaza is deployed, a process that is to be replaced gets no
 * new requests any more, is asked to end once those it had are answered, and comes back when it is ready.
 */
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  APP_ROLE,
  ensurePlazaDatabase,
  freePort,
  keepPostgres,
  until,
  withClient,
  type PostgresServer,
} from '@plaza/engines';
import { migrate } from '@plaza/platform';
import { schemas } from '../../apps/cli/src/schemas';
import { newKeys, partnerToken } from './partner-token';
import { PlazaProcess } from './plaza-process';

const eachMax = 2;
const readyWithinMs = 60_000;
const lookEveryMs = 100;

export class RollingStage {
  private readonly serving: Set<PlazaProcess>;
  private readonly underWay = new Map<PlazaProcess, number>();
  private turn = 0;

  private constructor(
    private readonly folder: string,
    private readonly postgres: PostgresServer,
    private readonly ownerUrl: string,
    readonly processes: readonly PlazaProcess[],
    private readonly token: string,
  ) {
    this.serving = new Set(processes.filter(({ app }) => app === 'api'));
  }

  static async start(): Promise<RollingStage> {
    const folder = await mkdtemp(join(tmpdir(), 'plaza-chaos-'));
    const postgres = await keepPostgres({ folder: join(folder, 'postgres'), port: await freePort() });
    const { ownerUrl, appUrl } = await ensurePlazaDatabase(postgres.url, 'plaza');
    await migrate(ownerUrl, APP_ROLE, schemas);
    const keys = newKeys();
    const processes: PlazaProcess[] = [];
    for (const app of ['api', 'worker'])
      for (let number = 0; number < eachMax; number += 1)
        processes.push(await PlazaProcess.start(app, { ...keys, DATABASE_URL: appUrl }));
    return new RollingStage(folder, postgres, ownerUrl, processes, partnerToken(keys.JWT_PRIVATE_KEYS));
  }

  /** @throws Error for whatever is not done, and where no connection is to be had */
  async ask<Body>(method: 'GET' | 'POST', path: string, body?: unknown): Promise<Body> {
    const apis = [...this.serving];
    const api = apis[(this.turn += 1) % apis.length];
    if (!api) throw new Error('No api is serving');
    this.count(api, 1);
    try {
      return await this.askAt<Body>(api, method, path, body);
    } finally {
      this.count(api, -1);
    }
  }

  private count(api: PlazaProcess, change: number): void {
    this.underWay.set(api, (this.underWay.get(api) ?? 0) + change);
  }

  private async askAt<Body>(api: PlazaProcess, method: string, path: string, body: unknown): Promise<Body> {
    const answer = await fetch(`${api.url}/v1/loyalty${path}`, {
      method,
      headers: { authorization: `Bearer ${this.token}`, 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${String(answer.status)} ${text}`);
    return JSON.parse(text) as Body;
  }

  accrue(member: string, points: number): Promise<unknown> {
    const said = { points, description: 'Visit', occurredAt: '2026-11-20T08:00:00Z', sourceId: randomUUID() };
    return this.ask('POST', `/members/${member}/accruals`, said);
  }

  /** @returns what went wrong, in words */
  async replace(process: PlazaProcess): Promise<string[]> {
    const isServing = this.serving.delete(process);
    const isAnswered = () => Promise.resolve((this.underWay.get(process) ?? 0) === 0);
    const left = await until(isAnswered, readyWithinMs, lookEveryMs);
    await process.stop();
    const code = process.exitCode;
    await process.startAgain();
    const isReady = async () => (await fetch(`${process.url}/health/ready`)).ok;
    const came = await until(() => isReady().catch(() => false), readyWithinMs, lookEveryMs);
    if (isServing) this.serving.add(process);
    return [
      ...(left ? [] : [`${process.app} did not answer what it was asked`]),
      ...(code === 0 ? [] : [`${process.app} ended with ${String(code)}: ${process.lastWords}`]),
      ...(came ? [] : [`${process.app} did not become ready again`]),
    ];
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
