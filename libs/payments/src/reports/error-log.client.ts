/** Tells the error log over HTTP, and reads in its list where it is in doubt whether something got there. */
import { fetchFailure } from '../fetch-failure';
import { ErrorLog, type LoggedError, type Telling } from './error-log';

const tellTimeoutMs = 5_000;
const readTimeoutMs = 20_000;

/** The connection was never made, so nothing can have been taken. */
const neverConnected = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);
/** It says that it takes nothing now: too many requests, unavailable. */
const notNow = new Set([429, 503]);
/** It says of this report that it is none. Every other 4xx says that the log is not where it is looked for, or lets nobody in. */
const noReport = new Set([400, 413, 415, 422]);

export class ErrorLogClient extends ErrorLog {
  constructor(private readonly url: string) {
    super();
  }

  async tell({ paymentId, errorType, description }: LoggedError): Promise<Telling> {
    try {
      const response = await fetch(`${this.url}/log`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          payment_id: paymentId,
          error_type: errorType,
          error_description: description,
        }),
        redirect: 'manual',
        signal: AbortSignal.timeout(tellTimeoutMs),
      });
      await response.body?.cancel();
      return { outcome: outcomeOf(response.status), detail: `It answered ${response.status}` };
    } catch (error) {
      const detail = fetchFailure(error);
      if (detail === 'TimeoutError') return { outcome: 'unanswered', detail };
      return { outcome: neverConnected.has(detail) ? 'not-taken' : 'unknown', detail };
    }
  }

  /** The list can be long: it is searched as it comes, and nothing of it is kept but a text's length of its end. */
  async holding(texts: ReadonlySet<string>): Promise<Set<string> | null> {
    const response = await fetch(`${this.url}/logs`, {
      redirect: 'manual',
      signal: AbortSignal.timeout(readTimeoutMs),
    });
    if (response.status >= 500 || notNow.has(response.status)) {
      throw new Error(`The error log answered ${response.status} when it was asked for its list`);
    }
    if (!response.ok || !response.body) {
      await response.body?.cancel();
      return null;
    }
    const found = new Set<string>();
    const overlap = Math.max(0, ...[...texts].map(({ length }) => length)) - 1;
    let end = '';
    for await (const chunk of response.body) {
      const text = end + Buffer.from(chunk).toString('latin1');
      for (const one of texts) if (text.includes(one)) found.add(one);
      end = overlap > 0 ? text.slice(-overlap) : '';
    }
    return found;
  }
}

function outcomeOf(status: number): Telling['outcome'] {
  if (status >= 200 && status < 300) return 'taken';
  if (noReport.has(status)) return 'refused';
  return notNow.has(status) || (status >= 400 && status < 500) ? 'not-taken' : 'unknown';
}
