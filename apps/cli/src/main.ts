/** `plaza`: what operators do from a terminal. Every command can answer as JSON; 0 is success, 1 a refusal or fault, 78 a configuration that cannot be used. */
import { Command } from 'commander';
import { alarmsCommand } from './alarms.command';
import { auditCommand } from './audit.command';
import { censusCommand } from './census.command';
import { createAdminCommand } from './create-admin.command';
import { createClientCommand } from './create-client.command';
import { deadLettersCommand } from './dead-letters.command';
import { evidenceCommand } from './evidence.command';
import { findCommand } from './find.command';
import { importCommand } from './import/import.command';
import { migrateCommand } from './migrate.command';
import { fail } from './plaza';
import { processCommand } from './process.command';
import { reconcileCommand } from './reconcile.command';
import { replayCommand } from './replay.command';
import { reportCommand } from './report.command';
import { resealCommand } from './reseal.command';
import { seedCommand } from './seed.command';
import { tailCommand } from './tail.command';

const program = new Command('plaza')
  .description(
    'Plaza from the terminal. The environment says which Plaza: DATABASE_URL and the rest, as for the processes. ' +
      'Where it does not, it is the stack of this machine, or what npm start runs on it.',
  )
  .showHelpAfterError();

for (const register of [
  migrateCommand,
  seedCommand,
  createAdminCommand,
  createClientCommand,
  censusCommand,
  alarmsCommand,
  findCommand,
  processCommand,
  evidenceCommand,
  tailCommand,
  replayCommand,
  resealCommand,
  importCommand,
  deadLettersCommand,
  auditCommand,
  reportCommand,
  reconcileCommand,
]) {
  register(program);
}

program.parseAsync().catch(fail);
