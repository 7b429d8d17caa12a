/** Everything that every process needs, made once per process and at hand in all modules. */
import type { EventEmitter } from 'node:events';
import { CACHE_MANAGER, CacheModule, type Cache } from '@nestjs/cache-manager';
import { Module, type DynamicModule, type Provider } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DataSource, type DataSourceOptions } from 'typeorm';
import type { PoolConfig } from 'pg';
import { createCacheStore } from './cache';
import { Clock } from './clock';
import { Database } from './database/database';
import { PreparingClient } from './database/prepared';
import { RecentWriters } from './database/recent-writers';
import { Replica, Replicas } from './database/replicas';
import { DatabaseSession } from './database/session';
import { Signals } from './database/signals';
import { Idempotency } from './idempotency';
import type { PlazaLogger } from './logger';
import { Health } from './process/health';
import { Loops } from './process/loops';
import { Metrics } from './process/metrics';
import { OperationsController } from './process/operations.controller';
import { ProcessLifecycle } from './process/lifecycle';
import { Tracing } from './process/tracing';
import { QuickCache } from './quick-cache';
import { Sealing } from './sealing';
import { SETTINGS, type Settings } from './settings';

/** Dependency-injection token of the process's {@link PlazaLogger}. */
export const LOGGER = Symbol('logger');

const connectTimeoutMs = 5_000;
const statementTimeoutMs = 30_000;
const idleInTransactionTimeoutMs = 30_000;
/** Short, because the primary is there, too. */
const replicaConnectTimeoutMs = 500;

const connectionOptions: PoolConfig = {
  statement_timeout: statementTimeoutMs,
  idle_in_transaction_session_timeout: idleInTransactionTimeoutMs,
  // Between the pool and whoever asked for it a connection is for a moment nobody's: what it loses then must not end the process.
  // The query that it was meant for fails by itself.
  onConnect: (connection: EventEmitter) => connection.on('error', () => undefined),
};

export interface PlatformOptions {
  process: string;
  settings: Settings;
  logger: PlazaLogger;
  clock: Clock;
}

@Module({})
export class PlatformModule {
  static for({ process, settings, logger, clock }: PlatformOptions): DynamicModule {
    const providers: Provider[] = [
      { provide: SETTINGS, useValue: settings },
      { provide: LOGGER, useValue: logger },
      { provide: Clock, useValue: clock },
      { provide: Metrics, useFactory: () => new Metrics(process) },
      { provide: Tracing, useFactory: () => Tracing.start(settings.tracing.endpoint, process, logger) },
      { provide: Health, useFactory: health, inject: [Database] },
      { provide: Sealing, useFactory: () => new Sealing(settings.sealingKeys) },
      {
        provide: Replicas,
        useFactory: (primary: DataSource) =>
          new Replicas(replicas(settings, process), primary, clock, logger),
        inject: [DataSource],
      },
      construct(Database, [DataSource, Replicas]),
      {
        provide: RecentWriters,
        useFactory: (cache: Cache) => new RecentWriters(new QuickCache(cache), clock),
        inject: [CACHE_MANAGER],
      },
      {
        provide: DatabaseSession,
        useFactory: async () => {
          const session = new DatabaseSession(settings.database.url, logger);
          await session.open();
          return session;
        },
      },
      construct(Signals, [Database, DatabaseSession]),
      construct(Loops, [DatabaseSession, Signals, LOGGER, Metrics]),
      construct(Idempotency, [Database, Clock, Sealing]),
      construct(ProcessLifecycle, [DatabaseSession, Health]),
    ];
    return {
      module: PlatformModule,
      global: true,
      imports: [
        TypeOrmModule.forRootAsync({ useFactory: () => dataSourceOptions(settings, process) }),
        CacheModule.register({ isGlobal: true, stores: [createCacheStore(settings.redis.url, logger)] }),
      ],
      controllers: [OperationsController],
      providers,
      exports: providers.map((provider) => ('provide' in provider ? provider.provide : provider)),
    };
  }
}

function construct<T, Parameters extends unknown[]>(
  type: new (...parameters: Parameters) => T,
  inject: (symbol | (abstract new (...parameters: never[]) => unknown))[],
): Provider {
  return { provide: type, inject, useFactory: (...parameters: Parameters) => new type(...parameters) };
}

function health(database: Database): Health {
  const checks = new Health();
  checks.add('database', async () => {
    await database.read('SELECT 1');
  });
  return checks;
}

function dataSourceOptions(
  settings: Settings,
  process: string,
): DataSourceOptions & { autoLoadEntities: true } {
  const { url, poolMax } = settings.database;
  return {
    type: 'postgres',
    url,
    poolSize: poolMax,
    applicationName: `plaza ${process}`,
    connectTimeoutMS: connectTimeoutMs,
    // What is sent before an answer has come is not held back: see transaction.ts.
    extra: { ...connectionOptions, pipeline: true, Client: PreparingClient },
    autoLoadEntities: true,
  };
}

/** Apart from TypeORM, which would not start without every one of them and asks them for what must not lag. */
function replicas({ database }: Settings, process: string): Replica[] {
  return database.replicaUrls.map((url) => {
    const { host, pathname } = new URL(url);
    return new Replica(`${host}${pathname}`, {
      ...connectionOptions,
      connectionString: url,
      max: database.poolMax,
      application_name: `plaza ${process}`,
      connectionTimeoutMillis: replicaConnectTimeoutMs,
    });
  });
}
