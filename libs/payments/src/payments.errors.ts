/** What can go wrong with payments, in words. */
import { PlazaError } from '@plaza/platform';
import type { Place } from './messages/place';
import type { ShownStatus } from './shown-status';

/** Also for a payment of somebody else: whether it exists is not for everybody to know. */
export const paymentUnknown = (paymentId: string) =>
  new PlazaError('not-found', 'payments.payment-unknown', 'There is no such payment', { paymentId });

export const idConflict = (paymentId: string) =>
  new PlazaError(
    'conflict',
    'payments.id-conflict',
    'This id was used before for a payment with other content',
    {
      paymentId,
    },
  );

/** Somebody pays this order already, or has paid it. */
export const orderBeingPaid = (orderId: string, paymentId: string) =>
  new PlazaError(
    'conflict',
    'payments.order-being-paid',
    'Another payment of this order is under way or done',
    {
      orderId,
      paymentId,
    },
  );

export const requestEnded = (paymentId: string) =>
  new PlazaError(
    'conflict',
    'payments.request-ended',
    'This payment has been given up; another took its place',
    {
      paymentId,
    },
  );

/** The wish is kept; whether it got on its way is not known. */
export const streamUnavailable = (cause: unknown) =>
  new PlazaError(
    'unavailable',
    'payments.stream-unavailable',
    'Payments cannot be taken at the moment; sending the same request again is safe',
    { retryAfter: 2 },
    { cause },
  );

export const tooBusy = () =>
  new PlazaError(
    'limit',
    'payments.too-busy',
    'Too many payments are waiting to be taken; sending the same request again is safe',
    { retryAfter: 1 },
  );

/** @param status what it is instead: it never was in review, or somebody has decided already */
export const notInReview = (paymentId: string, status: ShownStatus) =>
  new PlazaError('conflict', 'payments.not-in-review', `A payment that is ${status} waits for no decision`, {
    paymentId,
    paymentStatus: status,
  });

/** @param status of the payment: money that was not taken cannot be given back */
export const notRefundable = (paymentId: string, status: ShownStatus) =>
  new PlazaError('conflict', 'payments.not-refundable', `A payment that is ${status} cannot be refunded`, {
    paymentId,
    paymentStatus: status,
  });

/** @param left what can be given back yet: refunds that are under way count */
export const refundTooLarge = (paymentId: string, amount: number, left: number) =>
  new PlazaError(
    'conflict',
    'payments.refund-too-large',
    `Of this payment ${left} can be given back, not ${amount}`,
    { paymentId, left },
  );

export const refundNotUnanswered = (refundId: string) =>
  new PlazaError(
    'conflict',
    'payments.refund-not-unanswered',
    'There is no such refund that the gateway gave no answer about',
    { refundId },
  );

export const notScreened = (paymentId: string) =>
  new PlazaError('not-found', 'payments.not-screened', 'There is no such payment that was screened', {
    paymentId,
  });

/** Where Kafka is, messages come from Kafka and nowhere else. */
export const feedClosed = () =>
  new PlazaError('conflict', 'payments.feed-closed', 'Messages come from Kafka here; this feed is closed');

export const messageUnknown = (place: Place) =>
  new PlazaError('not-found', 'payments.message-unknown', 'There is no message at this place', { ...place });

export const accountUnknown = (accountId: number) =>
  new PlazaError('not-found', 'payments.account-unknown', 'There is no such account', { accountId });

export const alarmUnknown = (id: string) =>
  new PlazaError('not-found', 'payments.alarm-unknown', 'There is no such alarm', { id });
