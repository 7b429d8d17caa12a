/** Decides from an answer of the screening service whether a payment goes on to the gateway. */
import { withoutCards } from '../gateway/without-cards';
import type { ReviewReason } from '../review/review-rows';
import { readRisk } from './risk';
import type { ScreeningAnswer } from './screening';

export type Verdict = 'allow' | 'review';

export interface ScreeningRules {
  /** A payment with a higher risk is for staff to look at. */
  riskMax: number;
  /** What becomes of a payment without an answer. */
  policy: Verdict;
}

/** All that is kept of one screening. */
export interface Evidence extends ScreeningRules {
  paymentId: string;
  askedAt: Date;
  tookMs: number;
  httpStatus: number | null;
  risk: number | null;
  fault: string | null;
  answer: string | null;
  verdict: Verdict;
}

export interface Asked {
  paymentId: string;
  card: string;
  askedAt: Date;
  tookMs: number;
  answer: ScreeningAnswer;
}

export function evidenceOf({ card, answer, ...asked }: Asked, rules: ScreeningRules): Evidence {
  const { httpStatus, text, fault } = answer;
  const reading =
    fault === null && text !== null ? readRisk(text) : { fault: fault ?? 'There was no answer' };
  const kept = { ...asked, ...rules, httpStatus, answer: text === null ? null : withoutCards(text, card) };
  return 'fault' in reading
    ? { ...kept, risk: null, fault: withoutCards(reading.fault, card), verdict: rules.policy }
    : {
        ...kept,
        risk: reading.risk,
        fault: null,
        verdict: reading.risk > rules.riskMax ? 'review' : 'allow',
      };
}

export function reviewReasonOf({ risk, riskMax, fault }: Evidence): ReviewReason {
  return risk === null
    ? { code: 'not-screened', text: `The payment could not be screened: ${fault ?? 'there was no answer'}` }
    : { code: 'risk-too-high', text: `The risk is ${risk}, and ${riskMax} is the limit` };
}
