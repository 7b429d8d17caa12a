/** `plaza migrate`: brings the database's schemas up to date. Safe to run twice at once. */
import { migrate } from '@plaza/platform';
import type { Command } from 'commander';
import { print, settingsOfEnvironment, type OutputOptions } from './plaza';
import { schemas } from './schemas';

export function migrateCommand(program: Command): void {
  program
    .command('migrate')
    .description(
      "bring the database's schemas up to date (as DATABASE_OWNER_URL's role) and grant the application its rights",
    )
    .option('--json', 'answer as JSON')
    .action(async (options: OutputOptions) => {
      const { url, ownerUrl } = settingsOfEnvironment().database;
      const reports = await migrate(ownerUrl, decodeURIComponent(new URL(url).username), schemas);
      print(reports, options, (all) =>
        all
          .map(
            ({ schema, applied }) =>
              `${schema}: ${applied.length === 0 ? 'up to date' : `applied ${applied.join(', ')}`}`,
          )
          .join('\n'),
      );
    });
}
