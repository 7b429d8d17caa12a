/**
 * The published description of what goes over topics (AsyncAPI 3.0), put together from what the contexts declare: their events are
 * in event-schemas.ts, which is written from their types. Only the stream of others is described by hand.
 */
import { PARTNER_EVENTS } from '@plaza/loyalty';
import { paymentTypes, type PaymentType } from '@plaza/payments';
import { eventSchemas } from './event-schemas';
import { webhookChannels, webhookMessages, webhookOperations, type EventSchema } from './webhooks';

type JsonObject = Record<string, unknown>;

const { [PARTNER_EVENTS]: partnerEvents, ...contexts } = eventSchemas;
const topics: Record<string, Record<string, EventSchema>> = contexts;
const kafkaBinding = '0.5.0';
const reference = (path: string) => ({ $ref: `#/${path}` });
const instant = { type: 'string', format: 'date-time' };

/** @param nameOf how a topic of the payment stream is called in Kafka */
export function describeTopics(nameOf: (topic: PaymentType) => string): JsonObject {
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Plaza',
      version: '1',
      description: [
        'What goes over Kafka and to partners. Events are facts in the past tense, in an envelope; one topic per context, the id of what changed',
        'as key, so that events of one thing arrive in their order. Every event may come more than once, with the same id. Money is',
        'an integer of minor units. The topics of the payment stream belong to others and carry whatever they put there.',
        'Partners hear of their programmes by webhook, with the same ids and content as in the feed and on the stream.',
      ].join(' '),
    },
    defaultContentType: 'application/json',
    servers: {
      kafka: {
        host: '{brokers}',
        protocol: 'kafka',
        description: 'Without brokers events stay within the process, and payments come over HTTP',
        variables: { brokers: { default: '127.0.0.1:9092', description: 'KAFKA_BROKERS' } },
      },
      partner: {
        host: '{partner}',
        protocol: 'https',
        description: 'The machine that a partner has named by `POST /v1/loyalty/webhooks`',
        variables: { partner: { default: 'partner.example' } },
      },
    },
    channels: { ...eventChannels(), ...streamChannels(nameOf), ...webhookChannels(partnerEvents) },
    operations: { ...eventOperations(), ...streamOperations(), ...webhookOperations },
    components: {
      messages: { ...eventMessages(), payment: paymentMessage, ...webhookMessages(partnerEvents) },
      schemas: { Actor: actor },
    },
  };
}

function eventChannels(): JsonObject {
  return eachTopic((topic, events) => [
    channelOf(topic),
    {
      address: topic,
      description: `What ${contextOf(topic)} announces`,
      servers: [reference('servers/kafka')],
      messages: Object.fromEntries(
        Object.keys(events).map((type) => [type, reference(`components/messages/${type}`)]),
      ),
      bindings: { kafka: { topic, bindingVersion: kafkaBinding } },
    },
  ]);
}

function eventOperations(): JsonObject {
  return eachTopic((topic) => [
    `${contextOf(topic)}Announces`,
    {
      action: 'send',
      channel: reference(`channels/${channelOf(topic)}`),
      summary: `Plaza announces what has happened in ${contextOf(topic)}, at least once each`,
    },
  ]);
}

function eventMessages(): JsonObject {
  return Object.fromEntries(
    Object.values(topics).flatMap((events) =>
      Object.entries(events).map(([type, event]) => [type, messageOf(type, event)]),
    ),
  );
}

function messageOf(type: string, { description, data }: EventSchema): JsonObject {
  return {
    name: type,
    title: type,
    ...(description !== undefined && { summary: description }),
    headers: { type: 'object', required: ['type'], properties: { type: { const: type } } },
    payload: {
      type: 'object',
      required: ['id', 'type', 'occurredAt', 'correlationId', 'actor', 'data'],
      additionalProperties: false,
      properties: {
        id: { type: 'string', format: 'uuid', description: 'The same at every delivery' },
        type: { const: type },
        occurredAt: instant,
        correlationId: { type: 'string', description: 'Of the request that caused it' },
        actor: { anyOf: [reference('components/schemas/Actor'), { type: 'null' }] },
        traceparent: {
          type: 'string',
          description: 'The span in which it was caused (W3C Trace Context), where spans are collected',
        },
        data,
      },
    },
    bindings: {
      kafka: { key: { type: 'string', description: 'The id of what changed' }, bindingVersion: kafkaBinding },
    },
  };
}

const actor = {
  type: 'object',
  description: 'Who made it happen',
  required: ['kind', 'id'],
  additionalProperties: false,
  properties: { kind: { type: 'string' }, id: { type: 'string' } },
};

function streamChannels(nameOf: (topic: PaymentType) => string): JsonObject {
  return Object.fromEntries(
    paymentTypes.map((topic) => [
      topic,
      {
        address: nameOf(topic),
        description: `Payments made ${topic}; every message is kept as it came, whether it can be read or not`,
        servers: [reference('servers/kafka')],
        messages: { payment: reference('components/messages/payment') },
        bindings: { kafka: { topic: nameOf(topic), bindingVersion: kafkaBinding } },
      },
    ]),
  );
}

function streamOperations(): JsonObject {
  const take = paymentTypes.map((topic): [string, JsonObject] => [
    `take${capitalised(topic)}`,
    {
      action: 'receive',
      channel: reference(`channels/${topic}`),
      summary: `Plaza takes payments made ${topic}`,
    },
  ]);
  const put = {
    action: 'send',
    channel: reference('channels/online'),
    summary: 'A customer who pays an order puts the payment on the stream',
  };
  return { ...Object.fromEntries(take), putOnline: put };
}

const paymentMessage = {
  name: 'payment',
  title: 'A payment',
  summary:
    'Fields that are not named here are kept and ignored. What does not fit is kept, rejected and reported.',
  payload: {
    type: 'object',
    required: ['payment_id', 'account_id', 'payment_type', 'amount'],
    properties: {
      payment_id: { type: 'string', format: 'uuid', description: 'One effect, however often it comes' },
      account_id: { type: 'integer', minimum: 1, maximum: 2_147_483_647 },
      payment_type: { type: 'string', enum: [...paymentTypes] },
      credit_card: { type: ['string', 'null'], maxLength: 100, description: 'Needed for online payments' },
      amount: { type: 'integer', minimum: 1, description: 'Minor units' },
      currency: {
        type: 'string',
        pattern: '^[A-Z]{3}$',
        description: 'ISO 4217; not known where it is left out, or is anything else',
      },
    },
  },
};

function eachTopic(
  describe: (topic: string, events: Record<string, EventSchema>) => [string, JsonObject],
): JsonObject {
  return Object.fromEntries(Object.entries(topics).map(([topic, events]) => describe(topic, events)));
}

function contextOf(topic: string): string {
  return topic.slice(0, topic.indexOf('.'));
}

/** References are easier to read without a dot. */
function channelOf(topic: string): string {
  return `${contextOf(topic)}Events`;
}

function capitalised(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
