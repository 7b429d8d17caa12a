/** A process of Plaza as an operator runs it, which may be killed at any moment and start again. */
import { spawn, type ChildProcess } from 'node:child_process';
import { builtProgram, freePort, until } from '@plaza/engines';

/** On a busy machine, with a Kafka that was itself just killed: who joins a group waits for those who do not come back. */
const startWithinMs = 180_000;
const lookEveryMs = 50;
const outputKeptMax = 20_000;
/** A test asks more often in a minute than a customer does. */
const hardlyLimited = { RATE_LIMIT_PER_MINUTE: '1000000', RATE_LIMIT_SIGN_IN_PER_MINUTE: '1000000' };

/** None outlives the run that started it. */
const living = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of living) child.kill('SIGKILL');
});

export class PlazaProcess {
  private child: ChildProcess | undefined;
  private output = '';

  private constructor(
    readonly app: string,
    private readonly environment: Record<string, string>,
    readonly url: string,
  ) {}

  /** @param app a folder of `apps/`; the process is told a port of its own */
  static async start(app: string, environment: Record<string, string>): Promise<PlazaProcess> {
    const port = await freePort();
    const started = new PlazaProcess(
      app,
      { ...environment, PORT: String(port) },
      `http://127.0.0.1:${String(port)}`,
    );
    await started.startAgain().catch(async (error: unknown) => {
      await started.kill();
      throw error;
    });
    return started;
  }

  /** One after the other, so many of each. */
  static async startEach(
    apps: readonly string[],
    each: number,
    environment: Record<string, string>,
  ): Promise<PlazaProcess[]> {
    const started: PlazaProcess[] = [];
    for (const app of apps.flatMap((name) => Array<string>(each).fill(name)))
      started.push(await PlazaProcess.start(app, environment));
    return started;
  }

  async startAgain(): Promise<void> {
    const child = spawn(process.execPath, [builtProgram(`apps/${this.app}/src/main.js`)], {
      env: { PATH: process.env['PATH'], LOG_LEVEL: 'warn', ...hardlyLimited, ...this.environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const keep = (data: Buffer) => (this.output = (this.output + data.toString()).slice(-outputKeptMax));
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    this.child = child;
    living.add(child);
    child.once('exit', () => living.delete(child));
    const path = this.app === 'gateway-simulator' ? '/scenario' : '/health/live';
    const hasEnded = () => child.exitCode !== null || child.signalCode !== null;
    const isUp = await until(
      async () => hasEnded() || (await answers(`${this.url}${path}`)),
      startWithinMs,
      lookEveryMs,
    );
    if (!isUp || hasEnded()) throw new Error(`It did not start: ${this.lastWords}`);
  }

  /** What it said last, and whether it still runs: what a failed test has to tell. */
  get lastWords(): string {
    const { exitCode, signalCode } = this.child ?? {};
    const state = exitCode ?? signalCode ?? 'running';
    return `${this.app} (${String(state)}):\n${this.output}`;
  }

  /** With which it ended; null while it runs, and where it was killed. */
  get exitCode(): number | null {
    return this.child?.exitCode ?? null;
  }

  /** Ends it as a power cut would. */
  async kill(): Promise<void> {
    await this.end('SIGKILL');
  }

  /** Asks it to end and lets it finish what it holds. */
  async stop(): Promise<void> {
    await this.end('SIGTERM');
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    const { child } = this;
    if (child?.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill(signal);
    await ended;
  }
}

async function answers(url: string): Promise<boolean> {
  try {
    await (await fetch(url)).body?.cancel();
    return true;
  } catch {
    return false;
  }
}
