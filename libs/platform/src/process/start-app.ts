/**
 * Builds a process out of modules: the platform, the modules given, a Fastify server for whatever they serve (at the least
 * health and metrics), listening once everything is in place.
 */
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Module, type DynamicModule, type Type } from '@nestjs/common';
import type { Clock } from '../clock';
import { SystemClock } from '../clock';
import { NestLogger, type PlazaLogger } from '../logger';
import { PlatformModule } from '../platform.module';
import type { Settings } from '../settings';
import { refuseAddress, refuseBytes } from './unreadable-requests';
import { closeUnusedConnections } from './unused-connections';

const bodyBytesMax = 1024 * 1024;
const requestTimeoutMs = 30_000;
const keepAliveMs = 65_000;

export interface AppDefinition {
  name: string;
  settings: Settings;
  logger: PlazaLogger;
  clock?: Clock;
  modules: (Type | DynamicModule)[];
  /** Sets up what has to be there before the first request. */
  prepare?: (app: NestFastifyApplication) => Promise<void>;
}

/** What all modules of one process hang on. */
@Module({})
class ProcessModule {}

/** @param proxies how many stand before us, or where they are */
function trusted(proxies: Settings['trustProxy']) {
  return typeof proxies === 'number' ? (_address: string, hop: number) => hop < proxies : proxies;
}

export async function startApp(definition: AppDefinition): Promise<NestFastifyApplication> {
  const { name, settings, logger, modules, clock = new SystemClock(), prepare } = definition;
  const platform = PlatformModule.for({ process: name, settings, logger, clock });
  const root: DynamicModule = { module: ProcessModule, imports: [platform, ...modules] };
  const adapter = new FastifyAdapter({
    bodyLimit: bodyBytesMax,
    requestTimeout: requestTimeoutMs,
    keepAliveTimeout: keepAliveMs,
    forceCloseConnections: 'idle',
    trustProxy: trusted(settings.trustProxy),
    routerOptions: { maxParamLength: 200 },
    frameworkErrors: refuseAddress,
    clientErrorHandler: refuseBytes,
  });
  const app = await NestFactory.create<NestFastifyApplication>(root, adapter, {
    logger: new NestLogger(logger),
    abortOnError: false,
    bodyParser: true,
  });
  closeUnusedConnections(adapter.getInstance());
  try {
    await prepare?.(app);
    await app.listen(settings.port, settings.host);
  } catch (error) {
    await app.close().catch(() => undefined);
    throw error;
  }
  return app;
}
