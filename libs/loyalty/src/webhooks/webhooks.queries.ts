/** Webhooks as their partner sees them, with every attempt to deliver an event. */
import { Injectable } from '@nestjs/common';
import { readList, type CountedPage, type StaffPageWish } from '@plaza/platform';
import { webhookUnknown } from '../loyalty.errors';
import type { PartnerEventType } from '../ledger/news';
import type { ProgrammeName } from '../programmes/programme';
import { Programmes } from '../programmes/programmes';
import type { DeliveryStatus, WebhookView } from './webhook';

export interface DeliveryFilter extends StaffPageWish {
  status?: DeliveryStatus;
  eventId?: string;
}

export interface AttemptView {
  number: number;
  /** By the programme's clock. */
  at: Date;
  tookMs: number;
  /** Null when there was no answer. */
  status: number | null;
  error: string | null;
}

export interface DeliveryView {
  /** The id of the event, in the feed, on the stream and as `webhook-id`. */
  eventId: string;
  type: PartnerEventType;
  status: DeliveryStatus;
  /** How often it was tried; of these the last ones are told, the latest first. */
  attempts: number;
  lastAttempts: AttemptView[];
  nextAttemptAt: Date | null;
}

type AttemptRow = Omit<AttemptView, 'at'> & { at: string };
type DeliveryRow = Omit<DeliveryView, 'lastAttempts'> & { lastAttempts: AttemptRow[] | null };

/** A whole schedule, and another one after a replay. */
const attemptsShownMax = 20;

const webhookColumns = `
  webhooks.id, url, description, event_types AS "eventTypes", status, created_at AS "createdAt",
  previous_secret_until AS "previousSecretUntil", progress.delivered_at AS "deliveredAt",
  progress.failing_since AS "failingSince", greatest(progress.due_at, progress.rests_until) AS "nextAttemptAt"`;

const deliveryColumns = `
  event_id AS "eventId", status, attempts, next_attempt_at AS "nextAttemptAt",
  (SELECT type FROM loyalty.events WHERE events.programme_id = deliveries.programme_id AND events.id = event_id) AS type,
  (SELECT json_agg(attempt) FROM (
     SELECT number, at, took_ms AS "tookMs", made.status, error FROM loyalty.delivery_attempts AS made
     WHERE made.webhook_id = deliveries.webhook_id AND made.event_id = deliveries.event_id
     ORDER BY number DESC LIMIT ${attemptsShownMax}
   ) AS attempt) AS "lastAttempts"`;

@Injectable()
export class WebhooksQueries {
  constructor(private readonly programmes: Programmes) {}

  /** @throws PlazaError `loyalty.webhook-unknown` */
  async get(name: ProgrammeName, id: string): Promise<WebhookView> {
    const [webhook] = await this.programmes.read<WebhookView>(
      name,
      `SELECT ${webhookColumns} FROM loyalty.webhooks
       JOIN loyalty.webhook_progress AS progress ON progress.webhook_id = webhooks.id
       WHERE webhooks.programme_id = programme.id AND webhooks.id = $3 AND status <> 'removed'`,
      [id],
    );
    if (!webhook) throw webhookUnknown(id);
    return webhook;
  }

  /** All of them, the oldest first: there are only so many. */
  list(name: ProgrammeName): Promise<WebhookView[]> {
    return this.programmes.read<WebhookView>(
      name,
      `SELECT ${webhookColumns} FROM loyalty.webhooks
       JOIN loyalty.webhook_progress AS progress ON progress.webhook_id = webhooks.id
       WHERE webhooks.programme_id = programme.id AND status <> 'removed' ORDER BY webhooks.id`,
    );
  }

  /**
   * The newest events first.
   * @throws PlazaError `loyalty.webhook-unknown`; InvalidInput when `after` is no cursor
   */
  async deliveries(
    name: ProgrammeName,
    id: string,
    { status, eventId, ...page }: DeliveryFilter,
  ): Promise<CountedPage<DeliveryView>> {
    await this.get(name, id);
    const { conditions, read } = this.programmes.list(name, 'deliveries');
    conditions
      .add('deliveries.webhook_id = ?', id)
      .add('deliveries.status = ?', status)
      .add('deliveries.event_id = ?::bigint', eventId);
    const { items, ...rest } = await readList<DeliveryRow>(
      read,
      {
        table: 'loyalty.deliveries',
        columns: deliveryColumns,
        conditions,
        place: [['event_id', 'number']],
        sort: '-eventId',
        placeOf: ({ eventId: last }) => [last],
      },
      page,
    );
    return { items: items.map(viewOf), ...rest };
  }
}

function viewOf({ lastAttempts, ...delivery }: DeliveryRow): DeliveryView {
  const told = (lastAttempts ?? []).map(({ at, ...attempt }) => ({ ...attempt, at: new Date(at) }));
  return { ...delivery, lastAttempts: told };
}
