/** What must be true once a fail-over is over: whatever anybody was answered is there, is there once, and all that follows from it has happened. */
import { until } from '@plaza/engines';
import type { FailoverStage } from './failover-stage';
import type { Invariant } from './fault-run';
import type { Acknowledged } from './insistent';

const restWithinMs = 180_000;
const lookEveryMs = 250;
const violationsMax = 10;

interface Named {
  says: string;
  sql: string;
  parameters: (acknowledged: Acknowledged) => unknown[];
}

/** Each asks for what is wrong, one line for each. */
const questions: Named[] = [
  {
    says: 'every order that was answered is there, and no product of it was sold twice',
    sql: `SELECT format('order %s is not there', id) AS fault
          FROM unnest($1::uuid[]) AS told (id) LEFT JOIN orders.orders USING (id) WHERE orders.id IS NULL
          UNION ALL
          SELECT format('%s of product %s are held, by holds of %s', held, product_id, holds)
          FROM (SELECT stock.product_id, stock.held, stock.on_hand, coalesce(sum(quantity) FILTER (WHERE status = 'live'), 0) AS holds
                FROM catalog.stock LEFT JOIN catalog.holds USING (product_id, branch_id)
                GROUP BY stock.product_id, stock.branch_id, stock.held, stock.on_hand) AS counted
          WHERE held <> holds LIMIT ${String(violationsMax)}`,
    parameters: ({ orders }) => [orders],
  },
  {
    says: 'every payment that was answered is captured once, and its order is paid',
    sql: `SELECT format('payment %s is %s, its order %s', told.id, coalesce(payments.status, 'not there'), coalesce(orders.status, 'not there')) AS fault
          FROM unnest($1::uuid[]) AS told (id)
          LEFT JOIN payments.payments ON payment_id = told.id LEFT JOIN orders.orders ON orders.id = order_id
          WHERE payments.status IS DISTINCT FROM 'stored' OR orders.status IS DISTINCT FROM 'paid'
          LIMIT ${String(violationsMax)}`,
    parameters: ({ payments }) => [payments],
  },
  {
    says: 'every accrual that was answered is in the ledger once, and balances are the sum of their entries',
    sql: `SELECT format('accrual %s is not there', source_id) AS fault
          FROM unnest($1::text[]) AS answered (source_id) LEFT JOIN loyalty.entries USING (source_id)
          WHERE entries.source_id IS NULL
          UNION ALL
          SELECT format('member %s has %s points instead of %s', external_id, balance, points)
          FROM loyalty.members JOIN (SELECT member_id, sum(points) AS points FROM loyalty.entries GROUP BY member_id) AS given
            ON member_id = members.id
          WHERE balance <> points LIMIT ${String(violationsMax)}`,
    parameters: ({ accruals }) => [accruals.map(({ sourceId }) => sourceId)],
  },
];

export async function checkAcknowledged(
  stage: FailoverStage,
  acknowledged: Acknowledged,
): Promise<Invariant[]> {
  const left = await untilRest(stage);
  const found: Invariant[] = [];
  for (const { says, sql, parameters } of questions) {
    const given = parameters(acknowledged);
    const rows = await stage.rows<{ fault: string }>(sql, given);
    const nothing =
      (given[0] as unknown[]).length === 0 ? ['nothing was answered, so nothing was shown'] : [];
    found.push({ says, violations: [...nothing, ...rows.map(({ fault }) => fault)] });
  }
  return [...found, { says: 'no event is left behind, or became a dead letter', violations: left }];
}

/** @returns what is not done by then, in words */
async function untilRest(stage: FailoverStage): Promise<string[]> {
  const waiting = async () => {
    const [row] = await stage.rows<
      Record<'events' | 'payments' | 'wishes' | 'unpaid' | 'dead letters', number>
    >(
      `SELECT (SELECT count(*)::integer FROM messaging.outbox) AS events,
              (SELECT count(*)::integer FROM payments.payments WHERE status = 'open') AS payments,
              (SELECT count(*)::integer FROM payments.requests LEFT JOIN payments.payments USING (payment_id)
               WHERE payments.payment_id IS NULL) AS wishes,
              (SELECT count(*)::integer FROM payments.payments JOIN orders.orders ON orders.id = order_id
               WHERE payments.status = 'stored' AND orders.status = 'awaiting-payment') AS unpaid,
              (SELECT count(*)::integer FROM messaging.dead_letters) AS "dead letters"`,
    );
    return Object.entries(row ?? { 'databases that answer': 0 }).filter(([, count]) => count > 0);
  };
  const isOver = async () => (await waiting()).every(([what]) => what === 'dead letters');
  await until(isOver, restWithinMs, lookEveryMs);
  return (await waiting()).map(([what, count]) => `${String(count)} ${what}`);
}
