/** `plaza find --key`: one payment's whole story, as far as it can be told without its card. */
import { PaymentsQueries } from '@plaza/payments';
import type { Command } from 'commander';
import { fields, idOption, print, table, withService, type OutputOptions } from './plaza';

const asOperator = { kind: 'staff', id: 'plaza cli' } as const;

export function findCommand(program: Command): void {
  program
    .command('find')
    .description('one payment with every asking of the gateway')
    .requiredOption('--key <payment id>', "the payment's id", idOption)
    .option('--json', 'answer as JSON')
    .addHelpText(
      'after',
      '\nThe card is never shown but for its last four digits. Exit codes: 0 found, 1 there is no such payment',
    )
    .action(async ({ key, ...options }: OutputOptions & { key: string }) => {
      const found = await withService(PaymentsQueries, async (queries) => {
        const payment = await queries.get(key, asOperator);
        return { payment, attempts: payment.attempts === 0 ? [] : (await queries.attempts(key)).items };
      });
      print(found, options, ({ payment, attempts }) =>
        [
          fields(payment),
          '',
          table(
            attempts.map(({ number, askedAt, outcome, httpStatus, tookMs }) => ({
              number,
              'asked at': askedAt.toISOString(),
              outcome,
              status: httpStatus,
              'took ms': tookMs,
            })),
          ),
        ].join('\n'),
      );
    });
}
