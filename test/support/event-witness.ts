/**
 * Holds every event that goes over a topic in a test against the published description, as the client does with answers. A test in
 * whose world an event did not fit fails when that world ends.
 */
import type { AddressedEvent, EventTransport } from '@plaza/messaging';
import Ajv, { type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { describeTopics } from '../../apps/api/src/asyncapi/asyncapi';

interface Described {
  channels: Record<string, { address: string; messages: Record<string, unknown> }>;
  components: { messages: Record<string, { payload: object }>; schemas: object };
}

const faultsMax = 10;
let validators: Map<string, ValidateFunction> | undefined;

/** By topic and type. */
function validatorsByEvent(): Map<string, ValidateFunction> {
  if (validators) return validators;
  const { channels, components } = describeTopics((topic) => topic) as unknown as Described;
  const ajv = addFormats(new Ajv({ strict: false, allErrors: true }));
  validators = new Map(
    Object.values(channels).flatMap(({ address, messages }) =>
      Object.keys(messages).map((type): [string, ValidateFunction] => {
        const payload = components.messages[type]?.payload ?? false;
        const schema = typeof payload === 'object' ? { ...payload, components } : payload;
        return [`${address} ${type}`, ajv.compile(schema)];
      }),
    ),
  );
  return validators;
}

/** What does not fit, in words; undefined for an event that is as described. */
export function faultOf({ topic, key, envelope }: AddressedEvent): string | undefined {
  const validate = validatorsByEvent().get(`${topic} ${envelope.type}`);
  if (!validate) return `${envelope.type} is not described for ${topic}`;
  if (key === '') return `${envelope.type} has no key`;
  // As it is on its way: what JSON leaves out is not there.
  if (validate(JSON.parse(JSON.stringify(envelope)))) return undefined;
  const faults = (validate.errors ?? []).map(
    ({ instancePath, message }) => `${instancePath} ${message ?? ''}`,
  );
  return `${envelope.type}: ${faults.join(', ')}`;
}

export class EventWitness {
  private readonly faults: string[] = [];

  constructor(transport: EventTransport) {
    const publish = transport.publish.bind(transport);
    transport.publish = (events) => {
      for (const event of events) {
        const fault = faultOf(event);
        if (fault !== undefined && this.faults.length < faultsMax) this.faults.push(fault);
      }
      return publish(events);
    };
  }

  /** @throws Error that names the events that were not as described */
  testify(): void {
    if (this.faults.length > 0) throw new Error(`Events are not as described:\n${this.faults.join('\n')}`);
  }
}
