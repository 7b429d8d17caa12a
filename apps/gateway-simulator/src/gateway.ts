/*
 * What the gateway answers. The decision comes from the seed and the payment's id, so it does not depend on when or how often it
 * is asked; and once an id has its answer it keeps it, whatever the scenario becomes.
 */
import type { Scenario } from './scenario';
import { digest, fraction } from './seeded';

export type AnswerKind = 'approval' | 'malformed' | 'refusal' | 'error' | 'timeout' | 'reset';

export interface Answer {
  readonly name: string;
  readonly kind: AnswerKind;
  /** 0 where no status is ever sent. */
  readonly status: number;
}

const statuses = (kind: AnswerKind, ...codes: number[]): Answer[] =>
  codes.map((status) => ({ name: String(status), kind, status }));

const approvals = statuses('approval', 200, 201, 204);
const refusals = statuses('refusal', 400, 402, 422);
const errors = statuses('error', 500, 503, 504);
const malformed: Answer = { name: 'malformed', kind: 'malformed', status: 200 };
const timeout: Answer = { name: 'timeout', kind: 'timeout', status: 0 };
const reset: Answer = { name: 'reset', kind: 'reset', status: 0 };

/** The answers that are kept for ever; a payment remembers its own by its place here, counted from 1. */
const lastingAnswers = [...approvals, malformed, ...refusals];
const allAnswers = [...lastingAnswers, ...errors, timeout, reset];

/** A payment's memory is one number: how often it was asked about, times this, plus the place of its lasting answer or 0. */
const askedUnit = 16;
/** Beyond it the oldest are forgotten, so that no client can fill the memory; twice the largest simulation. */
const paymentsMax = 2_000_000;

export interface GatewayNumbers {
  requests: number;
  byAnswer: Record<string, number>;
  /** `approved` holds the malformed ones: their status is a 200. */
  payments: { asked: number; approved: number; malformed: number; refused: number; unanswered: number };
  refusedRequests: number;
  idempotencyKey: { missing: number; differing: number };
}

export class Gateway {
  /** Requests that the gateway would not understand, and what was wrong with the `Idempotency-Key` of those it did. */
  refusedRequests = 0;
  keyMissing = 0;
  keyDiffering = 0;
  readonly #memory = new Map<string, number>();
  readonly #requests = new Map(allAnswers.map((answer) => [answer.name, 0]));
  #paymentsAsked = 0;
  #approved = 0;
  #malformed = 0;
  #refused = 0;

  constructor(
    private readonly seed: string,
    private readonly rememberedMax = paymentsMax,
  ) {}

  answer(paymentId: string, scenario: Scenario): Answer {
    const remembered = this.#memory.get(paymentId);
    const asked = remembered === undefined ? 0 : Math.floor(remembered / askedUnit);
    const lasting = remembered === undefined ? undefined : lastingAnswers[(remembered % askedUnit) - 1];
    const answer = lasting ?? decide(digest(this.seed, paymentId), asked, scenario);
    if (remembered === undefined) this.#makeRoom();
    this.#memory.set(paymentId, (asked + 1) * askedUnit + lastingAnswers.indexOf(answer) + 1);
    this.#requests.set(answer.name, (this.#requests.get(answer.name) ?? 0) + 1);
    if (lasting === undefined) this.#countPayment(answer.kind);
    return answer;
  }

  /** How often a payment was asked about and the answer it keeps, null while it has none; undefined when it was never asked about. */
  recall(paymentId: string): { asked: number; answer: Answer | null } | undefined {
    const remembered = this.#memory.get(paymentId);
    if (remembered === undefined) return undefined;
    return {
      asked: Math.floor(remembered / askedUnit),
      answer: lastingAnswers[(remembered % askedUnit) - 1] ?? null,
    };
  }

  get numbers(): GatewayNumbers {
    const byAnswer = Object.fromEntries(this.#requests);
    return {
      requests: Object.values(byAnswer).reduce((sum, number) => sum + number, 0),
      byAnswer,
      payments: {
        asked: this.#paymentsAsked,
        approved: this.#approved,
        malformed: this.#malformed,
        refused: this.#refused,
        unanswered: this.#paymentsAsked - this.#approved - this.#refused,
      },
      refusedRequests: this.refusedRequests,
      idempotencyKey: { missing: this.keyMissing, differing: this.keyDiffering },
    };
  }

  #makeRoom(): void {
    this.#paymentsAsked++;
    if (this.#memory.size < this.rememberedMax) return;
    const oldest = this.#memory.keys().next();
    if (oldest.done !== true) this.#memory.delete(oldest.value);
  }

  #countPayment(kind: AnswerKind): void {
    if (kind === 'approval' || kind === 'malformed') this.#approved++;
    if (kind === 'malformed') this.#malformed++;
    if (kind === 'refusal') this.#refused++;
  }
}

/** `asked` counts the requests that this payment has been left alone with so far. */
function decide(bytes: Buffer, asked: number, scenario: Scenario): Answer {
  const { shares, nonAnswersMax } = scenario;
  const lot = fraction(bytes, 0);
  const lastingShare = 1 - shares.error - shares.timeout - shares.reset;
  const withoutAnswer = lot >= lastingShare;
  if (withoutAnswer && asked < nonAnswersMax) {
    const place = lot - lastingShare;
    if (place < shares.error) return oneOf(errors, bytes.readUInt8(8) + asked);
    return place < shares.error + shares.timeout ? timeout : reset;
  }
  // One that had no answer at first gets it by a second lot, in the proportions of the answers that last.
  const place = withoutAnswer ? fraction(bytes, 1) * lastingShare : lot;
  if (place < shares.refuse) return oneOf(refusals, bytes.readUInt8(9));
  if (place < shares.refuse + shares.malformed) return malformed;
  return oneOf(approvals, bytes.readUInt8(9));
}

function oneOf(answers: readonly Answer[], lot: number): Answer {
  return answers[lot % answers.length] ?? malformed;
}

export function outcomeOf(answer: Answer | null): 'approved' | 'refused' | 'unanswered' {
  if (answer === null) return 'unanswered';
  return answer.kind === 'refusal' ? 'refused' : 'approved';
}
