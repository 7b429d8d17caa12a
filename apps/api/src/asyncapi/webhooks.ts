/**
 * The part of the description that is about webhooks (Standard Webhooks 1.0.0): what the machine of a partner is called with, type
 * by type, each with an example.
 */
export interface EventSchema {
  description?: string;
  data: object;
}

type Events = Record<string, EventSchema>;
type JsonObject = Record<string, unknown>;

const httpBinding = '0.3.0';
const channel = 'webhooks';
const nameOf = (type: string) => `webhook.${type}`;

/** What every call has beside its body. */
const headers = {
  type: 'object',
  required: ['webhook-id', 'webhook-timestamp', 'webhook-signature'],
  properties: {
    'webhook-id': { type: 'string', description: 'The id of the event: the same at every attempt' },
    'webhook-timestamp': { type: 'string', description: 'When it was sent, in seconds since 1970' },
    'webhook-signature': {
      type: 'string',
      description:
        '`v1,` and the HMAC-SHA256 of `id.timestamp.body` in base64; two of them, with a space between, while a secret is rotated',
    },
  },
};

const at = '2026-11-21T09:30:00.000Z';
const member = { externalId: 'guest-001', balance: 1140, held: 0 };

/** What happens in the example of each type; a test sees that every type has one that fits. */
const examples: Record<string, object> = {
  'member.balance_above': { ...member, threshold: 1000 },
  'member.balance_zero': { ...member, balance: 0 },
  'programme.total_above': { outstanding: 100_240, threshold: 100_000 },
  'points.expiring': { externalId: 'guest-001', points: 400, expiresAt: '2026-12-21T09:30:00.000Z' },
  'member.tier_changed': { externalId: 'guest-001', from: 'silver', to: 'gold', earned: 5140 },
  'member.tier_falling': {
    ...{ externalId: 'guest-001', from: 'gold', to: 'silver', earned: 4100 },
    fallsAt: '2026-12-21T09:30:00.000Z',
  },
  'points.expired': { ...member, balance: 740, points: 400 },
};

export function webhookChannels(events: Events): JsonObject {
  return {
    [channel]: {
      address: null,
      title: 'Webhooks',
      description:
        'Every event of a programme, at least once, until it is accepted by any 2xx; ten attempts over three days',
      servers: [{ $ref: '#/servers/partner' }],
      messages: Object.fromEntries(
        Object.keys(events).map((type) => [type, { $ref: `#/components/messages/${nameOf(type)}` }]),
      ),
    },
  };
}

export const webhookOperations: JsonObject = {
  callWebhook: {
    action: 'send',
    channel: { $ref: `#/channels/${channel}` },
    summary: 'Plaza calls a partner with what happened in its programme',
    bindings: { http: { method: 'POST', bindingVersion: httpBinding } },
  },
};

export function webhookMessages(events: Events): JsonObject {
  return Object.fromEntries(
    Object.entries(events).map(([type, event], index) => [
      nameOf(type),
      messageOf(type, event, String(index + 17)),
    ]),
  );
}

function messageOf(type: string, { description, data }: EventSchema, id: string): JsonObject {
  return {
    name: type,
    title: type,
    ...(description !== undefined && { summary: description }),
    headers,
    payload: {
      type: 'object',
      required: ['id', 'type', 'data', 'timestamp'],
      additionalProperties: false,
      properties: {
        id: { type: 'string', description: 'Numbers of one programme follow each other without a gap' },
        type: { const: type },
        data,
        timestamp: { type: 'string', format: 'date-time', description: 'When it became true' },
      },
    },
    ...(examples[type] && { examples: [{ payload: { id, type, data: examples[type], timestamp: at } }] }),
  };
}
