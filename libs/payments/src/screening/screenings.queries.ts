/** What can be asked about screenings: the evidence of one payment. */
import { Injectable } from '@nestjs/common';
import { Database } from '@plaza/platform';
import { notScreened } from '../payments.errors';
import type { Evidence } from './screening-verdict';

export interface ScreeningView extends Evidence {
  /** As the service's own clients count: 100 less the risk. */
  result: number | null;
}

@Injectable()
export class ScreeningsQueries {
  constructor(private readonly database: Database) {}

  /** @throws PlazaError `payments.not-screened`, also when there is no such payment */
  async get(paymentId: string): Promise<ScreeningView> {
    const [row] = await this.database.read<Evidence>(
      `SELECT payment_id AS "paymentId", asked_at AS "askedAt", took_ms AS "tookMs", http_status AS "httpStatus", risk,
              fault, answer, risk_max AS "riskMax", policy, verdict
       FROM payments.screenings WHERE payment_id = $1`,
      [paymentId],
    );
    if (!row) throw notScreened(paymentId);
    return { ...row, result: row.risk === null ? null : 100 - row.risk };
  }
}
