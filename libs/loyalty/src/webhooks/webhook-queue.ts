/** Asks for all partners together which webhooks there is something to do for, and how they are; and learns nothing else of them. */
import { Injectable } from '@nestjs/common';
import { Clock, Database } from '@plaza/platform';
import type { ProgrammeMode, ProgrammeName } from '../programmes/programme';
import type { KnownWebhook } from './delivery-rows';

export const webhookLanes = ['quick', 'strained'] as const;
/** `strained` are those whose endpoint was slow or refused the last time. */
export type WebhookLane = (typeof webhookLanes)[number];

export interface WebhookHealth {
  active: number;
  failing: number;
  disabled: number;
  gone: number;
  /** Deliveries that are still to be made. */
  waiting: number;
  /** By how much the one that is due for longest is late. */
  lateSeconds: number;
}

@Injectable()
export class WebhookQueue {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Nobody has them in hand; whoever was worked least recently first. */
  async due(lane: WebhookLane, most: number): Promise<KnownWebhook[]> {
    return this.webhooks('webhooks_due($1, $2, $3)', [this.clock.now(), lane === 'strained', most]);
  }

  /** Whose secrets another key than this one has sealed, in the order of their ids. */
  sealedOtherwise(keyId: Buffer, behind: string, most: number): Promise<KnownWebhook[]> {
    return this.webhooks('webhooks_sealed_otherwise($1, $2, $3)', [keyId, behind, most]);
  }

  /** Whose deliveries nothing has happened to for so long. */
  withPast(keptMs: number, most: number): Promise<ProgrammeName[]> {
    return this.database.read<ProgrammeName>(
      `SELECT of_partner AS "partnerId", of_mode AS mode
       FROM loyalty.programmes_with_past_deliveries($1, $2 * interval '1 millisecond', $3)`,
      [this.clock.now(), keptMs, most],
    );
  }

  async health(): Promise<WebhookHealth> {
    const [row] = await this.database.read<WebhookHealth>(
      `SELECT active::float8, failing::float8, disabled::float8, gone::float8, waiting::float8,
              late_seconds AS "lateSeconds"
       FROM loyalty.webhook_health($1)`,
      [this.clock.now()],
    );
    if (!row) throw new Error('An aggregate has a row');
    return row;
  }

  private async webhooks(source: string, parameters: unknown[]): Promise<KnownWebhook[]> {
    const rows = await this.database.read<{ partnerId: string; mode: ProgrammeMode; id: string }>(
      `SELECT of_partner AS "partnerId", of_mode AS mode, of_webhook AS id FROM loyalty.${source}`,
      parameters,
    );
    return rows.map(({ id, ...name }) => ({ id, name }));
  }
}
