/**
 * Correcting a drift, where contexts meet: reporting knows what is wrong, and whoever owns the thing mends it by its own service, which
 * may refuse. What can be done twice without doing more is done ahead, all else in one transaction with the note that it was done.
 */
import { Injectable } from '@nestjs/common';
import { CounterPayments } from '@plaza/payments';
import { Database, type Actor } from '@plaza/platform';
import { Drifts, noCorrection, type Correction, type DriftView } from '@plaza/reporting';
import { CorrectPoints } from './correct-points';
import { CorrectShop } from './correct-shop';

@Injectable()
export class CorrectDrift {
  constructor(
    private readonly drifts: Drifts,
    private readonly database: Database,
    private readonly counter: CounterPayments,
    private readonly points: CorrectPoints,
    private readonly shop: CorrectShop,
  ) {}

  /** @throws PlazaError `reporting.drift-unknown`, `reporting.drift-not-open`, `reporting.no-correction`, or what its owner has against it */
  async approve(id: string, actor: Actor): Promise<DriftView> {
    const { status, correction } = await this.drifts.get(id);
    if (status === 'open' && correction) await this.correctAhead(correction);
    await this.database.transaction(async (tx) => {
      const drift = await this.drifts.lockOpen(tx, id);
      if (!drift.correction) throw noCorrection(id);
      await this.shop.correct(drift.correction, actor);
      await this.drifts.corrected(tx, id, actor);
    });
    return this.drifts.get(id);
  }

  private async correctAhead(correction: Correction): Promise<void> {
    switch (correction.does) {
      case 'put-payment':
        return this.counter.put([correction]);
      case 'reverse-points':
      case 'take-back-points':
      case 'earn-points':
        return this.points.correct(correction);
      case 'mark-paid':
      case 'refund-payment':
      case 'use-stock':
      case 'release-stock':
      case 'return-stock':
        return;
    }
  }
}
