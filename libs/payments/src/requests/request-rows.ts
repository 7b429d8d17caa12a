/** The kept requests to pay, with how far their payment has come. */
import type { Database, Tx } from '@plaza/platform';
import type { PaymentStatus } from '../messages/outcome';

export interface RequestRow {
  paymentId: string;
  orderId: string;
  customerId: string;
  accountId: number;
  /** Minor units. */
  amount: number;
  currency: string;
  cardFingerprint: Buffer;
  createdAt: Date;
  /** The span in which it was wished, where spans were collected then. */
  traceparent: string | null;
  endedAt: Date | null;
  /** Null while the payment's message has not come back from the stream. */
  status: PaymentStatus | null;
}

const columns = `requests.payment_id AS "paymentId", requests.order_id AS "orderId",
  requests.customer_id AS "customerId", requests.account_id AS "accountId", requests.amount::float8 AS amount,
  requests.currency, requests.card_fingerprint AS "cardFingerprint", requests.created_at AS "createdAt",
  requests.traceparent, requests.ended_at AS "endedAt", payments.status`;
const tables = 'payments.requests LEFT JOIN payments.payments USING (payment_id)';

/** Reads as the database does, or within a transaction. */
type Reader = Pick<Database, 'read'>['read'];

export async function requestById(read: Reader, paymentId: string): Promise<RequestRow | undefined> {
  const [row] = await read<RequestRow>(`SELECT ${columns} FROM ${tables} WHERE requests.payment_id = $1`, [
    paymentId,
  ]);
  return row;
}

export async function livingRequest(read: Reader, orderId: string): Promise<RequestRow | undefined> {
  const [row] = await read<RequestRow>(
    `SELECT ${columns} FROM ${tables} WHERE requests.order_id = $1 AND ended_at IS NULL`,
    [orderId],
  );
  return row;
}

/** Nobody can end it, and no message of it can be taken, until the transaction ends. */
export async function lockLivingRequest(tx: Tx, orderId: string): Promise<void> {
  await tx.query('SELECT FROM payments.requests WHERE order_id = $1 AND ended_at IS NULL FOR UPDATE', [
    orderId,
  ]);
}

export async function endRequest(tx: Tx, paymentId: string, at: Date): Promise<void> {
  await tx.query('UPDATE payments.requests SET ended_at = $2 WHERE payment_id = $1', [paymentId, at]);
}

export async function paymentExists(tx: Tx, paymentId: string): Promise<boolean> {
  const rows = await tx.query<unknown[]>('SELECT FROM payments.payments WHERE payment_id = $1', [paymentId]);
  return rows.length > 0;
}

export async function insertRequest(tx: Tx, row: Omit<RequestRow, 'endedAt' | 'status'>): Promise<void> {
  await tx.query(
    `INSERT INTO payments.requests
       (payment_id, order_id, customer_id, account_id, amount, currency, card_fingerprint, created_at,
        traceparent)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      row.paymentId,
      row.orderId,
      row.customerId,
      row.accountId,
      row.amount,
      row.currency,
      row.cardFingerprint,
      row.createdAt,
      row.traceparent,
    ],
  );
}
