/** What can go wrong with points, in words. Whatever belongs to another partner does not exist. */
import { InvalidInput, PlazaError } from '@plaza/platform';

export const memberUnknown = (externalId: string) =>
  new PlazaError('not-found', 'loyalty.member-unknown', 'There is no such member', { externalId });

export const memberDiffers = (externalId: string, differs: string[]) =>
  new PlazaError(
    'conflict',
    'loyalty.member-conflict',
    `This member is there already, with other content: ${differs.join(', ')}`,
    { externalId, differs },
  );

/** @param differs the fields that are not as in the act that has this id */
export const sourceConflict = (sourceId: string, differs: string[]) =>
  new PlazaError(
    'conflict',
    'loyalty.source-conflict',
    `This sourceId was used before with other content: ${differs.join(', ')}`,
    { sourceId, differs },
  );

/** @param balance what the member can use */
export const insufficientPoints = (balance: number) =>
  new PlazaError('conflict', 'loyalty.insufficient-points', 'The member has fewer points than that', {
    balance,
  });

/** @param max how many a member can have */
export const tooManyPoints = (max: number) =>
  new PlazaError('unprocessable', 'loyalty.too-many-points', `A member can have ${max} points at the most`, {
    max,
  });

/** The points lie in more pockets, each with its own date, than can be emptied at once. */
export const tooManyPockets = (possible: number) =>
  new PlazaError(
    'unprocessable',
    'loyalty.too-many-pockets',
    `These points have too many different dates to be used at once; use at most ${possible} of them at a time`,
    { possible },
  );

export const holdUnknown = (holdId: string) =>
  new PlazaError('not-found', 'loyalty.hold-unknown', 'There is no such hold', { holdId });

export type HoldEnd = 'captured' | 'released' | 'expired';

export const holdEnded = (holdId: string, ended: HoldEnd) =>
  new PlazaError('conflict', 'loyalty.hold-ended', `This hold was ${ended} before`, { holdId, ended });

/** @param held how many it holds */
export const holdTooSmall = (holdId: string, held: number) =>
  new PlazaError('conflict', 'loyalty.hold-too-small', 'The hold holds fewer points than that', {
    holdId,
    held,
  });

export const entryUnknown = (entryId: string) =>
  new PlazaError('not-found', 'loyalty.entry-unknown', 'There is no such entry', { entryId });

export const accrualExpired = (entryId: string, expiresAt: Date) =>
  new PlazaError('conflict', 'loyalty.accrual-expired', 'What was left of these points has expired', {
    entryId,
    expiresAt: expiresAt.toISOString(),
  });

export const notReversible = (entryId: string, category: string) =>
  new PlazaError(
    'conflict',
    'loyalty.not-reversible',
    `An entry of category ${category} cannot be reversed`,
    {
      entryId,
      category,
    },
  );

export const customerTaken = (externalId: string) =>
  new PlazaError('conflict', 'loyalty.customer-taken', 'Another member of the programme is this customer', {
    externalId,
  });

/** Also for an order of somebody who is no member: whether it exists is not for the partner to know. */
export const orderUnknown = (orderId: string) =>
  new PlazaError(
    'not-found',
    'loyalty.order-unknown',
    'No member of the programme has placed such an order',
    {
      orderId,
    },
  );

export const orderUnpriced = (orderId: string) =>
  new PlazaError('conflict', 'loyalty.order-unpriced', 'The prices of this order are not decided yet', {
    orderId,
  });

export const noEarningRules = () =>
  new PlazaError(
    'conflict',
    'loyalty.no-earning-rules',
    'The programme has no earning rules; send some to try',
  );

/** @param max how many a day */
export const tooManyResets = (max: number) =>
  new PlazaError('limit', 'loyalty.too-many-resets', `A sandbox can be begun anew ${max} times a day`, {
    max,
  });

export const sameMember = () =>
  new InvalidInput([{ pointer: '/to', detail: 'must be another member than the one they come from' }]);

export const datesWrong = (pointer: string, detail: string) => new InvalidInput([{ pointer, detail }]);

export const tooBusy = () =>
  new PlazaError(
    'limit',
    'loyalty.too-busy',
    'Too many requests are waiting; nothing was done, please send it again',
    {
      retryAfter: 1,
    },
  );

/** The same is being done elsewhere at this moment. */
export const postingContended = () =>
  new PlazaError(
    'unavailable',
    'loyalty.posting-contended',
    'This is being done already; please send it again',
    {
      retryAfter: 1,
    },
  );

export const webhookUnknown = (webhookId: string) =>
  new PlazaError('not-found', 'loyalty.webhook-unknown', 'There is no such webhook', { webhookId });

export const tooManyWebhooks = (max: number) =>
  new PlazaError(
    'unprocessable',
    'loyalty.too-many-webhooks',
    `A programme can have ${max} webhooks at the most; remove one before you add another`,
    { max },
  );

/** @param max that are good at once */
export const tooManySecrets = (max: number) =>
  new PlazaError(
    'unprocessable',
    'loyalty.too-many-secrets',
    `A webhook can have ${max} secrets that are good at once; wait until the earlier ones end, or end them with no overlap`,
    { max },
  );

export const webhookNotActive = (webhookId: string, status: string) =>
  new PlazaError(
    'conflict',
    'loyalty.webhook-not-active',
    `The webhook is ${status}; make it active before its events are replayed`,
    { webhookId, webhookStatus: status },
  );

/** Neither this event nor any of the range is one that the webhook gets. */
export const nothingToReplay = (from: string, to: string) =>
  new PlazaError('not-found', 'loyalty.event-unknown', 'There is no such event for this webhook', {
    from,
    to,
  });

export const totalsUnavailable = (cause: unknown) =>
  new PlazaError(
    'unavailable',
    'loyalty.totals-unavailable',
    'Totals over time cannot be had at this moment; nothing of them is lost',
    { retryAfter: 60 },
    { cause },
  );
