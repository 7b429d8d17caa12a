export * from './events';
export * from './outbox';
export * from './transport';
export * from './relay';
export * from './dead-letters';
export * from './batch-server';
export * from './messaging.module';
export * from './messaging.schema';
export { connectKafka } from './kafka.transport';
