/** Forgets deliveries about which nothing has happened for long. The events themselves are kept: they can be replayed. */
import { Injectable } from '@nestjs/common';
import { Clock } from '@plaza/platform';
import { Programmes } from '../programmes/programmes';
import { WebhookQueue } from './webhook-queue';

/** A month, by the clock of the programme; longer than any schedule lasts. */
export const deliveriesKeptMs = 30 * 24 * 60 * 60_000;
const programmesAtOnceMax = 100;
const forgottenAtOnceMax = 1_000;

@Injectable()
export class PastDeliveries {
  constructor(
    private readonly queue: WebhookQueue,
    private readonly programmes: Programmes,
    private readonly clock: Clock,
  ) {}

  /** A bounded number; true when there may be more. */
  async forget(): Promise<boolean> {
    const names = await this.queue.withPast(deliveriesKeptMs, programmesAtOnceMax);
    return this.programmes.oneByOne(names, (name) =>
      this.programmes.write(name, async (tx, programme) => {
        if (!programme) return false;
        const before = new Date(programme.at(this.clock.now()).getTime() - deliveriesKeptMs);
        const [, forgotten] = await tx.query<[unknown, number]>(
          `DELETE FROM loyalty.deliveries WHERE (webhook_id, event_id) IN (
             SELECT webhook_id, event_id FROM loyalty.deliveries
             WHERE programme_id = $1 AND changed_at < $2 ORDER BY changed_at LIMIT $3
             FOR UPDATE SKIP LOCKED
           )`,
          [programme.id, before, forgottenAtOnceMax],
        );
        return forgotten > 0;
      }),
    );
  }
}
