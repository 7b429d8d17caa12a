/** Keeps what the screening service said, and sends to review what must not go on, many at once in one transaction. */
import { Injectable } from '@nestjs/common';
import { Clock, Database, type Tx } from '@plaza/platform';
import { addErrorReports } from '../reports/failures';
import { reviewFailureOf, sendToReview } from '../review/review-rows';
import { reviewReasonOf, type Evidence, type Verdict } from './screening-verdict';

export interface Screened {
  evidence: Evidence;
  /** The attempt by which the payment is claimed. */
  attempt: number;
}

/** A payment is screened once: what came first is kept, and counts. */
const keep = `
  INSERT INTO payments.screenings
    (payment_id, asked_at, took_ms, http_status, risk, fault, answer, risk_max, policy, verdict)
  SELECT * FROM unnest($1::uuid[], $2::timestamptz[], $3::integer[], $4::smallint[], $5::smallint[], $6::text[],
                       $7::text[], $8::smallint[], $9::text[], $10::text[])
  ON CONFLICT ON CONSTRAINT screenings_pk DO NOTHING`;

@Injectable()
export class ScreeningRecord {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Returns what counts for each, in their order. */
  async write(screened: readonly Screened[]): Promise<Verdict[]> {
    return this.database.transaction(async (tx) => {
      await tx.query(keep, columnsOf(screened.map(({ evidence }) => evidence)));
      const counting = await verdictsOf(tx, screened);
      const now = this.clock.now();
      const doubts = screened
        .filter(({ evidence }) => counting.get(evidence.paymentId) === 'review')
        .map(({ evidence, attempt }) => {
          const { paymentId } = evidence;
          return { paymentId, attempt, isAsked: false, reason: reviewReasonOf(evidence) };
        });
      const inReview = await sendToReview(tx, doubts, now);
      await addErrorReports(tx, inReview.map(reviewFailureOf), now);
      return screened.map(({ evidence }) => counting.get(evidence.paymentId) ?? evidence.verdict);
    });
  }
}

async function verdictsOf(tx: Tx, screened: readonly Screened[]): Promise<Map<string, Verdict>> {
  const rows = await tx.query<{ id: string; verdict: Verdict }[]>(
    'SELECT payment_id AS id, verdict FROM payments.screenings WHERE payment_id = ANY($1::uuid[])',
    [screened.map(({ evidence }) => evidence.paymentId)],
  );
  return new Map(rows.map(({ id, verdict }) => [id, verdict]));
}

function columnsOf(evidence: readonly Evidence[]): unknown[] {
  return [
    evidence.map(({ paymentId }) => paymentId),
    evidence.map(({ askedAt }) => askedAt),
    evidence.map(({ tookMs }) => Math.round(tookMs)),
    evidence.map(({ httpStatus }) => httpStatus),
    evidence.map(({ risk }) => risk),
    evidence.map(({ fault }) => fault),
    evidence.map(({ answer }) => answer),
    evidence.map(({ riskMax }) => riskMax),
    evidence.map(({ policy }) => policy),
    evidence.map(({ verdict }) => verdict),
  ];
}
