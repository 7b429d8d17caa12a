/** `plaza reconcile`: holds orders, payments, stock and points against each other now, and tells what does not fit. */
import { Drifts, Reconciliation, type DriftView, type Reconciled } from '@plaza/reporting';
import type { Command } from 'commander';
import { print, styled, table, withPlaza, type OutputOptions } from './plaza';

interface Outcome extends Reconciled {
  /** All that are open, of whatever time. */
  open: DriftView[];
}

const openMax = 1_000;

const teaching = `
The last ten days are looked at, up to a quarter of an hour ago: until then events may be on their way. What is open from before is looked
at again. What is found is kept; staff approve its correction at /v1/reports/reconciliation, or dismiss it with a reason. It is done every
night without this command, too.

Exit codes: 0 everything fits, 1 a drift is open, or a fault`;

export function reconcileCommand(program: Command): void {
  program
    .command('reconcile')
    .description(
      'hold orders, payments, stock and points against each other; exits with 1 when something does not fit',
    )
    .option('--json', 'answer as JSON')
    .addHelpText('after', teaching)
    .action(async (options: OutputOptions) => {
      const outcome = await withPlaza(async (app): Promise<Outcome> => {
        const reconciled = await app.get(Reconciliation).run();
        const { items } = await app.get(Drifts).list({ status: 'open', limit: openMax });
        return { ...reconciled, open: items };
      });
      print(outcome, options, readable);
      if (outcome.open.length > 0) process.exitCode = 1;
    });
}

function readable({ orders, payments, movements, points, open }: Outcome): string {
  const looked = `${String(orders)} paid orders, ${String(payments)} payments, ${String(movements)} movements and ${String(points)} entries of points were looked at`;
  if (open.length === 0) return `${looked}: everything fits`;
  const rows = open.map(({ kind, subject, correction, occurredAt }) => ({
    ...{ kind, subject, at: occurredAt.toISOString(), correction: correction?.does ?? null },
  }));
  return `${looked}\n\n${styled(`${String(open.length)} do not fit`, 'red')}\n${table(rows)}`;
}
