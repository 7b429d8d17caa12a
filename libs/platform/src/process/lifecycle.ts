/** Ends a process in the right order: first it says that it takes no more work, at the very end it lets go of its session. */
import type { BeforeApplicationShutdown, OnApplicationShutdown } from '@nestjs/common';
import type { DatabaseSession } from '../database/session';
import type { Health } from './health';

export class ProcessLifecycle implements BeforeApplicationShutdown, OnApplicationShutdown {
  constructor(
    private readonly session: DatabaseSession,
    private readonly health: Health,
  ) {}

  beforeApplicationShutdown(): void {
    this.health.shutDown();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.session.close();
  }
}
