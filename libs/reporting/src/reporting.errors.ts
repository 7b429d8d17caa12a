/** What can go wrong with reports, in words. */
import { PlazaError, violatedConstraint } from '@plaza/platform';

export const weekNotBegun = (week: string, from: Date) =>
  new PlazaError('conflict', 'reporting.week-not-begun', 'This week has not begun yet', { week, from });

/** What is sent is to stand. */
export const weekNotOver = (week: string, to: Date) =>
  new PlazaError('conflict', 'reporting.week-not-over', 'The report is sent once its week is over', {
    week,
    to,
  });

export const tooBusy = () =>
  new PlazaError('limit', 'reporting.too-busy', 'Other reports are being taken; please ask again', {
    retryAfter: 10,
  });

export const recipientUnknown = (id: string) =>
  new PlazaError('not-found', 'reporting.recipient-unknown', 'There is no such recipient', { id });

export const recipientsUnknown = (ids: string[]) =>
  new PlazaError('unprocessable', 'reporting.recipients-unknown', 'Some of these are no recipients', { ids });

export const driftUnknown = (id: string) =>
  new PlazaError('not-found', 'reporting.drift-unknown', 'There is no such drift', { id });

export const driftNotOpen = (id: string, driftStatus: string) =>
  new PlazaError('conflict', 'reporting.drift-not-open', `This drift is ${driftStatus} already`, {
    id,
    driftStatus,
  });

/** It is not known which side is wrong. */
export const noCorrection = (id: string) =>
  new PlazaError('conflict', 'reporting.no-correction', 'Somebody has to find out first what is right here', {
    id,
  });

const recipientKnown = () =>
  new PlazaError('conflict', 'reporting.recipient-known', 'This address gets the report already');

/** What the database refused, in our words; everything else as it is. */
export function asReportingRefusal(error: unknown): unknown {
  return violatedConstraint(error) === 'recipients_address_unique' ? recipientKnown() : error;
}
