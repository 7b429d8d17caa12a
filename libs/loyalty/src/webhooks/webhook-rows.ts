/** Webhooks as PostgreSQL keeps them. The row of its progress is locked before that of a webhook, by everybody. */
import type { Sealed, Tx } from '@plaza/platform';
import type { PartnerEventType } from '../ledger/news';
import type { Programme } from '../programmes/programme';
import type { WantedWebhook, WebhookStatus } from './webhook';

export interface WebhookRow extends WantedWebhook {
  id: string;
  status: WebhookStatus;
  secretSealed: Sealed;
  previousSecretSealed: Sealed | null;
  /** Those before it, the newest first. */
  earlierSecretsSealed: Sealed[];
  /** Of it and all before it. */
  previousSecretUntil: Date | null;
}

/**
 * It is told of what happens from here on. Whoever adds another meanwhile waits for the programme's row.
 * @returns false when there are so many already
 */
export async function insertWebhook(
  tx: Tx,
  { id, name }: Programme,
  webhook: WantedWebhook & { id: string; secretSealed: Sealed; createdAt: Date },
  most: number,
): Promise<boolean> {
  await tx.query('SELECT FROM loyalty.programmes WHERE id = $1 FOR NO KEY UPDATE', [id]);
  const added = await tx.query<unknown[]>(
    `WITH added AS (
       INSERT INTO loyalty.webhooks
         (id, partner_id, programme_id, url, description, event_types, status, secret_sealed, created_at)
       SELECT $1, $2, $3, $4, $5, $6, 'active', $7, $8
       WHERE (SELECT count(*) FROM loyalty.webhooks WHERE programme_id = $3 AND status <> 'removed') < $9
       RETURNING id
     )
     INSERT INTO loyalty.webhook_progress (webhook_id, partner_id, last_event)
     SELECT added.id, $2, followed.events FROM added JOIN loyalty.followed ON followed.programme_id = $3
     RETURNING webhook_id`,
    [
      ...[webhook.id, name.partnerId, id, webhook.url, webhook.description, webhook.eventTypes],
      ...[webhook.secretSealed, webhook.createdAt, most],
    ],
  );
  return added.length > 0;
}

/** Undefined when the programme has none of this id. */
export async function lockWebhook(
  tx: Tx,
  { id }: Programme,
  webhookId: string,
): Promise<WebhookRow | undefined> {
  await tx.query('SELECT FROM loyalty.webhook_progress WHERE webhook_id = $1 FOR NO KEY UPDATE', [webhookId]);
  const [row] = await tx.query<
    (Omit<WebhookRow, 'eventTypes'> & { eventTypes: PartnerEventType[] | null })[]
  >(
    `SELECT id, url, description, event_types AS "eventTypes", status, secret_sealed AS "secretSealed",
            previous_secret_sealed AS "previousSecretSealed", previous_secret_until AS "previousSecretUntil",
            earlier_secrets_sealed AS "earlierSecretsSealed"
     FROM loyalty.webhooks WHERE id = $1 AND programme_id = $2 AND status <> 'removed'`,
    [webhookId, id],
  );
  return row;
}

export async function updateWebhook(tx: Tx, webhook: WebhookRow): Promise<void> {
  const { id, url, description, eventTypes, status } = webhook;
  const { secretSealed, previousSecretSealed, earlierSecretsSealed, previousSecretUntil } = webhook;
  await tx.query(
    `UPDATE loyalty.webhooks
     SET url = $2, description = $3, event_types = $4, status = $5, secret_sealed = $6, previous_secret_sealed = $7,
         previous_secret_until = $8, earlier_secrets_sealed = $9
     WHERE id = $1`,
    [
      ...[id, url, description, eventTypes, status],
      ...[secretSealed, previousSecretSealed, previousSecretUntil, earlierSecretsSealed],
    ],
  );
}

/** Its deliveries are forgotten by and by. */
export async function removeWebhook(tx: Tx, id: string): Promise<void> {
  await tx.query(
    `UPDATE loyalty.webhooks
     SET status = 'removed', secret_sealed = NULL, previous_secret_sealed = NULL, previous_secret_until = NULL,
         earlier_secrets_sealed = '{}'
     WHERE id = $1`,
    [id],
  );
}

/** To the programme that comes in place of another one: what was due of the old events is due no more. */
export async function moveWebhooks(tx: Tx, fromId: string, toId: string): Promise<void> {
  await tx.query(
    `SELECT FROM loyalty.webhook_progress
     WHERE webhook_id IN (SELECT id FROM loyalty.webhooks WHERE programme_id = $1) ORDER BY webhook_id FOR NO KEY UPDATE`,
    [fromId],
  );
  await tx.query(
    `WITH forgotten AS (
       DELETE FROM loyalty.deliveries WHERE programme_id = $1
     ), moved AS (
       UPDATE loyalty.webhooks SET programme_id = $2 WHERE programme_id = $1 AND status <> 'removed' RETURNING id
     )
     UPDATE loyalty.webhook_progress
     SET last_event = followed.events, due_at = NULL, rests_until = NULL, failing_since = NULL
     FROM moved, loyalty.followed
     WHERE webhook_progress.webhook_id = moved.id AND followed.programme_id = $1`,
    [fromId, toId],
  );
}
