import { randomUUID } from 'node:crypto';
import { address, describeWith } from '#test/needs';
import { eventTransportContract } from './event-transport.contract';

describe('Events within one process', () => {
  eventTransportContract(() => ({}));
});

describeWith('kafka', 'Events between processes', () => {
  eventTransportContract(() => ({
    KAFKA_BROKERS: address('kafka'),
    KAFKA_GROUP_PREFIX: `conformance-${randomUUID()}`,
  }));
});
