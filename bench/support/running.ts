/**
 * Everything that a benchmark has started, so that all of it is stopped by its handle, whether the benchmark ends, fails or is
 * interrupted in the middle of a start.
 */

export interface Stoppable {
  stop(): Promise<void>;
}

/** The run was interrupted: nothing new is started. */
export class Interrupted extends Error {
  constructor() {
    super('The run was interrupted');
  }
}

export class Running {
  private started: { name: string; thing: Promise<Stoppable> }[] = [];
  private interrupted = false;

  get isInterrupted(): boolean {
    return this.interrupted;
  }

  /** Starts something and remembers how to stop it, also while it is still starting. */
  async start<T extends Stoppable>(name: string, begin: () => Promise<T>): Promise<T> {
    if (this.interrupted) throw new Interrupted();
    const thing = begin();
    this.started.push({ name, thing });
    return thing;
  }

  /** Stops one thing now; it need not be stopped again. */
  async stop(thing: Stoppable): Promise<void> {
    for (const entry of this.started) {
      if ((await entry.thing.catch(() => undefined)) !== thing) continue;
      this.started = this.started.filter((other) => other !== entry);
      await thing.stop();
      return;
    }
  }

  /** Stops everything, the last started first. What cannot be stopped is told and holds back nothing else. */
  async stopAll(): Promise<void> {
    for (let entry = this.started.pop(); entry !== undefined; entry = this.started.pop()) {
      const thing = await entry.thing.catch(() => undefined);
      await thing?.stop().catch((error: unknown) => {
        process.stderr.write(`${entry.name} could not be stopped: ${String(error)}\n`);
      });
    }
  }

  /** Stops everything and refuses every further start. */
  async interrupt(): Promise<void> {
    this.interrupted = true;
    await this.stopAll();
  }
}
