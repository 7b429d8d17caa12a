/** What the machines of a partner do all day: each with a name, in the words of the test that watches it. */
import { randomUUID } from 'node:crypto';
import type { Client } from '#test/client';

/** @param business known once the test has begun */
export const partnerDay = (business: () => Client): [string, () => Promise<{ status: number }>][] => [
  [
    'points that are accrued, held, used, given away and taken back',
    async () => {
      const wish = () => ({ points: 5, description: 'Coffee', sourceId: randomUUID() });
      const dated = { ...wish(), occurredAt: '2026-11-20T08:00:00Z', expiresAt: '2040-01-01T00:00:00Z' };
      const { body: accrual } = await business().post('/v1/loyalty/members/member-9/accruals', dated);
      const { body: held } = await business().post('/v1/loyalty/members/member-9/holds', wish());
      await business().post(`/v1/loyalty/holds/${held.id}/capture`, { points: 2 });
      await business().post('/v1/loyalty/transfers', { ...wish(), from: 'member-9', to: 'member-8' });
      return business().post(`/v1/loyalty/entries/${accrual.id}/reversal`, { description: 'A mistake' });
    },
  ],
  [
    'a webhook that is added, changed, given events again and removed',
    async () => {
      const { body } = await business().post('/v1/loyalty/webhooks', { url: 'https://partner.invalid/' });
      const webhook = `/v1/loyalty/webhooks/${body.id}`;
      await business().patch(webhook, { description: 'The till' });
      await business().post(`${webhook}/replay`, { from: '1', to: '100' });
      return business().delete(webhook);
    },
  ],
];
