/**
 * Takes kept messages again as if they came now: what was refused under other rules, what waits, what could not be written. A
 * message has one outcome and a payment id one payment, so replaying is never twice in effect, however often it is done.
 */
import { Injectable } from '@nestjs/common';
import { Clock, Database, Metrics, Sealing, type Tx } from '@plaza/platform';
import { unstorable, untilWritten, writeInHalves } from '../intake/intake-faults';
import { readKnowledge } from '../intake/intake-knowledge';
import type { Place } from '../messages/place';
import { messageUnknown } from '../payments.errors';
import {
  awaitedAccountsOf,
  cursorBehind,
  findMessages,
  loadMessages,
  lockMessages,
  type FoundMessage,
  type ReplayFilter,
} from './kept-messages';
import {
  countsOf,
  firstPlaces,
  isChange,
  replayedMessage,
  type ReplayCount,
  type ReplayedMessage,
} from './replay-counts';
import { decidedAnew, decideReplay, type ReplayStep } from './replay-decision';
import { ReplayRecord } from './replay-record';

export interface ReplayAnswer {
  dryRun: boolean;
  /** How many messages were looked at this time. */
  examined: number;
  /** How many of them have another outcome by it. */
  changed: number;
  counts: ReplayCount[];
  /** The first hundred, those that change before those that stay. */
  places: ReplayedMessage[];
  /** There may be more messages that the filter names. */
  more: boolean;
  /** What to go on with as `after`; null when there is no more. */
  next: string | null;
}

export interface ReplayOptions {
  /** Says what would become of the messages, and writes nothing. */
  dryRun?: boolean;
}

export const replayedMax = 1_000;
const placesMax = 100;
/** Of sealed messages in one batch, which stand in memory together. */
const bytesMax = 32 * 1024 * 1024;

interface Batch {
  found: FoundMessage[];
  steps: ReplayStep[];
  more: boolean;
}

@Injectable()
export class Replays {
  private readonly replayed;

  constructor(
    private readonly database: Database,
    private readonly record: ReplayRecord,
    private readonly sealing: Sealing,
    private readonly clock: Clock,
    metrics: Metrics,
  ) {
    this.replayed = metrics.counter('plaza_payments_replayed_total', 'Messages replayed, by outcome', [
      'before',
      'after',
    ]);
  }

  /**
   * One message, by its place.
   * @throws PlazaError `payments.message-unknown`
   */
  async replayOne(place: Place, options: ReplayOptions = {}): Promise<ReplayedMessage> {
    const { steps } = await this.work({ place }, options);
    const [step] = steps;
    if (!step) throw messageUnknown(place);
    return replayedMessage(step);
  }

  /**
   * A bounded number of the messages that the filter names, in the order in which they came, in one transaction.
   * @throws InvalidInput when `after` is no cursor
   */
  async replay(filter: ReplayFilter, options: ReplayOptions = {}): Promise<ReplayAnswer> {
    const { found, steps, more } = await this.work(filter, options);
    const last = found.at(-1);
    return {
      dryRun: options.dryRun ?? false,
      examined: steps.length,
      changed: steps.filter(isChange).length,
      counts: countsOf(steps),
      places: firstPlaces(steps, placesMax),
      more,
      next: more && last ? cursorBehind(last) : null,
    };
  }

  private async work(filter: ReplayFilter, { dryRun = false }: ReplayOptions): Promise<Batch> {
    const batch = await untilWritten((careful) =>
      this.database.transaction(async (tx) => {
        const { found, more } = bounded(await findMessages(tx, filter, replayedMax + 1));
        const steps = dryRun
          ? await this.decide(tx, filter, found)
          : await this.replayFound(tx, filter, found, careful);
        return { found, steps, more };
      }),
    );
    if (dryRun) return batch;
    for (const { kept, after } of batch.steps) this.replayed.inc({ before: kept.outcome, after });
    return batch;
  }

  private async replayFound(
    tx: Tx,
    filter: ReplayFilter,
    found: readonly FoundMessage[],
    careful: boolean,
  ): Promise<ReplayStep[]> {
    await lockMessages(tx, found);
    const steps = careful
      ? await this.writeCarefully(tx, filter, found)
      : await this.write(tx, filter, found);
    await this.record.note(tx, filter, steps, this.clock.now());
    return steps;
  }

  /** Load, decide, record. */
  private async write(tx: Tx, filter: ReplayFilter, found: readonly FoundMessage[]): Promise<ReplayStep[]> {
    const steps = await this.decide(tx, filter, found);
    await this.record.write(tx, steps, this.clock.now());
    return steps;
  }

  /** The message that cannot be written even alone is rejected for that. */
  private writeCarefully(
    tx: Tx,
    filter: ReplayFilter,
    found: readonly FoundMessage[],
  ): Promise<ReplayStep[]> {
    return writeInHalves(
      tx,
      found,
      (part) => this.write(tx, filter, part),
      async (one, error) => {
        const kept = (await loadMessages(tx, this.sealing, [one]))[0];
        if (!kept?.received) throw error;
        const steps = [decidedAnew(kept, unstorable(kept.received, error))];
        await this.record.write(tx, steps, this.clock.now());
        return steps;
      },
    );
  }

  /** Those that have come to another outcome since they were found are no longer what the filter names. */
  private async decide(tx: Tx, { outcome }: ReplayFilter, found: readonly Place[]): Promise<ReplayStep[]> {
    const loaded = await loadMessages(tx, this.sealing, found);
    const kept = outcome === undefined ? loaded : loaded.filter((one) => one.outcome === outcome);
    const received = kept.flatMap(({ received: one }) => (one ? [one] : []));
    const parked = kept.flatMap(({ outcome: now, paymentId }) =>
      now === 'parked' && paymentId !== null ? [paymentId] : [],
    );
    return decideReplay(kept, {
      ...(await readKnowledge(tx, received)),
      awaitedAccounts: await awaitedAccountsOf(tx, parked),
    });
  }
}

/** As many as may be taken in one transaction, by number and by size; one at least. */
function bounded(found: readonly FoundMessage[]): { found: FoundMessage[]; more: boolean } {
  let bytes = 0;
  const fitting = found.findIndex((one, at) => (bytes += one.bytes) > bytesMax && at > 0);
  const most = Math.min(replayedMax, fitting === -1 ? found.length : fitting);
  return { found: found.slice(0, most), more: found.length > most };
}
