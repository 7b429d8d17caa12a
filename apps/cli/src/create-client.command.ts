/** `plaza create-client`: credentials for a machine of our own, as the one that feeds payments. A partner's are made over HTTP. */
import { ClientsService, ownScopes } from '@plaza/identity';
import { Option, type Command } from 'commander';
import { fields, print, withService, type OutputOptions } from './plaza';

export function createClientCommand(program: Command): void {
  program
    .command('create-client')
    .description(
      'create credentials for a machine of our own; the secret is shown this once and cannot be shown again',
    )
    .requiredOption('--name <name>', 'what the machine is called')
    .addOption(scopeOption())
    .option('--json', 'answer as JSON')
    .action(async ({ name, scope, ...options }: OutputOptions & { name: string; scope: string[] }) => {
      const client = await withService(ClientsService, (clients) =>
        clients.create({ name, scopes: scope, partnerId: null }),
      );
      print(client, options, ({ scopes, ...credentials }) =>
        fields({ ...credentials, scopes: scopes.join(' ') }),
      );
    });
}

/** May be given several times, too. */
function scopeOption(): Option {
  const option = new Option('--scope <scope...>', 'what it may do');
  return option.choices(ownScopes).makeOptionMandatory();
}
