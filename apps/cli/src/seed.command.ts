/** `plaza seed`: the demo data, for a stack that is there to be tried out. Refused where it is meant in earnest. */
import { randomBytes } from 'node:crypto';
import { PlazaError } from '@plaza/platform';
import type { Command } from 'commander';
import { loadDemo } from './demo/demo.module';
import { demoLogins } from './demo/people';
import { print, settingsOfEnvironment, table, withPlaza, type OutputOptions } from './plaza';

export function seedCommand(program: Command): void {
  program
    .command('seed')
    .description('load the demo data; what is there already stays as it is')
    .option('--json', 'answer as JSON')
    .action(async (options: OutputOptions) => {
      if (settingsOfEnvironment().environment === 'production') {
        throw new PlazaError(
          'forbidden',
          'cli.no-demo-in-production',
          'Demo data is never loaded in production',
        );
      }
      const feed = {
        feedClientId: 'gateway-simulator',
        feedSecret: process.env['FEED_CLIENT_SECRET'] ?? randomBytes(32).toString('base64url'),
      };
      await withPlaza((app) => loadDemo(app, feed, (line) => process.stderr.write(`${line}\n`)));
      print(demoLogins, options, (logins) =>
        table(logins.map(({ role, username, password }) => ({ role, username, password }))),
      );
    });
}
