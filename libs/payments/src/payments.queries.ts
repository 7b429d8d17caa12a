/** What can be asked about payments. Reads only, and never a message's content: that stays sealed. */
import { Injectable } from '@nestjs/common';
import {
  Conditions,
  Database,
  readList,
  type Actor,
  type CountedPage,
  type Page,
  type StaffPageWish,
} from '@plaza/platform';
import { attemptReason } from './gateway/attempt-reason';
import type { PaymentStatus } from './messages/outcome';
import type { PaymentType } from './messages/payment-message';
import { paymentParts } from './payments-by-time';
import { paymentUnknown } from './payments.errors';
import { shownStatus, statusShownAs, type ShownStatus } from './shown-status';

export interface PaymentView {
  id: string;
  status: ShownStatus;
  type: PaymentType;
  accountId: number;
  /** Minor units. */
  amount: number;
  /** Null where neither a request nor the message names one. */
  currency: string | null;
  /** The order that it pays; null for payments that came from elsewhere. */
  orderId: string | null;
  /** Null where the number was too short to show so much of it, and while the payment's message is on its way. */
  cardLast4: string | null;
  /** How often the gateway was asked. */
  attempts: number;
  createdAt: Date;
  capturedAt: Date | null;
  settledAt: Date | null;
  /** When the gateway is asked again at the earliest. */
  nextAttemptAt: Date | null;
  /** What was given back of it, or is about to be. */
  givenBack: number;
}

export interface PaymentFilter extends StaffPageWish {
  status?: ShownStatus;
  type?: PaymentType;
  account?: number;
  /** Received at this instant or later. */
  from?: Date;
  /** Received before this instant. */
  to?: Date;
}

export interface AttemptView {
  number: number;
  askedAt: Date;
  /** Null where the process that asked ended before it noted an answer. */
  tookMs: number | null;
  outcome: 'approved' | 'refused' | 'unknown';
  httpStatus: number | null;
  answer: string | null;
  /** What it came to, in words. */
  reason: string;
}

interface Row extends Omit<PaymentView, 'status'> {
  status: PaymentStatus | null;
}

const columns = `payments.payment_id AS id, payments.status, payments.type, payments.account_id AS "accountId",
  payments.amount::float8 AS amount, payments.currency, payments.order_id AS "orderId",
  payments.card_last4 AS "cardLast4", payments.attempts, payments.created_at AS "createdAt",
  payments.captured_at AS "capturedAt", payments.settled_at AS "settledAt",
  payments.next_attempt_at AS "nextAttemptAt", payments.given_back::float8 AS "givenBack"`;

/** A request whose message has not come back from the stream is a payment too, for whoever made it. */
const requestColumns = `requests.payment_id, NULL, 'online', requests.account_id, requests.amount::float8,
  requests.currency, requests.order_id, NULL, 0, requests.created_at, NULL, NULL, NULL, 0`;

@Injectable()
export class PaymentsQueries {
  constructor(private readonly database: Database) {}

  /**
   * One payment, for staff or for the customer who made it.
   * @throws PlazaError `payments.payment-unknown`
   */
  async get(id: string, actor: Actor): Promise<PaymentView> {
    const payment = await this.find(id, actor);
    if (!payment) throw paymentUnknown(id);
    return payment;
  }

  /** The same; null when there is none that this one may see. */
  async find(id: string, actor: Actor): Promise<PaymentView | null> {
    const customerId = actor.kind === 'customer' ? actor.id : null;
    const [row] = await this.database.read<Row>(
      `SELECT ${columns} FROM payments.payments
       WHERE payment_id = $1
         AND ($2::uuid IS NULL
              OR EXISTS (SELECT FROM payments.requests WHERE requests.payment_id = $1 AND customer_id = $2))
       UNION ALL
       SELECT ${requestColumns} FROM payments.requests
       WHERE payment_id = $1 AND ($2::uuid IS NULL OR customer_id = $2)
         AND NOT EXISTS (SELECT FROM payments.payments WHERE payments.payment_id = $1)`,
      [id, customerId],
    );
    return row ? viewOf(row) : null;
  }

  /**
   * Newest first.
   * @throws InvalidInput when `after` is no cursor
   */
  async list({ status, type, account, from, to, ...page }: PaymentFilter): Promise<CountedPage<PaymentView>> {
    const isNarrowed = type !== undefined || account !== undefined || hasOwnIndex(status);
    const conditions = new Conditions()
      .add('status = ?', status && statusShownAs(status))
      .add('type = ?', type)
      .add('account_id = ?', account)
      .add('created_at >= ?', from)
      .add('created_at < ?', to);
    const { items, ...rest } = await readList<Row>(
      (sql, parameters) => this.database.readReplica(sql, parameters),
      {
        table: 'payments.payments',
        columns,
        conditions,
        parts: isNarrowed ? undefined : paymentParts,
        place: [
          ['created_at', 'instant'],
          ['payment_id', 'uuid'],
        ],
        sort: '-createdAt',
        placeOf: ({ createdAt, id }) => [createdAt.toISOString(), id],
      },
      page,
    );
    return { items: items.map(viewOf), ...rest };
  }

  /**
   * Every asking of the gateway about a payment, the first one first.
   * @throws PlazaError `payments.payment-unknown`
   */
  async attempts(id: string): Promise<Page<AttemptView>> {
    const rows = await this.database.read<Omit<AttemptView, 'reason'> & { payment: string }>(
      `SELECT payments.payment_id AS payment, number, asked_at AS "askedAt", took_ms AS "tookMs", outcome,
              http_status AS "httpStatus", answer
       FROM payments.payments LEFT JOIN payments.attempts USING (payment_id)
       WHERE payments.payment_id = $1 ORDER BY number`,
      [id],
    );
    if (rows.length === 0) throw paymentUnknown(id);
    const made = rows.filter(({ outcome }) => Boolean(outcome));
    return { items: made.map(({ payment, ...attempt }) => withReason(attempt)), next: null };
  }
}

/** The few payments that people look after have an index in this order themselves. */
const hasOwnIndex = (status: ShownStatus | undefined) => status === 'declined' || status === 'review';

export function withReason(attempt: Omit<AttemptView, 'reason'>): AttemptView {
  const { outcome, httpStatus, answer } = attempt;
  return { ...attempt, reason: attemptReason(outcome, httpStatus, answer) };
}

function viewOf(row: Row): PaymentView {
  return { ...row, status: shownStatus(row.status) };
}
