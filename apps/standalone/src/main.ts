/**
 * All of Plaza in one process on embedded defaults: what `npm start` runs. Every default gives way to the same environment
 * variables that the separate processes read.
 */
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { FolderInUse, lockFolder, needPort, PortTaken } from '@plaza/engines';
import { startConsumers } from '@plaza/messaging';
import {
  EXIT_CONFIGURATION,
  migrate,
  readSettings,
  runProcess,
  SettingsError,
  startApp,
  type PlazaLogger,
  type RunningProcess,
  type Settings,
} from '@plaza/platform';
import { ApiModule, prepareApi } from '../../api/src/api.module';
import { DemoModule, loadDemo } from '../../cli/src/demo/demo.module';
import { demoLogins } from '../../cli/src/demo/people';
import { schemas } from '../../cli/src/schemas';
import { startSimulator, type Simulator } from '../../gateway-simulator/src/simulator';
import { PaymentsAppModule } from '../../payments/src/payments-app.module';
import { WorkerModule } from '../../worker/src/worker.module';
import { announcement } from './announce';
import { embeddedDefaults, type EmbeddedDefaults } from './embedded-defaults';

const feedClientId = 'gateway-simulator';

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

async function main(): Promise<void> {
  const startedAt = performance.now();
  const given = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ''));
  refuseFaults(given);
  const folder = resolve(given['PLAZA_DATA_DIR'] ?? '.plaza');
  mkdirSync(folder, { recursive: true });
  const lock = await lockFolder(folder, join(folder, 'plaza.lock'));
  const defaults = await embeddedDefaults(folder, given, say);
  const close = async () => {
    await defaults.stop();
    lock.release();
  };
  try {
    await needPorts(readSettings(defaults.variables), defaults.simulated);
  } catch (error) {
    await close();
    throw error;
  }
  await runProcess({
    name: 'standalone',
    variables: defaults.variables,
    start: async ({ settings, logger }) => {
      const running = await start(settings, logger, defaults);
      say(
        announcement({
          url: `http://127.0.0.1:${settings.port}`,
          simulatorUrl: defaults.simulated ? settings.gateway.url : undefined,
          logins: settings.standalone.demo ? demoLogins : [],
          tookMs: performance.now() - startedAt,
        }),
      );
      return {
        close: async () => {
          await running.close();
          await close();
        },
      };
    },
  });
}

/**
 * Looks at what was given before anything is started; what was not given comes from the embedded defaults.
 * @throws SettingsError
 */
function refuseFaults(given: Record<string, string | undefined>): void {
  try {
    readSettings(given);
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    const faults = error.faults.filter((fault) => !fault.endsWith('is not set'));
    if (faults.length > 0) throw new SettingsError(faults);
  }
}

async function needPorts({ port, standalone }: Settings, simulated: boolean): Promise<void> {
  await needPort(port, 'Plaza (choose another by PORT)');
  if (simulated) {
    await needPort(standalone.simulatorPort, 'the gateway simulator (choose another by SIMULATOR_PORT)');
  }
}

async function start(
  settings: Settings,
  logger: PlazaLogger,
  { feedSecret, simulated }: EmbeddedDefaults,
): Promise<RunningProcess> {
  say('Bringing the schemas up to date');
  const applicationRole = decodeURIComponent(new URL(settings.database.url).username);
  await migrate(settings.database.ownerUrl, applicationRole, schemas);
  // Before Plaza: what was left open is asked about at once.
  const simulator = simulated ? await startSimulatorFor(settings, feedSecret) : undefined;
  try {
    const app = await startApp({
      name: 'standalone',
      settings,
      logger,
      modules: [ApiModule, PaymentsAppModule, WorkerModule, DemoModule],
      prepare: async (prepared) => {
        prepareApi(prepared);
        await startConsumers(prepared);
        if (settings.standalone.demo) await loadDemo(prepared, { feedClientId, feedSecret }, say);
      },
    });
    return {
      close: async () => {
        await simulator?.close();
        await app.close();
      },
    };
  } catch (error) {
    await simulator?.close();
    throw error;
  }
}

function startSimulatorFor({ kafka, port, standalone }: Settings, clientSecret: string): Promise<Simulator> {
  const feed = { url: `http://127.0.0.1:${String(port)}`, clientId: feedClientId, clientSecret };
  return startSimulator({
    port: standalone.simulatorPort,
    destination: kafka
      ? { kafka: { brokers: kafka.brokers, onlineTopic: 'online', offlineTopic: 'offline' } }
      : { feed },
  });
}

main().catch((error: unknown) => {
  const expected =
    error instanceof FolderInUse || error instanceof PortTaken || error instanceof SettingsError;
  const text =
    error instanceof Error ? ((expected ? undefined : error.stack) ?? error.message) : String(error);
  process.stderr.write(`${text}\n`);
  process.exit(error instanceof SettingsError ? EXIT_CONFIGURATION : 1);
});
