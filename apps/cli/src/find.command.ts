/** `plaza find --key`: one payment's whole story, as far as it can be told without its card. */
import { PaymentsQueries } from '@plaza/payments';
import type { Command } from 'commander';
import { fields, idOption, print, styleOfOutcome, table, withService, type OutputOptions } from './plaza';

const asOperator = { kind: 'staff', id: 'plaza cli' } as const;

const teaching = `
Amounts are in minor units. The card is never shown but for its last four digits. What became of its messages and who replayed
them is told by the message's place: GET /v1/payments/messages/{topic}/{partition}/{offset}.

Examples:
  plaza find --key 3f5379b6-4a95-49b3-a9c0-3a5703df8073
  plaza find --key 3f5379b6-4a95-49b3-a9c0-3a5703df8073 --json | jq .payment.status

Exit codes: 0 found, 1 there is no such payment or a fault, 78 a configuration that cannot be used`;

export function findCommand(program: Command): void {
  program
    .command('find')
    .description('one payment with every asking of the gateway')
    .requiredOption('--key <payment id>', "the payment's id", idOption)
    .option('--json', 'answer as JSON')
    .addHelpText('after', teaching)
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
            (column, cell) => (column === 'outcome' ? styleOfOutcome(String(cell)) : undefined),
          ),
        ].join('\n'),
      );
    });
}
