/**
 * Follows the stream of transfers for as long as it is wanted: what it tells is noted before more of it is read. Whatever ends it, it is
 * opened again a little later, and tells everything from the beginning.
 */
import { setTimeout as delay } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import { Clock, LOGGER, Metrics, type PlazaLogger } from '@plaza/platform';
import { Gauge, type Counter } from 'prom-client';
import { RecordNoting } from '../records/noting.service';
import type { Frame } from './stream-frames';
import { TransferSource } from './transfer-source';
import { TransferTree } from './transfer-tree';

const notedAtOnceMax = 500;
const firstPauseMs = 500;
const pauseMsMax = 30_000;

/** The stranger wants no more of us on this stream, for now: a token that is void, or a right that was taken away. */
class Dismissed extends Error {}

@Injectable()
export class TransferFollowing {
  private failuresInARow = 0;
  /** When the stream said something last; undefined while it is not followed here. */
  private heardAt: Date | undefined;
  private readonly openings: Counter;
  private readonly frames: Counter<'event'>;

  constructor(
    private readonly source: TransferSource,
    private readonly noting: RecordNoting,
    private readonly clock: Clock,
    @Inject(LOGGER) private readonly logger: PlazaLogger,
    metrics: Metrics,
  ) {
    this.openings = metrics.counter(
      'plaza_transfers_streams_opened_total',
      'How often the stream was opened',
    );
    this.frames = metrics.counter('plaza_transfers_frames_total', 'What the stream told, by event', [
      'event',
    ]);
    const age = new Gauge({
      name: 'plaza_transfers_stream_age_seconds',
      help: 'Time since the stream said something; told by the process that follows it',
      registers: [metrics.registry],
      collect: () => {
        if (this.heardAt) age.set(Math.max(0, (this.clock.now().getTime() - this.heardAt.getTime()) / 1_000));
        else age.remove();
      },
    });
  }

  /** Resolves when `signal` says that it is not wanted any more. */
  async follow(signal: AbortSignal): Promise<void> {
    this.heardAt = this.clock.now();
    while (!signal.aborted) {
      try {
        await this.once(signal);
        this.later('It ended', false);
      } catch (error) {
        if (!isOver(signal)) this.later(messageOf(error), error instanceof Dismissed);
      }
      const pauseMs = Math.min(pauseMsMax, firstPauseMs * 2 ** Math.min(this.failuresInARow - 1, 30));
      await delay(pauseMs, undefined, { signal }).catch(() => undefined);
    }
    this.heardAt = undefined;
  }

  /** One stream, from its beginning to its end. */
  private async once(signal: AbortSignal): Promise<void> {
    this.openings.inc();
    const tree = new TransferTree();
    for await (const frames of this.source.follow(signal)) {
      this.heardAt = this.clock.now();
      for (const frame of frames) await this.take(tree, frame);
    }
  }

  private async take(tree: TransferTree, frame: Frame): Promise<void> {
    this.frames.inc({ event: frame.event });
    switch (frame.event) {
      case 'put':
        await this.note(tree, tree.put(frame.path, frame.data));
        this.failuresInARow = 0;
        return;
      case 'patch':
        await this.note(tree, tree.patch(frame.path, frame.data));
        return;
      case 'cancel':
        throw new Dismissed('Reading is not allowed any more');
      case 'auth_revoked':
        throw new Dismissed('The token is not valid any more');
      case 'unknown':
        this.logger.warn(
          { text: frame.text },
          'The stream of transfers told something that cannot be understood',
        );
        return;
      case 'keep-alive':
    }
  }

  private async note(tree: TransferTree, branches: readonly string[]): Promise<void> {
    for (let from = 0; from < branches.length; from += notedAtOnceMax) {
      const some = branches.slice(from, from + notedAtOnceMax);
      await this.noting.note(some.map((branch) => ({ branch, value: tree.at(branch) })));
    }
  }

  private later(reason: string, dismissed: boolean): void {
    this.failuresInARow += 1;
    this.logger.warn(
      { reason, failuresInARow: this.failuresInARow },
      dismissed
        ? 'The stream of transfers was closed to us; it is opened again with the token of then'
        : 'The stream of transfers ended; it is opened again',
    );
  }
}

/** Asked anew: it can have been said meanwhile. */
function isOver(signal: AbortSignal): boolean {
  return signal.aborted;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
