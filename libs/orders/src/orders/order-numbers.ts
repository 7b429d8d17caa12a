/**
 * Numbers for orders, counted by the database. Drawn before they are needed, because an order is written in the same statement as the
 * event that names its number. What has been drawn when the process ends is given to nobody.
 */
import { Injectable } from '@nestjs/common';
import { Database } from '@plaza/platform';

@Injectable()
export class OrderNumbers {
  private readonly atHand: string[] = [];

  constructor(private readonly database: Database) {}

  /** Gives each of them a number. As many again are drawn for the next time, while these are being used. */
  async giveEach<Taker>(takers: readonly Taker[]): Promise<(Taker & { number: string })[]> {
    while (this.atHand.length < takers.length) await this.draw(takers.length - this.atHand.length);
    const numbered = takers.flatMap((taker) => {
      const number = this.atHand.shift();
      return number === undefined ? [] : [{ ...taker, number }];
    });
    const missing = takers.length - this.atHand.length;
    // Where it fails, whoever needs them draws again and hears of it.
    if (missing > 0) this.draw(missing).catch(() => undefined);
    return numbered;
  }

  private async draw(count: number): Promise<void> {
    const drawn = await this.database.read<{ number: string }>(
      `SELECT nextval('orders.orders_number_seq') AS number FROM generate_series(1, $1)`,
      [count],
    );
    this.atHand.push(...drawn.map(({ number }) => number));
  }
}
