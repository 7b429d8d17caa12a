/**
 * `audit-cost`: the customers of `place-order`, with the database keeping every change in the audit log, beside the same process on
 * the same tables while it does not. Only who owns the tables can make it stop.
 */
import { withClient, type PlazaDatabase } from '@plaza/engines';
import { customers, ordersStored, plazaOrders } from './place-order';
import type { Benchmark, Check, Contender, Findings, Workshop } from './support/benchmark';
import { productsMax } from './support/catalog-data';
import { rows, serverVersion, startDatabaseServer } from './support/postgres';

const withoutLabel = 'Plaza without audit';

export const auditCost: Benchmark = {
  name: 'audit-cost',
  about: 'POST /v1/orders with the audit log against without',
  run,
};

async function run(workshop: Workshop): Promise<Findings> {
  const { running, say, compare } = workshop;
  say('starting PostgreSQL and the api');
  const server = await startDatabaseServer(running);
  const { contenderOf, database, tally } = await plazaOrders(workshop, server);
  const contender = contenderOf(customers.many);
  const comparison = await compare({
    title: `orders placed, two random of ${productsMax} products`,
    contenders: [
      keeping(contender, database, { label: withoutLabel, role: 'floor', keeps: false }),
      keeping(contender, database, { label: 'Plaza with audit', role: 'plaza', keeps: true }),
    ],
    aim: { floor: withoutLabel, ratio: 0.9 },
  });
  return {
    comparisons: [comparison],
    checks: [...(await ordersStored(database, tally)), await logIsWhole(database)],
    remarks: ['The worker does not run, so nothing is sealed meanwhile, with or without.'],
    engines: { PostgreSQL: await serverVersion(server.url) },
  };
}

interface Keeping extends Pick<Contender, 'label' | 'role'> {
  keeps: boolean;
}

function keeping(
  contender: Contender,
  { ownerUrl }: PlazaDatabase,
  { label, role, keeps }: Keeping,
): Contender {
  return {
    ...contender,
    label,
    role,
    prepare: async () => {
      await switchRecorders(ownerUrl, keeps);
      await contender.prepare?.();
    },
  };
}

async function switchRecorders(ownerUrl: string, on: boolean): Promise<void> {
  await withClient(ownerUrl, (client) =>
    client.query(`
      DO $$
      DECLARE
        recorder record;
      BEGIN
        FOR recorder IN
          SELECT tgrelid::regclass AS relation, tgname AS name FROM pg_trigger JOIN pg_proc ON pg_proc.oid = tgfoid
          WHERE pronamespace = 'audit'::regnamespace
        LOOP
          EXECUTE format('ALTER TABLE %s ${on ? 'ENABLE' : 'DISABLE'} TRIGGER %I', recorder.relation, recorder.name);
        END LOOP;
      END $$`),
  );
}

/** Of every order that was kept at all, all was kept. */
async function logIsWhole({ ownerUrl }: PlazaDatabase): Promise<Check> {
  const [found] = await rows<Record<'orders' | 'lines' | 'history' | 'holds', number>>(
    ownerUrl,
    `SELECT count(*) FILTER (WHERE table_name = 'orders')::int AS orders,
            count(*) FILTER (WHERE table_name = 'order_lines')::int AS lines,
            count(*) FILTER (WHERE table_name = 'order_history')::int AS history,
            count(*) FILTER (WHERE table_name = 'holds')::int AS holds
     FROM audit.log JOIN audit.tables ON number = table_no WHERE action = 'I'`,
  );
  if (!found) throw new Error('The database told nothing about its log');
  const { orders, lines, history, holds } = found;
  return {
    says: `the log has ${orders} orders, their lines (${lines}), their history (${history}) and their holds (${holds})`,
    holds: orders > 0 && lines === 2 * orders && history === orders && holds === 2 * orders,
  };
}
