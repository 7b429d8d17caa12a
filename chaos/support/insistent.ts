/**
 * Customers and tills as their programs are: what has an id that its sender made is sent again until it is answered, because then it is
 * done once all the same. Everything that was answered is remembered, as is every time that it was not.
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { Answer, Asker, Question } from '../../bench/support/http-caller';

const againMs = 250;
const insistMsMax = 120_000;
/** From this status on it is the server's fault, and another try may go better. */
const faultsFrom = 500;
const reasonCharactersMax = 200;

export interface Failure {
  atMs: number;
  reason: string;
}

/** Ids that were made by those who asked. */
export interface Acknowledged {
  orders: string[];
  payments: string[];
  accruals: { sourceId: string; points: number }[];
}

export class Insistent implements Asker {
  readonly acknowledged: Acknowledged = { orders: [], payments: [], accruals: [] };
  readonly failures: Failure[] = [];
  asked = 0;

  constructor(private readonly asker: Asker) {}

  async ask(question: Question): Promise<Answer> {
    const giveUpAt = performance.now() + insistMsMax;
    for (;;) {
      this.asked += 1;
      const answer = await this.asker.ask(question).catch((error: unknown) => wordsFor(error));
      if (typeof answer !== 'string' && answer.status < faultsFrom) {
        this.remember(question, answer);
        return answer;
      }
      const told = typeof answer === 'string' ? answer : `${String(answer.status)} ${answer.body}`;
      const reason = `${question.method} ${question.path}: ${told}`.slice(0, reasonCharactersMax);
      this.failures.push({ atMs: performance.now(), reason });
      if (!hasIdOfItsSender(question) || performance.now() > giveUpAt) throw new Error(reason);
      await pause(againMs);
    }
  }

  private remember({ method, path, body }: Question, { status }: Answer): void {
    if (method !== 'POST' || body === undefined || status >= 300) return;
    const said = JSON.parse(body) as { id: string; sourceId: string; points: number };
    if (path === '/v1/orders') this.acknowledged.orders.push(said.id);
    if (path === '/v1/payments') this.acknowledged.payments.push(said.id);
    if (path.endsWith('/accruals')) this.acknowledged.accruals.push(said);
  }
}

function hasIdOfItsSender({ method, body }: Question): boolean {
  return method === 'PUT' || /"(id|sourceId)":/.test(body ?? '');
}

/** What `fetch` throws says why only in its cause. */
export function wordsFor(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message;
}
