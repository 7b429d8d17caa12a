/**
 * Work that goes on in the background: a loop works until nothing is left, then waits for a signal or its interval. Every
 * loop of a process is known here, so that all of them stop before the process ends and finish what they hold.
 */
import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import type { DatabaseSession } from '../database/session';
import type { Signals } from '../database/signals';
import { newId } from '../ids';
import type { PlazaLogger } from '../logger';
import { requestContext } from '../request-context';
import type { Metrics } from './metrics';

export interface LoopDefinition {
  /** Names the loop in logs and metrics, and its lock when it runs `alone`. */
  name: string;
  /** How long it waits at the most before it looks again. */
  everyMs: number;
  /** A signal that wakes it earlier. */
  wakeOn?: string;
  /** True when only one process may run it at a time. */
  alone?: boolean;
  /** Does a bounded piece of work; true when there may be more to do at once. */
  work: () => Promise<boolean>;
}

const backoffMsMax = 30_000;

export class Loops implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly loops: Loop[] = [];

  constructor(
    private readonly session: DatabaseSession,
    private readonly signals: Signals,
    private readonly logger: PlazaLogger,
    private readonly metrics: Metrics,
  ) {}

  add(definition: LoopDefinition): void {
    this.loops.push(new Loop(definition, this.session, this.logger, this.metrics));
  }

  async onApplicationBootstrap(): Promise<void> {
    for (const loop of this.loops) {
      const { wakeOn } = loop.definition;
      if (wakeOn !== undefined) {
        await this.signals.on(wakeOn, () => {
          loop.wake();
        });
      }
      loop.start();
    }
  }

  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all(this.loops.map((loop) => loop.stop()));
  }

  /** Wakes every loop now, for instance because the clock was moved; resolves when each has worked until nothing was left. */
  async runOut(): Promise<void> {
    await Promise.all(this.loops.map((loop) => loop.runOut()));
  }

  /** Whether none is working at this moment: what is not waiting to be taken up has been brought to its end. */
  get areAtRest(): boolean {
    return this.loops.every((loop) => loop.isAtRest);
  }
}

class Loop {
  private stopping = false;
  private wokenWhileBusy = false;
  private endWait: (() => void) | undefined;
  private ended: Promise<void> = Promise.resolve();
  private failuresInARow = 0;
  private idleListeners: (() => void)[] = [];

  constructor(
    readonly definition: LoopDefinition,
    private readonly session: DatabaseSession,
    private readonly logger: PlazaLogger,
    private readonly metrics: Metrics,
  ) {}

  start(): void {
    this.ended = this.run();
  }

  wake(): void {
    this.wokenWhileBusy = true;
    this.endWait?.();
  }

  get isAtRest(): boolean {
    return this.stopping || this.endWait !== undefined;
  }

  runOut(): Promise<void> {
    if (this.stopping) return Promise.resolve();
    return new Promise((resolve) => {
      this.idleListeners.push(resolve);
      this.wake();
    });
  }

  async stop(): Promise<void> {
    this.stopping = true;
    this.endWait?.();
    await this.ended;
  }

  private async run(): Promise<void> {
    while (!this.stopping) {
      this.wokenWhileBusy = false;
      const listeners = this.idleListeners.splice(0);
      await this.workUntilNothingIsLeft();
      for (const listener of listeners) listener();
      await this.wait();
    }
    for (const listener of this.idleListeners.splice(0)) listener();
  }

  private async workUntilNothingIsLeft(): Promise<void> {
    const { name, alone, work } = this.definition;
    const context = { correlationId: newId(), actor: { kind: 'system', id: name } as const };
    try {
      if (alone && !(await this.session.tryLock(name))) return;
      while (!this.isStopping() && (await requestContext.run(context, work)));
      this.failuresInARow = 0;
    } catch (error) {
      this.failuresInARow += 1;
      this.metrics.loopFailures.inc({ loop: name });
      this.logger.warn(
        { err: error, loop: name, failuresInARow: this.failuresInARow },
        'A background loop failed; it goes on',
      );
    }
  }

  private isStopping(): boolean {
    return this.stopping;
  }

  private wait(): Promise<void> {
    if (this.stopping || this.wokenWhileBusy) return Promise.resolve();
    const { everyMs } = this.definition;
    const waitMs = Math.min(everyMs * 2 ** this.failuresInARow, Math.max(everyMs, backoffMsMax));
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        this.endWait?.();
      }, waitMs);
      this.endWait = () => {
        clearTimeout(timer);
        this.endWait = undefined;
        resolve();
      };
    });
  }
}
