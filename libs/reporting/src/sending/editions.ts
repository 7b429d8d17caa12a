/** What was sent of a week, edition by edition. Whoever writes an edition first is the one who wrote it. */
import { Injectable } from '@nestjs/common';
import { Database } from '@plaza/platform';
import type { Edition, Report } from '../report';

const columns = 'week, number, report';

@Injectable()
export class Editions {
  constructor(private readonly database: Database) {}

  /** The last one of a week that was sent. */
  async newest(week: string): Promise<Edition | undefined> {
    const [edition] = await this.database.read<Edition>(
      `SELECT ${columns} FROM reporting.editions WHERE week = $1 ORDER BY number DESC LIMIT 1`,
      [week],
    );
    return edition;
  }

  async find(week: string, number: number): Promise<Edition | undefined> {
    const [edition] = await this.database.read<Edition>(
      `SELECT ${columns} FROM reporting.editions WHERE week = $1 AND number = $2`,
      [week, number],
    );
    return edition;
  }

  /** Keeps the report as this edition of its week. @returns the edition, which is another's when that one was quicker */
  async keep(report: Report, number: number): Promise<Edition> {
    await this.database.transaction((tx) =>
      tx.query(
        `INSERT INTO reporting.editions (week, number, taken_at, report) VALUES ($1, $2, $3, $4)
         ON CONFLICT ON CONSTRAINT editions_pk DO NOTHING`,
        [report.week, number, report.takenAt, JSON.stringify(report)],
      ),
    );
    const edition = await this.find(report.week, number);
    if (!edition) throw new Error(`Edition ${String(number)} of ${report.week} was kept and is not there`);
    return edition;
  }
}
