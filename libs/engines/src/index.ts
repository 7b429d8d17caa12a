// The face of the engine room: starts the real PostgreSQL, Redis and Kafka that Plaza runs on where nobody provides them. It
// knows nothing of Plaza's contexts and imports nothing of Nest.
export * from './engine-process';
export * from './ports';
export * from './processes';
export * from './programs';
export * from './folder-lock';
export * from './postgres';
export * from './postgres-databases';
export * from './postgres-keeper';
export * from './postgres-replica';
export * from './postgres-backup';
export { BACKUP_NAME, type WalReceiver } from './postgres-wal-receiver';
export * from './availability';
export * from './kafka';
export { findKafka, KAFKA_VERSION, kafkaAvailable } from './kafka-programs';
export * from './redis';
export { findRedis, redisAvailable } from './redis-programs';
export { findChromium } from './chromium-programs';
export * from './kept-keys';
export * from './settings-file';
export * from './one-machine';
export * from './postgres-removal';
