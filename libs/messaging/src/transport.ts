/** How events travel from the relay to the consumers: over Kafka between processes, or by hand within one. */
import type { AddressedEvent } from './events';

export abstract class EventTransport {
  /**
   * Hands the events over, in this order for equal keys.
   * @returns once every event is durable with the receiver, or has been worked by its consumers here
   * @throws when that is not certain; the relay then hands over the same events again
   */
  abstract publish(events: readonly AddressedEvent[]): Promise<void>;
}
