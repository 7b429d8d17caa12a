/**
 * Takes a customer's wish to pay an order: keeps it, so that an order has one living payment at most, and puts the payment's
 * message on the stream. From there it goes the way of all payments. The card number is not kept here.
 */
import { Injectable } from '@nestjs/common';
import {
  Clock,
  Database,
  newId,
  requestContext,
  Sealing,
  violatedConstraint,
  type Tx,
} from '@plaza/platform';
import { AccountsService } from '../accounts/accounts.service';
import { idConflict, orderBeingPaid, requestEnded } from '../payments.errors';
import { shownStatus, type ShownStatus } from '../shown-status';
import { PaymentStream } from './payment-stream';
import {
  endRequest,
  insertRequest,
  livingRequest,
  lockLivingRequest,
  paymentExists,
  requestById,
  type RequestRow,
} from './request-rows';

export interface PaymentWish {
  /** Made by the client, so that sending again is safe; the order's living payment with the same card is meant without it. */
  id?: string;
  orderId: string;
  customerId: string;
  creditCard: string;
}

export interface PricedWish extends PaymentWish {
  /** Minor units of `currency`. */
  amount: number;
  currency: string;
}

export interface RequestedPayment {
  id: string;
  status: ShownStatus;
}

/** A request whose message has not come back for so long was lost on its way: another may take its place. */
const lostAfterMs = 60_000;
const triesMax = 5;
/** Where two requests to pay the same order meet. */
const meetingPoints = new Set(['requests_pk', 'requests_one_living_per_order', 'accounts_one_per_customer']);

@Injectable()
export class RequestsService {
  constructor(
    private readonly database: Database,
    private readonly accounts: AccountsService,
    private readonly stream: PaymentStream,
    private readonly sealing: Sealing,
    private readonly clock: Clock,
  ) {}

  /**
   * The payment of the same wish sent before, whose message is put on the stream again if it has not arrived.
   * @throws PlazaError `payments.id-conflict` when the id was used for another wish, `payments.request-ended`
   */
  async repeat(wish: PaymentWish): Promise<RequestedPayment | undefined> {
    const read: Database['read'] = (sql, parameters) => this.database.read(sql, parameters);
    const { id, orderId } = wish;
    const known = id === undefined ? await livingRequest(read, orderId) : await requestById(read, id);
    if (!known) return undefined;
    if (this.isSame(known, wish)) return this.send(known, wish.creditCard);
    if (id !== undefined) throw idConflict(id);
    return undefined;
  }

  /**
   * Begins a payment; the same wish again is the same payment.
   * @throws PlazaError `payments.id-conflict`, `payments.order-being-paid`, or of kind `unavailable` when the message may not
   *   have got on its way: the wish is kept and can be sent again
   */
  async request(wish: PricedWish): Promise<RequestedPayment> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        const kept = await this.database.transaction((tx) => this.keep(tx, wish));
        return await this.send(kept, wish.creditCard);
      } catch (error) {
        const met = meetingPoints.has(violatedConstraint(error) ?? '');
        if (!met || attempt === triesMax) throw error;
      }
    }
  }

  private async keep(tx: Tx, wish: PricedWish): Promise<RequestRow> {
    const read: Database['read'] = (sql, parameters) => tx.query(sql, parameters);
    const { id = newId(), orderId, customerId, amount, currency, creditCard } = wish;
    const known = await requestById(read, id);
    if (known && this.isSame(known, wish)) return known;
    if (known || (await paymentExists(tx, id))) throw idConflict(id);

    await lockLivingRequest(tx, orderId);
    const living = await livingRequest(read, orderId);
    if (living && wish.id === undefined && this.isSame(living, wish)) return living;
    if (living && !this.isLost(living)) throw orderBeingPaid(orderId, living.paymentId);
    if (living) await endRequest(tx, living.paymentId, this.clock.now());

    const accountId = await this.accounts.accountOf(tx, customerId);
    const [cardFingerprint] = this.sealing.fingerprints(creditCard);
    const createdAt = this.clock.now();
    const row = {
      paymentId: id,
      orderId,
      customerId,
      accountId,
      amount,
      currency,
      cardFingerprint,
      createdAt,
      traceparent: requestContext.known()?.traceparent ?? null,
    };
    await insertRequest(tx, row);
    return { ...row, endedAt: null, status: null };
  }

  private async send(request: RequestRow, card: string): Promise<RequestedPayment> {
    const { paymentId, accountId, amount, currency, status, endedAt, traceparent } = request;
    if (status === null) {
      if (endedAt) throw requestEnded(paymentId);
      await this.stream.put({ paymentId, accountId, amount, currency, card, type: 'online', traceparent });
    }
    return { id: paymentId, status: shownStatus(status) };
  }

  private isSame(known: RequestRow, { orderId, customerId, creditCard }: PaymentWish): boolean {
    return (
      known.orderId === orderId &&
      known.customerId === customerId &&
      this.sealing.fingerprints(creditCard).some((card) => card.equals(known.cardFingerprint))
    );
  }

  private isLost({ status, createdAt }: RequestRow): boolean {
    return status === null && this.clock.now().getTime() - createdAt.getTime() > lostAfterMs;
  }
}
