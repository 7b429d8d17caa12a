/**
 * What is bought for how many people: three sizes as one table. A deployment is one of them; moving up is naming the next. The
 * names of machines are those of the price table, so that a size whose cost nobody knows does not compile.
 */
import type { ProcessName } from './names';
import type { BrokerType, CacheType, DatabaseType } from './prices';

export interface ProcessSize {
  /** In units of ECS: 1,024 are one virtual processor. */
  cpu: number;
  memoryMb: number;
  tasksMin: number;
  tasksMax: number;
}

export interface Size {
  /** What it is meant for, with a peak of ten times the mean. */
  usersPerDay: number;
  /** One is enough to try things out; one in each zone survives the loss of a zone. */
  natGateways: number;
  database: {
    type: DatabaseType;
    storageGb: number;
    storageGbMax: number;
    replicas: number;
    /** Connections that a process may hold. */
    poolMax: number;
    backupDays: number;
  };
  cache: { type: CacheType; nodes: number };
  /** One broker in each of three zones. */
  stream: { type: BrokerType; storageGb: number; storageGbMax: number };
  processes: Record<ProcessName, ProcessSize>;
  logDays: 30 | 60 | 90;
}

export const sizes = {
  small: {
    usersPerDay: 50_000,
    natGateways: 1,
    database: {
      type: 'db.t4g.large',
      storageGb: 100,
      storageGbMax: 500,
      replicas: 1,
      poolMax: 10,
      backupDays: 7,
    },
    cache: { type: 'cache.t4g.small', nodes: 2 },
    stream: { type: 'kafka.t3.small', storageGb: 50, storageGbMax: 200 },
    processes: {
      api: { cpu: 512, memoryMb: 1_024, tasksMin: 2, tasksMax: 6 },
      payments: { cpu: 512, memoryMb: 1_024, tasksMin: 2, tasksMax: 3 },
      worker: { cpu: 512, memoryMb: 1_024, tasksMin: 2, tasksMax: 3 },
    },
    logDays: 30,
  },
  medium: {
    usersPerDay: 500_000,
    natGateways: 3,
    database: {
      type: 'db.r7g.xlarge',
      storageGb: 500,
      storageGbMax: 2_000,
      replicas: 1,
      poolMax: 12,
      backupDays: 14,
    },
    cache: { type: 'cache.m7g.large', nodes: 2 },
    stream: { type: 'kafka.m7g.large', storageGb: 250, storageGbMax: 1_000 },
    processes: {
      api: { cpu: 1_024, memoryMb: 2_048, tasksMin: 4, tasksMax: 24 },
      payments: { cpu: 1_024, memoryMb: 2_048, tasksMin: 2, tasksMax: 6 },
      worker: { cpu: 1_024, memoryMb: 2_048, tasksMin: 2, tasksMax: 6 },
    },
    logDays: 60,
  },
  large: {
    usersPerDay: 1_000_000,
    natGateways: 3,
    database: {
      type: 'db.r7g.2xlarge',
      storageGb: 1_000,
      storageGbMax: 8_000,
      replicas: 2,
      poolMax: 12,
      backupDays: 35,
    },
    cache: { type: 'cache.m7g.large', nodes: 3 },
    stream: { type: 'kafka.m7g.large', storageGb: 500, storageGbMax: 4_000 },
    processes: {
      api: { cpu: 1_024, memoryMb: 2_048, tasksMin: 6, tasksMax: 48 },
      payments: { cpu: 1_024, memoryMb: 2_048, tasksMin: 3, tasksMax: 12 },
      worker: { cpu: 1_024, memoryMb: 2_048, tasksMin: 3, tasksMax: 6 },
    },
    logDays: 90,
  },
} as const satisfies Record<string, Size>;

export type SizeName = keyof typeof sizes;
export const sizeNames = ['small', 'medium', 'large'] as const satisfies readonly SizeName[];
