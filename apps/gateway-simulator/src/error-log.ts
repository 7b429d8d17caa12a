/*
 * The error log that shops report to. It keeps every report, repeats too, so that whoever reads it can tell once from twice.
 */
import { z } from 'zod';
import { Problem } from './problem';

const entriesMax = 1_000_000;
const fullRetryAfterSeconds = 60;

export const errorTypes = ['database', 'network', 'other'] as const;
export type ErrorType = (typeof errorTypes)[number];

const errorType = z.enum(errorTypes, { error: 'This must be database, network or other.' }).optional();

/** The documentation calls the type `error_type` in its example and `error` in its data model: either will do. */
export const reportSchema = z
  .strictObject({
    /** Null or empty where the message that failed had no id that could be read. */
    payment_id: z.string().max(200).nullable(),
    error_type: errorType,
    error: errorType,
    error_description: z.string().max(2_000),
  })
  .transform((report, context) => {
    const type = report.error_type ?? report.error;
    if (type === undefined || (report.error !== undefined && report.error !== type)) {
      context.addIssue({
        code: 'custom',
        path: ['error_type'],
        message: type === undefined ? 'The type is missing.' : 'It says otherwise than the field error.',
      });
      return z.NEVER;
    }
    return { paymentId: report.payment_id, type, description: report.error_description };
  });

export type Report = z.output<typeof reportSchema>;

interface Entry extends Report {
  readonly createdMs: number;
}

export interface LoggedReport {
  payment_id: string | null;
  error_type: ErrorType;
  error_description: string;
  created_at: string;
}

export interface ErrorLogNumbers {
  total: number;
  perType: Record<ErrorType, number>;
  /** Requests that met the log down, or full. */
  turnedAway: number;
}

export class ErrorLog {
  turnedAway = 0;
  readonly #entries: Entry[] = [];
  readonly #perType = { database: 0, network: 0, other: 0 };

  constructor(private readonly keptMax = entriesMax) {}

  add(report: Report): LoggedReport {
    if (this.#entries.length >= this.keptMax) {
      this.turnedAway++;
      throw new Problem(503, 'The error log is full until the next start.', [], fullRetryAfterSeconds);
    }
    const entry = { ...report, createdMs: Date.now() };
    this.#entries.push(entry);
    this.#perType[report.type]++;
    return written(entry);
  }

  /** The newest `last` entries, or all, oldest first; those added while it is read are left out. */
  *entries(last = Infinity): Generator<LoggedReport> {
    const length = this.#entries.length;
    for (let place = Math.max(0, length - last); place < length; place++) {
      const entry = this.#entries[place];
      if (entry !== undefined) yield written(entry);
    }
  }

  get numbers(): ErrorLogNumbers {
    return { total: this.#entries.length, perType: { ...this.#perType }, turnedAway: this.turnedAway };
  }
}

function written(entry: Entry): LoggedReport {
  return {
    payment_id: entry.paymentId,
    error_type: entry.type,
    error_description: entry.description,
    created_at: new Date(entry.createdMs).toISOString(),
  };
}
