/** What can go wrong with transfers, in words. */
import { PlazaError, violatedConstraint } from '@plaza/platform';

export const recordUnknown = (key: string) =>
  new PlazaError('not-found', 'transfers.record-unknown', 'There is no transfer record with this key', {
    key,
  });

/** A process has it in hand; until then it is that one's. */
export const recordBusy = (key: string, until: Date) =>
  new PlazaError('conflict', 'transfers.record-busy', 'This record is being worked just now', { key, until });

export const noEvidence = (key: string) =>
  new PlazaError('conflict', 'transfers.no-evidence', 'Nothing has been answered about this record yet', {
    key,
  });

export const notConfigured = () =>
  new PlazaError(
    'conflict',
    'transfers.not-configured',
    'Transfers are not followed here: TRANSFERS_URL and SCREENING_URL have to be set',
  );

export const subscriptionUnknown = (id: string) =>
  new PlazaError('not-found', 'transfers.subscription-unknown', 'There is no such subscription', { id });

const subscribedAlready = () =>
  new PlazaError('conflict', 'transfers.subscribed-already', 'This address has this subscription already');

/** What the database refused, in our words; everything else as it is. */
export function asTransfersRefusal(error: unknown): unknown {
  return violatedConstraint(error) === 'subscriptions_one_per_address' ? subscribedAlready() : error;
}
