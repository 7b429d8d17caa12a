/**
 * Follows the stream of transfers, in one process at a time: the others stand by and go on when that one ends. What it tells is worked
 * by all of them.
 */
import { setTimeout as delay } from 'node:timers/promises';
import {
  Inject,
  Injectable,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { DatabaseSession, Loops, SETTINGS, type Settings } from '@plaza/platform';
import { RecordQueue, RECORDS_SIGNAL, TransferFollowing } from '@plaza/transfers';

const lookAgainMs = 1_000;
const standByMs = 2_000;
const lock = 'follow-transfers';

@Injectable()
export class TransfersDaemon implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly isWanted: boolean;
  private readonly ending = new AbortController();
  private ended: Promise<void> = Promise.resolve();

  constructor(
    @Inject(SETTINGS) { transfers }: Settings,
    private readonly following: TransferFollowing,
    private readonly session: DatabaseSession,
    queue: RecordQueue,
    loops: Loops,
  ) {
    this.isWanted = transfers.source !== undefined;
    if (!this.isWanted) return;
    loops.add({
      name: 'work-transfers',
      everyMs: lookAgainMs,
      wakeOn: RECORDS_SIGNAL,
      work: () => queue.workDue(),
    });
  }

  onApplicationBootstrap(): void {
    if (this.isWanted) this.ended = this.followInTurn(this.ending.signal);
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.ending.abort();
    await this.ended;
  }

  private async followInTurn(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const isOurTurn = await this.session.tryLock(lock).catch(() => false);
      if (isOurTurn) await this.following.follow(signal);
      else await delay(standByMs, undefined, { signal }).catch(() => undefined);
    }
  }
}
