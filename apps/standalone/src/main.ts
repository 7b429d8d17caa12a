/**
 * All of Plaza in one process on embedded defaults: what `npm start` runs. Every default gives way to the same environment
 * variables that the separate processes read.
 */
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { FolderInUse, lockFolder, needPort, PortTaken } from '@plaza/engines';
import { startConsumers } from '@plaza/messaging';
import {
  migrate,
  runProcess,
  startApp,
  type PlazaLogger,
  type RunningProcess,
  type Settings,
} from '@plaza/platform';
import { ApiModule, prepareApi } from '../../api/src/api.module';
import { DemoModule, loadDemo } from '../../cli/src/demo/demo.module';
import { demoLogins } from '../../cli/src/demo/people';
import { schemas } from '../../cli/src/schemas';
import { startSimulator } from '../../gateway-simulator/src/simulator';
import { PaymentsAppModule } from '../../payments/src/payments-app.module';
import { WorkerModule } from '../../worker/src/worker.module';
import { announcement } from './announce';
import { embeddedDefaults, type EmbeddedDefaults } from './embedded-defaults';

const defaultPort = 3000;
const defaultSimulatorPort = 9000;
const feedClientId = 'gateway-simulator';

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

async function main(): Promise<void> {
  const startedAt = performance.now();
  const given = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ''));
  const folder = resolve(given['PLAZA_DATA_DIR'] ?? '.plaza');
  const simulated = given['GATEWAY_URL'] === undefined;
  mkdirSync(folder, { recursive: true });
  const lock = await lockFolder(folder, join(folder, 'plaza.lock'));
  await needPort(Number(given['PORT'] ?? defaultPort), 'Plaza (choose another by PORT)');
  const simulatorPort = Number(given['SIMULATOR_PORT'] ?? defaultSimulatorPort);
  if (simulated) await needPort(simulatorPort, 'the gateway simulator (choose another by SIMULATOR_PORT)');

  const defaults = await embeddedDefaults(folder, given, say);
  const simulatorUrl = simulated ? `http://127.0.0.1:${String(simulatorPort)}` : undefined;
  const variables = {
    ...(simulatorUrl !== undefined && { GATEWAY_URL: simulatorUrl, ERROR_LOG_URL: simulatorUrl }),
    ...defaults.variables,
  };
  await runProcess({
    name: 'standalone',
    variables,
    start: async ({ settings, logger }) => {
      const running = await start(settings, logger, defaults, simulatorUrl && { port: simulatorPort });
      const url = `http://127.0.0.1:${String(settings.port)}`;
      const logins = wantsDemo(settings) ? demoLogins : [];
      say(announcement({ url, simulatorUrl, logins, tookMs: performance.now() - startedAt }));
      return {
        close: async () => {
          await running.close();
          await defaults.stop();
          lock.release();
        },
      };
    },
  });
}

async function start(
  settings: Settings,
  logger: PlazaLogger,
  { feedSecret }: EmbeddedDefaults,
  simulator: { port: number } | undefined | '',
): Promise<RunningProcess> {
  say('Bringing the schemas up to date');
  const applicationRole = decodeURIComponent(new URL(settings.database.url).username);
  await migrate(settings.database.ownerUrl, applicationRole, schemas);
  const app = await startApp({
    name: 'standalone',
    settings,
    logger,
    modules: [ApiModule, PaymentsAppModule, WorkerModule, DemoModule],
    prepare: async (prepared) => {
      prepareApi(prepared);
      await startConsumers(prepared);
      if (wantsDemo(settings)) await loadDemo(prepared, { feedClientId, feedSecret }, say);
    },
  });
  const running = simulator
    ? await startSimulator({
        port: simulator.port,
        destination: settings.kafka
          ? { kafka: { brokers: settings.kafka.brokers, onlineTopic: 'online', offlineTopic: 'offline' } }
          : {
              feed: {
                url: `http://127.0.0.1:${String(settings.port)}`,
                clientId: feedClientId,
                clientSecret: feedSecret,
              },
            },
      })
    : undefined;
  return {
    close: async () => {
      await running?.close();
      await app.close();
    },
  };
}

function wantsDemo(settings: Settings): boolean {
  return settings.environment !== 'production' && process.env['PLAZA_DEMO'] !== '0';
}

main().catch((error: unknown) => {
  const expected = error instanceof FolderInUse || error instanceof PortTaken;
  process.stderr.write(
    `${expected || !(error instanceof Error) ? String(error) : (error.stack ?? error.message)}\n`,
  );
  process.exit(1);
});
