/** A command of `plaza` as an operator runs it, against the database of a test. */
import { spawn, type ChildProcess } from 'node:child_process';
import { resolve } from 'node:path';
import type { World } from '#test/world';
import { testKeys } from '#test/keys';

const main = resolve(__dirname, '../../dist/apps/cli/src/main.js');

export interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

export class RunningCommand {
  stdout = '';
  private stderr = '';
  private readonly child: ChildProcess;
  readonly ended: Promise<Ended>;

  constructor(world: World, args: readonly string[], variables: Record<string, string> = {}) {
    const child = spawn(process.execPath, [main, ...args], {
      env: {
        PATH: process.env['PATH'],
        NODE_ENV: 'test',
        DATABASE_URL: world.database.appUrl,
        DATABASE_OWNER_URL: world.database.ownerUrl,
        ...testKeys,
        ...variables,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child.stdout.on('data', (data: Buffer) => (this.stdout += data.toString()));
    child.stderr.on('data', (data: Buffer) => (this.stderr += data.toString()));
    this.child = child;
    const endWithUs = () => child.kill('SIGKILL');
    process.once('exit', endWithUs);
    this.ended = new Promise((done) => {
      child.once('close', (code) => {
        process.off('exit', endWithUs);
        done({ code, stdout: this.stdout, stderr: this.stderr });
      });
    });
  }

  get lines(): string[] {
    return this.stdout.split('\n').filter((line) => line !== '');
  }

  /** Ctrl-C. */
  interrupt(): Promise<Ended> {
    this.child.kill('SIGINT');
    return this.ended;
  }

  /** As a power cut would end it. */
  kill(): Promise<Ended> {
    this.child.kill('SIGKILL');
    return this.ended;
  }
}

export function plaza(world: World, ...args: string[]): Promise<Ended> {
  return new RunningCommand(world, args).ended;
}

export async function plazaJson<Answer>(world: World, ...args: string[]): Promise<Answer> {
  const { code, stdout, stderr } = await plaza(world, ...args, '--json');
  if (code !== 0) throw new Error(`plaza ${args.join(' ')} ended with ${String(code)}: ${stderr}`);
  return JSON.parse(stdout) as Answer;
}
