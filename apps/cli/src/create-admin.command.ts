/** `plaza create-admin`: the first person who may do everything. There are no default credentials. */
import { UsersService } from '@plaza/identity';
import { PlazaError } from '@plaza/platform';
import type { Command } from 'commander';
import { print, withService, type OutputOptions } from './plaza';

export function createAdminCommand(program: Command): void {
  program
    .command('create-admin')
    .description(
      'create an administrator; the password is read from PLAZA_ADMIN_PASSWORD, so that no shell remembers it',
    )
    .requiredOption('--username <name>')
    .requiredOption('--email <address>')
    .option('--json', 'answer as JSON')
    .action(async ({ username, email, ...options }: OutputOptions & { username: string; email: string }) => {
      const password = process.env['PLAZA_ADMIN_PASSWORD'];
      if (!password) throw new PlazaError('invalid', 'cli.password-missing', 'Set PLAZA_ADMIN_PASSWORD');
      const answer = await withService(UsersService, (users) =>
        users.createStaff({ username, email, password, role: 'admin' }),
      );
      print(answer, options, ({ user, created }) =>
        created
          ? `${user.username} can sign in as an administrator`
          : `${user.username} was there already; nothing was changed`,
      );
    });
}
