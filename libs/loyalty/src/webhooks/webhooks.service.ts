/** What a partner decides about its webhooks. */
import { Inject, Injectable } from '@nestjs/common';
import {
  Clock,
  InvalidInput,
  newId,
  SETTINGS,
  Sealing,
  Signals,
  type Settings,
  type Tx,
} from '@plaza/platform';
import { nothingToReplay, tooManyWebhooks, webhookNotActive, webhookUnknown } from '../loyalty.errors';
import { PARTNER_EVENTS_SIGNAL } from '../loyalty.events';
import type { Programme, ProgrammeName } from '../programmes/programme';
import { Programmes } from '../programmes/programmes';
import { replayDeliveries } from './delivery-rows';
import { checkAddress, webhooksMax, type WantedWebhook, type WebhookStatus } from './webhook';
import { insertWebhook, lockWebhook, removeWebhook, updateWebhook, type WebhookRow } from './webhook-rows';
import { replaced } from './webhook-secrets';
import { newWebhookSecret } from './webhook-signature';

export interface WebhookSecret {
  id: string;
  /** Told once. */
  secret: string;
}

export interface RotatedWebhookSecret extends WebhookSecret {
  previousSecretUntil: Date;
}

export interface WebhookChange extends Partial<WantedWebhook> {
  status?: Exclude<WebhookStatus, 'gone'>;
}

/** Both included. */
export interface EventRange {
  from: string;
  to: string;
}

/** Events that one request may ask for. */
export const replayedMax = 10_000;

@Injectable()
export class WebhooksService {
  private readonly rules: Settings['webhooks'];

  constructor(
    @Inject(SETTINGS) { webhooks }: Settings,
    private readonly programmes: Programmes,
    private readonly sealing: Sealing,
    private readonly signals: Signals,
    private readonly clock: Clock,
  ) {
    this.rules = webhooks;
  }

  /**
   * From now on it is called with every event.
   * @throws InvalidInput when its address cannot be one; PlazaError `loyalty.too-many-webhooks`
   */
  add(name: ProgrammeName, wanted: WantedWebhook): Promise<WebhookSecret> {
    checkAddress(wanted.url, this.rules);
    const [id, secret] = [newId(), newWebhookSecret()];
    return this.programmes.writeOpened(name, async (tx, programme) => {
      const row = {
        ...wanted,
        id,
        secretSealed: this.seal(secret),
        createdAt: programme.at(this.clock.now()),
      };
      if (!(await insertWebhook(tx, programme, row, webhooksMax))) throw tooManyWebhooks(webhooksMax);
      return { id, secret };
    });
  }

  /**
   * One that is made active again goes on from where it was: nothing of what happened meanwhile is left out.
   * @throws InvalidInput, PlazaError `loyalty.webhook-unknown`
   */
  change(name: ProgrammeName, id: string, change: WebhookChange): Promise<void> {
    if (change.url !== undefined) checkAddress(change.url, this.rules);
    return this.ofOne(name, id, async (tx, webhook) => {
      await updateWebhook(tx, { ...webhook, ...change });
      this.signals.raiseAfterCommit(PARTNER_EVENTS_SIGNAL);
    });
  }

  /**
   * The secrets until now stay good for `overlapMs`, so that whoever verifies can change over in peace, also after an answer with a new
   * one was lost; without an overlap all of them end at once.
   * @throws PlazaError `loyalty.webhook-unknown`, `loyalty.too-many-secrets`
   */
  rotateSecret(name: ProgrammeName, id: string, overlapMs: number): Promise<RotatedWebhookSecret> {
    const secret = newWebhookSecret();
    return this.ofOne(name, id, async (tx, webhook, programme) => {
      const at = programme.at(this.clock.now());
      const rotated = replaced(webhook, this.seal(secret), { at, overlapMs });
      await updateWebhook(tx, rotated);
      return { id, secret, previousSecretUntil: rotated.previousSecretUntil };
    });
  }

  /** Its secrets are forgotten at once. @throws PlazaError `loyalty.webhook-unknown` */
  remove(name: ProgrammeName, id: string): Promise<void> {
    return this.ofOne(name, id, (tx) => removeWebhook(tx, id));
  }

  /**
   * Delivers events again, as if they had just happened: under the same ids, with the schedule from its beginning.
   * @returns how many
   * @throws InvalidInput when it is no range, or too long; PlazaError `loyalty.webhook-unknown`, `loyalty.webhook-not-active`,
   *   `loyalty.event-unknown`
   */
  replay(name: ProgrammeName, id: string, { from, to }: EventRange): Promise<number> {
    checkRange(from, to);
    return this.ofOne(name, id, async (tx, webhook, programme) => {
      if (webhook.status !== 'active') throw webhookNotActive(id, webhook.status);
      const { eventTypes } = webhook;
      const range = { from, to, eventTypes, at: programme.at(this.clock.now()) };
      const replayed = await replayDeliveries(tx, programme, id, range);
      if (replayed === 0) throw nothingToReplay(from, to);
      this.signals.raiseAfterCommit(PARTNER_EVENTS_SIGNAL);
      return replayed;
    });
  }

  private ofOne<T>(
    name: ProgrammeName,
    id: string,
    work: (tx: Tx, webhook: WebhookRow, programme: Programme) => Promise<T>,
  ): Promise<T> {
    return this.programmes.write(name, async (tx, programme) => {
      const webhook = programme && (await lockWebhook(tx, programme, id));
      if (!webhook) throw webhookUnknown(id);
      return work(tx, webhook, programme);
    });
  }

  private seal(secret: string) {
    return this.sealing.seal(Buffer.from(secret));
  }
}

function checkRange(from: string, to: string): void {
  const events = BigInt(to) - BigInt(from) + 1n;
  if (events >= 1n && events <= BigInt(replayedMax)) return;
  throw new InvalidInput([
    { pointer: '/to', detail: `must be \`from\`, or at most ${String(replayedMax - 1)} more than that` },
  ]);
}
