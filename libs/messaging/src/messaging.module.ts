/** Wires the outbox to the transport that the settings name: Kafka where brokers are given, else within this process. */
import { Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { LOGGER, SETTINGS, type PlazaLogger, type Settings } from '@plaza/platform';
import { BatchServer } from './batch-server';
import { DeadLetters } from './dead-letters';
import { Delivery } from './delivery';
import { InProcessServer, InProcessTransport } from './in-process.transport';
import { connectKafka, KafkaServer, KafkaTransport } from './kafka.transport';
import { Outbox } from './outbox';
import { Relay } from './relay';
import { EventTransport } from './transport';

@Module({
  providers: [
    Outbox,
    DeadLetters,
    Delivery,
    Relay,
    {
      provide: EventTransport,
      inject: [SETTINGS, Delivery, LOGGER],
      useFactory: (settings: Settings, delivery: Delivery, logger: PlazaLogger) =>
        settings.kafka
          ? new KafkaTransport(connectKafka(settings.kafka, 'plaza-relay', logger))
          : new InProcessTransport(delivery),
    },
    {
      provide: BatchServer,
      inject: [SETTINGS, EventTransport, Delivery, LOGGER],
      useFactory: (
        settings: Settings,
        transport: EventTransport,
        delivery: Delivery,
        logger: PlazaLogger,
      ) => {
        if (transport instanceof InProcessTransport) return new InProcessServer(transport);
        if (!settings.kafka) throw new Error('The Kafka transport needs brokers');
        const kafka = connectKafka(settings.kafka, 'plaza-consumer', logger);
        return new KafkaServer(kafka, settings.kafka, delivery, logger);
      },
    },
  ],
  exports: [Outbox, DeadLetters, Relay, BatchServer, EventTransport],
})
export class MessagingModule implements OnApplicationShutdown {
  constructor(@Inject(EventTransport) private readonly transport: EventTransport) {}

  async onApplicationShutdown(): Promise<void> {
    if (this.transport instanceof KafkaTransport) await this.transport.close();
  }
}
