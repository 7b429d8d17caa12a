/** `plaza find --key`: one payment's whole story, as far as it can be told without its card. */
import { PaymentsQueries } from '@plaza/payments';
import type { Command } from 'commander';
import { print, table, withService, type OutputOptions } from './plaza';

const asOperator = { kind: 'staff', id: 'plaza cli' } as const;

export function findCommand(program: Command): void {
  program
    .command('find')
    .description('one payment with every asking of the gateway')
    .requiredOption('--key <id>', "the payment's id")
    .option('--json', 'answer as JSON')
    .action(async ({ key, ...options }: OutputOptions & { key: string }) => {
      const found = await withService(PaymentsQueries, async (queries) => {
        const payment = await queries.get(key, asOperator);
        return { payment, attempts: payment.status === 'pending' ? [] : (await queries.attempts(key)).items };
      });
      print(found, options, ({ payment, attempts }) =>
        [
          ...Object.entries(payment).map(([name, value]) => `${name.padEnd(12)} ${textOf(value)}`),
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

function textOf(value: unknown): string {
  if (value instanceof Date) return value.toISOString();
  return value === null || value === undefined
    ? '-'
    : typeof value === 'string'
      ? value
      : JSON.stringify(value);
}
