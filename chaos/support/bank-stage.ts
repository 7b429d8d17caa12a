/**
 * A partner's bank of points: two api processes and two workers on a real PostgreSQL. Each part can be killed as by a power cut, and comes
 * back; whoever asks goes on asking until there is an answer.
 */
import { rm } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import type { PostgresServer } from '@plaza/engines';
import { rowsOfEveryPartner } from '../../bench/support/postgres';
import { faultsOfBooks } from './books';
import { wordsFor } from './insistent';
import { startKeptDatabase } from './kept-database';
import { newKeys, partnerToken } from './partner-token';
import { PlazaProcess } from './plaza-process';

export const parts = ['api', 'worker', 'PostgreSQL'] as const;
export type Part = (typeof parts)[number];

export interface Answer {
  status: number;
  body: { id: string; points: number; code?: string };
}

const eachMax = 2;
const againMs = 100;
const insistMsMax = 120_000;
/** From this status on it is the server's fault, and another try may go better. */
const faultsFrom = 500;

export class BankStage {
  private asked = 0;

  private constructor(
    private readonly folder: string,
    private readonly postgres: PostgresServer,
    private readonly ownerUrl: string,
    private readonly processes: readonly PlazaProcess[],
    private readonly token: string,
  ) {}

  static async start(): Promise<BankStage> {
    const { folder, postgres, ownerUrl, appUrl } = await startKeptDatabase();
    const keys = newKeys();
    const environment = { ...keys, DATABASE_URL: appUrl };
    const processes = await PlazaProcess.startEach(['api', 'worker'], eachMax, environment);
    return new BankStage(folder, postgres, ownerUrl, processes, partnerToken(keys.JWT_PRIVATE_KEYS));
  }

  get lastWords(): string {
    return this.processes.map(({ lastWords }) => lastWords).join('\n');
  }

  /**
   * Asks one api and the other by turns, the same again until it is answered.
   * @throws Error when there is no answer for minutes
   */
  async ask(path: string, body: object): Promise<Answer> {
    const giveUpAt = performance.now() + insistMsMax;
    for (;;) {
      const answer = await this.askOnce(path, body).catch((error: unknown) => wordsFor(error));
      if (typeof answer !== 'string' && answer.status < faultsFrom) return answer;
      if (performance.now() > giveUpAt)
        throw new Error(`${path}: ${typeof answer === 'string' ? answer : String(answer.status)}`);
      await pause(againMs);
    }
  }

  /** @param which of several of a kind */
  async kill(part: Part, which: (among: PlazaProcess[]) => PlazaProcess | undefined): Promise<void> {
    if (part === 'PostgreSQL') {
      // Its keeper starts it again.
      process.kill(this.postgres.pid, 'SIGKILL');
      return;
    }
    const victim = which(this.of(part));
    await victim?.kill();
    await victim?.startAgain();
  }

  rows<Row extends object>(sql: string): Promise<Row[]> {
    return rowsOfEveryPartner<Row>(this.ownerUrl, sql);
  }

  faultsOfBooks(): Promise<string[]> {
    return faultsOfBooks(this.ownerUrl);
  }

  async stop(): Promise<void> {
    await Promise.all(this.processes.map((each) => each.stop()));
    await this.postgres.stop();
    await rm(this.folder, { recursive: true, force: true });
  }

  private of(app: string): PlazaProcess[] {
    return this.processes.filter((each) => each.app === app);
  }

  private async askOnce(path: string, body: object): Promise<Answer> {
    const apis = this.of('api');
    this.asked += 1;
    const url = apis[this.asked % apis.length]?.url ?? '';
    const answer = await fetch(`${url}/v1/loyalty${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${this.token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return { status: answer.status, body: (await answer.json()) as Answer['body'] };
  }
}
