/** Which weeks' reports have been sent by the calendar. */
import { Injectable } from '@nestjs/common';
import { Clock, Database } from '@plaza/platform';
import { dueBy, type Calendar, type Due } from './calendar';

@Injectable()
export class Dispatches {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The oldest that is due and was not sent. */
  async next(calendar: Calendar): Promise<Due | undefined> {
    const due = dueBy(this.clock.now(), calendar);
    if (due.length === 0) return undefined;
    const sent = await this.database.read<{ week: string }>(
      'SELECT week FROM reporting.dispatches WHERE week = ANY ($1::text[])',
      [due.map(({ week }) => week.name)],
    );
    return due.find(({ week }) => !sent.some((dispatch) => dispatch.week === week.name));
  }

  async done({ week, at }: Due): Promise<void> {
    await this.database.transaction((tx) =>
      tx.query(
        `INSERT INTO reporting.dispatches (week, due_at, done_at) VALUES ($1, $2, $3)
         ON CONFLICT ON CONSTRAINT dispatches_pk DO NOTHING`,
        [week.name, at, this.clock.now()],
      ),
    );
  }
}
