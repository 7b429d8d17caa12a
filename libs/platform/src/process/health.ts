/** Alive and ready: a process is ready when all that it cannot work without answers. Parts announce themselves here. */
import { within } from '../within';

export interface HealthReport {
  status: 'ready' | 'not-ready';
  /** `ok`, or what is wrong, by part. */
  parts: Record<string, string>;
}

const checkTimeoutMs = 2_000;

export class Health {
  private readonly checks = new Map<string, () => Promise<void>>();
  private shuttingDown = false;

  /** @param check resolves when the part can be used, and throws with the reason when not */
  add(part: string, check: () => Promise<void>): void {
    this.checks.set(part, check);
  }

  /** From here on the process says that it is not ready, so that no new work is sent to it. */
  shutDown(): void {
    this.shuttingDown = true;
  }

  async ready(): Promise<HealthReport> {
    const parts = await Promise.all(
      [...this.checks].map(async ([part, check]) => [part, await outcome(check)] as const),
    );
    const ready = !this.shuttingDown && parts.every(([, result]) => result === 'ok');
    return { status: ready ? 'ready' : 'not-ready', parts: Object.fromEntries(parts) };
  }
}

async function outcome(check: () => Promise<void>): Promise<string> {
  try {
    await within(checkTimeoutMs, check());
    return 'ok';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
