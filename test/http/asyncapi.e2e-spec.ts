/** What is published about topics: valid, complete, and what events are held against. */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import specification from '@asyncapi/specs/schemas/3.0.0.json';
import { partnerEventTypes } from '@plaza/loyalty';
import { EventTransport, type AddressedEvent } from '@plaza/messaging';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { faultOf } from '#test/event-witness';
import { World } from '#test/world';

const root = resolve(__dirname, '../..');
const generateMs = 60_000;

interface Document {
  asyncapi: string;
  channels: Record<string, { address: string | null; messages: Record<string, { $ref: string }> }>;
  operations: Record<string, { channel: { $ref: string } }>;
  components: { messages: Record<string, { payload: object; examples?: { payload: { type: string } }[] }> };
}

const rejected: AddressedEvent = {
  topic: 'payments.events',
  key: 'offline/0/7',
  onlyFor: null,
  envelope: {
    id: '019e2f41-7c55-7a31-8f0e-2d3c4b5a6978',
    type: 'payment-rejected',
    occurredAt: '2026-11-21T09:30:00.000Z',
    correlationId: 'c',
    actor: { kind: 'system', id: 'payments' },
    data: {
      ...{ paymentId: null, topic: 'offline', partition: 0, offset: '7' },
      ...{ reasonCode: 'not-json', reason: 'The message is not JSON' },
    },
  },
};

describe('The description of topics', () => {
  let world: World;
  let document: Document;

  beforeAll(async () => {
    world = await World.start({ processes: ['api'] });
    document = (await world.anyone.get<Document>('/asyncapi.json')).body;
  });

  afterAll(() => world.end());

  it('is valid AsyncAPI 3.0', () => {
    // It brings its own copy of JSON Schema.
    const ajv = new Ajv({ strict: false, allErrors: true, meta: false, validateSchema: false });
    const validate = addFormats(ajv).compile(specification);
    validate(document);
    expect(validate.errors ?? []).toEqual([]);
    expect(validate({ ...document, channels: { online: { adress: 'online' } } })).toBe(false);
  });

  it('refers to nothing that is not there', () => {
    const texts = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(
      ([, path]) => path ?? '',
    );
    expect(texts.length).toBeGreaterThan(20);
    const lost = texts.filter(
      (path) =>
        path
          .split('/')
          .reduce<unknown>((at, name) => (at as Record<string, unknown> | undefined)?.[name], document) ===
        undefined,
    );
    expect(lost).toEqual([]);
  });

  it('names the topics of every context and of the payment stream', () => {
    expect(
      Object.values(document.channels)
        .flatMap(({ address }) => address ?? [])
        .sort(),
    ).toEqual([
      'catalog.events',
      'identity.events',
      'loyalty.events',
      'offline',
      'online',
      'orders.events',
      'payments.events',
      'transfers.events',
    ]);
    expect(Object.keys(document.channels['paymentsEvents']?.messages ?? {})).toEqual(
      expect.arrayContaining(['payment-captured', 'payment-declined', 'payment-parked', 'payment-rejected']),
    );
  });

  it('has every type that partners are called with, each with an example that fits', () => {
    const messages = Object.entries(document.channels['webhooks']?.messages ?? {});
    expect(messages.map(([type]) => type).sort()).toEqual([...partnerEventTypes].sort());
    const ajv = addFormats(new Ajv({ strict: false }));
    for (const [type, { $ref }] of messages) {
      const message = document.components.messages[$ref.slice('#/components/messages/'.length)];
      const [example] = message?.examples ?? [];
      expect([type, example?.payload.type]).toEqual([type, type]);
      expect([type, ajv.validate(message?.payload ?? false, example?.payload), ajv.errors]).toEqual([
        type,
        true,
        null,
      ]);
    }
  });

  it(
    'says what the types of the events say',
    async () => {
      const { stdout } = await promisify(execFile)(process.execPath, ['scripts/asyncapi.mjs', '--print'], {
        cwd: root,
        maxBuffer: 16 * 1024 * 1024,
      });
      expect(stdout).toBe(readFileSync(resolve(root, 'apps/api/src/asyncapi/event-schemas.ts'), 'utf8'));
    },
    generateMs,
  );

  it('fits an event as it is, and notices one that is not as it should be', () => {
    expect(faultOf(rejected)).toBeUndefined();
    const changed = (envelope: object) =>
      faultOf({ ...rejected, envelope: { ...rejected.envelope, ...envelope } });
    expect(changed({ type: 'payment-lost' })).toContain('is not described');
    expect(changed({ data: { ...rejected.envelope.data, card: '4980276372331233' } })).toContain(
      'additional properties',
    );
    expect(changed({ data: { ...rejected.envelope.data, partition: 'one' } })).toContain('/data/partition');
    expect(changed({ occurredAt: 'yesterday' })).toContain('/occurredAt');
    expect(faultOf({ ...rejected, key: '' })).toContain('no key');
  });

  it('is what every event of a test is held against: one that does not fit fails the test', async () => {
    const other = await World.start({ processes: ['worker'] });
    await other.app.get(EventTransport).publish([{ ...rejected, key: '' }]);
    await expect(other.end()).rejects.toThrow('payment-rejected has no key');
  });
});
