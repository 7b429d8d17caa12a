/** `plaza find --key`: the whole story of one payment, as far as it can be told without its card, or of one transfer record. */
import { PaymentsQueries, type AttemptView } from '@plaza/payments';
import { isUuid } from '@plaza/platform';
import type { Command } from 'commander';
import { findTransfer } from './find-transfer';
import {
  fields,
  operatorId,
  print,
  styleOfOutcome,
  styleOfStatus,
  table,
  withService,
  type OutputOptions,
} from './plaza';
import { keyOption } from './transfer-key';

const teaching = `
Amounts are in minor units. The card is never shown but for its last four digits. What became of its messages and who replayed
them is told by the message's place: GET /v1/payments/messages/{topic}/{partition}/{offset}.

Examples:
  plaza find --key 3f5379b6-4a95-49b3-a9c0-3a5703df8073
  plaza find --key 3f5379b6-4a95-49b3-a9c0-3a5703df8073 --json | jq .payment.status
  plaza find --key=-L5_CG7LwjZQcAQMSB6k

Exit codes: 0 found, 1 there is no such payment or record, or a fault, 78 a configuration that cannot be used`;

export function findCommand(program: Command): void {
  program
    .command('find')
    .description('one payment with every asking of the gateway, or one transfer record')
    .requiredOption('--key <key>', "the payment's id, or the record's key", keyOption)
    .option('--json', 'answer as JSON')
    .addHelpText('after', teaching)
    .action(async ({ key, ...options }: OutputOptions & { key: string }) => {
      // A payment's id is a UUID; every other key is a transfer record's.
      await (isUuid(key) ? findPayment(key.toLowerCase(), options) : findTransfer(key, options));
    });
}

async function findPayment(key: string, options: OutputOptions): Promise<void> {
  const found = await withService(PaymentsQueries, async (queries) => {
    const payment = await queries.get(key, { kind: 'staff', id: operatorId() });
    return { payment, attempts: payment.attempts === 0 ? [] : (await queries.attempts(key)).items };
  });
  print(found, options, ({ payment, attempts }) =>
    [
      fields(payment, styleOfStatus),
      '',
      attempts.length === 0 ? 'The gateway was not asked' : attemptsTable(attempts),
    ].join('\n'),
  );
}

function attemptsTable(attempts: readonly AttemptView[]): string {
  return table(
    attempts.map(({ number, askedAt, outcome, httpStatus, tookMs }) => ({
      number,
      'asked at': askedAt.toISOString(),
      outcome,
      status: httpStatus,
      'took ms': tookMs,
    })),
    (column, cell) => (column === 'outcome' ? styleOfOutcome(String(cell)) : undefined),
  );
}
