/**
 * The root that every process shares: read the settings or say all that is wrong with them, start, and on a signal finish
 * what is held before ending.
 */
import { createLogger, NestLogger, type PlazaLogger } from '../logger';
import { readSettings, SettingsError, type Settings } from '../settings';

/** From sysexits.h: something is wrong with the configuration. */
export const EXIT_CONFIGURATION = 78;
const shutdownMsMax = 25_000;

export interface RunningProcess {
  close(): Promise<void>;
}

export interface ProcessDefinition {
  name: string;
  /** The environment to read; the process's own unless defaults are laid under it. */
  variables: Record<string, string | undefined>;
  start: (parts: {
    settings: Settings;
    logger: PlazaLogger;
    nestLogger: NestLogger;
  }) => Promise<RunningProcess>;
}

export async function runProcess({ name, variables, start }: ProcessDefinition): Promise<void> {
  const settings = settingsOrExit(variables);
  const logger = createLogger({ level: settings.logLevel, pretty: process.stdout.isTTY, name });
  try {
    const running = await start({ settings, logger, nestLogger: new NestLogger(logger) });
    stopOnSignal(running, logger);
  } catch (error) {
    logger.fatal({ err: error }, 'The process could not start');
    process.exitCode = 1;
    logger.flush(() => process.exit());
  }
}

function settingsOrExit(variables: Record<string, string | undefined>): Settings {
  try {
    return readSettings(variables);
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(EXIT_CONFIGURATION);
  }
}

function stopOnSignal(running: RunningProcess, logger: PlazaLogger): void {
  let stopping = false;
  const stop = (signal: NodeJS.Signals) => {
    if (stopping) return;
    stopping = true;
    logger.info({ signal }, 'Stopping: finishing what is under way');
    setTimeout(() => {
      logger.error('Stopping took too long; ending now');
      process.exit(1);
    }, shutdownMsMax).unref();
    running.close().then(
      () => process.exit(0),
      (error: unknown) => {
        logger.error({ err: error }, 'Stopping failed');
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}
