/** What staff and admins do all day, and the machine that hands payment messages in. */
import { randomUUID } from 'node:crypto';
import { ONLINE_BRANCH_ID } from '@plaza/catalog';
import type { Client } from '#test/client';
import type { Act, Acts, Day } from './day';

const named = (kind: string) => `${kind}-${randomUUID().slice(0, 8)}`;

function colleague() {
  const username = named('colleague');
  return { username, email: `${username}@example.org`, password: 'a long enough password', role: 'staff' };
}

const known = () => ({ fullName: 'Ana Pérez', documentNumber: named('DOC') });

/** Makes something by `POST path` and calls another route with its id. */
const withNew = async (day: Day, by: Client, path: string, body: object): Promise<Act> => ({
  by,
  at: { id: await day.made(by.post(path, body)) },
});

/** @param day known once the test has begun */
const people = (day: () => Day): Acts => {
  const customer = () => withNew(day(), day().those.clerk, '/v1/identity/customers', known());
  const member = () => withNew(day(), day().those.manager, '/v1/identity/staff', colleague());
  return {
    'POST /v1/identity/customers': () => ({
      by: day().those.clerk,
      body: known(),
    }),
    'PATCH /v1/identity/customers/{id}': customer,
    'POST /v1/identity/customers/{id}/disable': customer,
    'POST /v1/identity/customers/{id}/enable': customer,
    'POST /v1/identity/customers/{id}/claim-code': customer,
    'POST /v1/identity/staff': () => ({ by: day().those.manager, body: colleague() }),
    'PATCH /v1/identity/staff/{id}': member,
    'POST /v1/identity/staff/{id}/disable': member,
    'POST /v1/identity/staff/{id}/enable': member,
  };
};

const partners = (day: () => Day): Acts => {
  const partner = () =>
    withNew(day(), day().those.manager, '/v1/identity/partners', { name: named('Partner') });
  const client = async (): Promise<Act> => {
    const { by, at = {} } = await partner();
    const wish = { name: 'Till', scopes: ['loyalty:read'] };
    const { body } = await by.post(`/v1/identity/partners/${at['id'] ?? ''}/clients`, wish);
    return { by, at: { ...at, clientId: body.clientId } };
  };
  return {
    'POST /v1/oauth/token': async () => {
      const { by, at = {} } = await partner();
      const wish = { name: 'Till', scopes: ['loyalty:read'] };
      const { body } = await by.post(`/v1/identity/partners/${at['id'] ?? ''}/clients`, wish);
      const login = Buffer.from(`${body.clientId}:${body.clientSecret}`).toString('base64');
      return {
        by: day().anyone,
        headers: { authorization: `Basic ${login}`, 'content-type': 'application/x-www-form-urlencoded' },
        body: 'grant_type=client_credentials',
      };
    },
    'POST /v1/identity/partners': () => ({ by: day().those.manager, body: { name: named('Partner') } }),
    'PATCH /v1/identity/partners/{id}': async () => ({
      ...(await partner()),
      body: { name: named('Partner') },
    }),
    'POST /v1/identity/partners/{id}/disable': partner,
    'POST /v1/identity/partners/{id}/enable': partner,
    'POST /v1/identity/partners/{id}/clients': partner,
    'POST /v1/identity/partners/{id}/clients/{clientId}/rotate-secret': client,
    'DELETE /v1/identity/partners/{id}/clients/{clientId}': client,
  };
};

const range = (day: () => Day): Acts => {
  const clerk = () => day().those.clerk;
  const category = (): Promise<Act> =>
    withNew(day(), clerk(), '/v1/catalog/categories', { name: 'Lamps', slug: named('lamps') });
  const branch = (): Promise<Act> =>
    withNew(day(), clerk(), '/v1/catalog/branches', { code: named('shop'), name: 'A shop' });
  const lamp = async () => {
    const { category: categoryId } = await day().row('SELECT id AS category FROM catalog.categories LIMIT 1');
    return { sku: named('LAMP'), name: 'Lamp of today', price: 100, currency: 'EUR', categoryId };
  };
  const product = async () => withNew(day(), clerk(), '/v1/catalog/products', await lamp());
  const delivery = (): Act => ({
    by: clerk(),
    body: { productId: day().those.productId, branchId: ONLINE_BRANCH_ID, delta: 5, reason: 'Delivered' },
  });
  return {
    'POST /v1/catalog/products': async () => ({ by: clerk(), body: await lamp() }),
    'PATCH /v1/catalog/products/{id}': product,
    'DELETE /v1/catalog/products/{id}': product,
    'POST /v1/catalog/stock/adjustments': delivery,
    'POST /v1/catalog/stock/adjustments: with a key': () => ({
      ...delivery(),
      headers: { 'idempotency-key': randomUUID() },
    }),
    'POST /v1/catalog/stock/transfers': () => {
      const { productId, branchId: toBranchId } = day().those;
      const move = { productId, fromBranchId: ONLINE_BRANCH_ID, toBranchId, quantity: 1 };
      return { by: clerk(), body: { ...move, reason: 'The window of Saturday' } };
    },
    'POST /v1/catalog/categories': () => ({ by: clerk(), body: { name: 'Lamps', slug: named('lamps') } }),
    'PATCH /v1/catalog/categories/{id}': category,
    'DELETE /v1/catalog/categories/{id}': category,
    'POST /v1/catalog/branches': () => ({ by: clerk(), body: { code: named('shop'), name: 'A shop' } }),
    'PATCH /v1/catalog/branches/{id}': branch,
    'DELETE /v1/catalog/branches/{id}': branch,
  };
};

const money = (day: () => Day): Acts => {
  const clerk = () => day().those.clerk;
  const stored = async () =>
    (await day().row(`SELECT payment_id AS id FROM payments.payments WHERE status = 'stored' LIMIT 1`))['id'];
  const place = async () =>
    day().row(
      `SELECT topic, partition::text, message_offset::text AS offset FROM payments.messages WHERE outcome = 'stored' LIMIT 1`,
    );
  return {
    'POST /v1/payments/messages': () => ({
      by: day().those.feed,
      query: '?topic=offline',
      headers: { 'content-type': 'application/x-ndjson' },
      body: `${JSON.stringify({ payment_id: randomUUID(), account_id: 5, payment_type: 'offline', credit_card: '', amount: 30 })}\n`,
    }),
    'POST /v1/payments/alarms/{id}/acknowledge': async () => ({
      by: clerk(),
      at: await day().row('SELECT alarm_id AS id FROM payments.alarms LIMIT 1'),
    }),
    'POST /v1/payments/{id}/refunds': async () => ({
      by: clerk(),
      at: { id: (await stored()) ?? '' },
      body: { amount: 10, reason: 'Damaged' },
      headers: { 'idempotency-key': randomUUID() },
    }),
    'POST /v1/payments/{id}/refunds/{refundId}/ask': async () => ({
      by: clerk(),
      at: await day().row(
        `SELECT payment_id AS id, refund_id AS "refundId" FROM payments.refunds WHERE status = 'unanswered' LIMIT 1`,
      ),
    }),
    'POST /v1/payments/messages/{topic}/{partition}/{offset}/replay': async () => ({
      by: clerk(),
      at: await place(),
    }),
    'POST /v1/payments/replay': () => ({ by: clerk(), body: { outcome: 'parked' } }),
    'POST /v1/payments/{id}/review': async () => ({
      by: clerk(),
      at: await day().row(`SELECT payment_id AS id FROM payments.payments WHERE status = 'review' LIMIT 1`),
    }),
  };
};

const reports = (day: () => Day): Acts => {
  const clerk = () => day().those.clerk;
  const address = () => `${named('reader')}@example.org`;
  const recipient = () =>
    withNew(day(), clerk(), '/v1/reports/recipients', { address: address(), language: 'en' });
  const subscription = () =>
    withNew(day(), clerk(), '/v1/transfers/subscriptions', {
      ...{ address: address(), companyKey: named('company'), language: 'en' },
    });
  const openDrift = async () => ({
    by: clerk(),
    at: await day().row(
      `INSERT INTO reporting.drifts (id, kind, subject, status, rows, correction, occurred_at, found_at, seen_at)
       SELECT gen_random_uuid(), 'hold-without-order', gen_random_uuid(), 'open', '{}',
              json_build_object('does', 'use-stock', 'orderId', id), now(), now(), now()
       FROM orders.orders WHERE status = 'fulfilled' LIMIT 1 RETURNING id`,
    ),
  });
  return {
    // What the tables have of events is nothing that a consumer could read.
    'POST /v1/dead-letters/replay': () => ({ by: clerk(), body: { eventId: randomUUID() } }),
    'POST /v1/reports/weekly/send': async () => ({
      by: clerk(),
      body: {
        week: (await clerk().get<{ week: string }>('/v1/reports/weekly')).body.week,
        recipients: [(await recipient()).at?.['id']],
      },
    }),
    'POST /v1/reports/recipients': () => ({ by: clerk(), body: { address: address(), language: 'en' } }),
    'PATCH /v1/reports/recipients/{id}': recipient,
    'DELETE /v1/reports/recipients/{id}': recipient,
    'POST /v1/reports/reconciliation/{id}/approve': openDrift,
    'POST /v1/reports/reconciliation/{id}/dismiss': async () => ({
      ...(await openDrift()),
      body: { reason: 'Counted by hand' },
    }),
    'POST /v1/transfers/subscriptions': () => ({
      by: clerk(),
      body: { address: address(), companyKey: named('company'), language: 'en' },
    }),
    'PATCH /v1/transfers/subscriptions/{id}': subscription,
    'DELETE /v1/transfers/subscriptions/{id}': subscription,
    'POST /v1/audit/verify': () => ({ by: clerk(), body: {} }),
  };
};

export const houseDay = (day: () => Day): Acts => ({
  ...people(day),
  ...partners(day),
  ...range(day),
  ...money(day),
  ...reports(day),
});
