/** What the machines of a partner do all day, and staff in its programme. */
import { randomUUID } from 'node:crypto';
import type { Act, Acts, Day } from './day';

const wish = (points = 5) => ({ points, description: 'Coffee', sourceId: randomUUID() });
const dated = () => ({ ...wish(), occurredAt: '2026-11-20T08:00:00Z', expiresAt: '2040-01-01T00:00:00Z' });
const at = { externalId: 'member-9' };
const thresholds = { balanceAbove: 1_000, totalAbove: 100_000 };
const earning = {
  ...{ currency: 'EUR', amount: 100, points: 1, rounding: 'down', zone: 'Europe/Madrid', multipliers: [] },
  ...{ orderPointsMax: 5_000, pendingDays: 14, expiresAfterDays: 365 },
};

/** @param day known once the test has begun */
const points = (day: () => Day): Acts => {
  const business = () => day().those.business;
  const held = async (body?: object): Promise<Act> => ({
    by: business(),
    at: { id: await day().made(business().post('/v1/loyalty/members/member-9/holds', wish())) },
    body,
  });
  return {
    'POST /v1/loyalty/members': () => ({ by: business(), body: { externalId: randomUUID(), name: 'Alba' } }),
    'POST /v1/loyalty/members/{externalId}/accruals': () => ({ by: business(), at, body: dated() }),
    'POST /v1/loyalty/members/{externalId}/redemptions': () => {
      const { points: used, description, sourceId, occurredAt } = dated();
      return { by: business(), at, body: { points: used, description, sourceId, occurredAt } };
    },
    'POST /v1/loyalty/members/{externalId}/holds': () => ({ by: business(), at, body: wish() }),
    'POST /v1/loyalty/holds/{id}/capture': () => held({ points: 2 }),
    'POST /v1/loyalty/holds/{id}/release': () => held(),
    'POST /v1/loyalty/transfers': () => ({
      by: business(),
      body: { ...wish(), from: 'member-9', to: 'member-8' },
    }),
    'POST /v1/loyalty/entries/{id}/reversal': async () => ({
      by: business(),
      at: { id: await day().made(business().post('/v1/loyalty/members/member-9/accruals', dated())) },
      body: { description: 'A mistake' },
    }),
  };
};

const settings = (day: () => Day): Acts => {
  const inProgramme = (): Act => ({ by: day().those.clerk, query: `?partnerId=${day().those.partnerId}` });
  const customer = () => ({ customerId: day().those.customerId });
  return {
    'PUT /v1/loyalty/members/{externalId}/customer': () => ({ ...inProgramme(), at, body: customer() }),
    'DELETE /v1/loyalty/members/{externalId}/customer': async () => {
      const { by, query = '' } = inProgramme();
      await by.put(`/v1/loyalty/members/member-10/customer${query}`, customer());
      return { by, query, at: { externalId: 'member-10' } };
    },
    'PUT /v1/loyalty/settings': () => ({ ...inProgramme(), body: { thresholds, earning } }),
    'POST /v1/loyalty/rules/dry-run': () => ({
      ...inProgramme(),
      body: { lines: [{ productId: day().those.productId, amount: 5_980 }], rules: earning },
    }),
    'POST /v1/loyalty/sandbox/clock': () => ({ by: day().those.trial, body: { advanceMs: 60_000 } }),
    'POST /v1/loyalty/sandbox/reset': () => ({ by: day().those.trial }),
  };
};

const webhooks = (day: () => Day): Acts => {
  const business = () => day().those.business;
  const webhook = () => ({ url: day().those.webhookUrl });
  const added = async (body?: object): Promise<Act> => ({
    by: business(),
    at: { id: await day().made(business().post('/v1/loyalty/webhooks', webhook())) },
    body,
  });
  return {
    'POST /v1/loyalty/webhooks': () => ({ by: business(), body: webhook() }),
    'PATCH /v1/loyalty/webhooks/{id}': () => added({ description: 'The till' }),
    'DELETE /v1/loyalty/webhooks/{id}': () => added(),
    'POST /v1/loyalty/webhooks/{id}/rotate-secret': () => added(),
    'POST /v1/loyalty/webhooks/{id}/replay': () => added({ from: '1', to: '100' }),
  };
};

export const partnerDay = (day: () => Day): Acts => ({
  ...points(day),
  ...settings(day),
  ...webhooks(day),
});
