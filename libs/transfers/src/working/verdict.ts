/** What follows from what was learned about a record's streams: all of them scored is a result, one without an answer is no result yet. */
import type { Reason } from '../records/transfer-record.entity';
import type { StreamAnswer } from './stream-answers';
import type { NoAnswer } from './stream-asking.service';

export type Verdict =
  | { kind: 'result'; result: string }
  | { kind: 'failed'; reason: Reason }
  /** It has to be asked again. */
  | { kind: 'later'; detail: string };

export type Learned = Pick<StreamAnswer, 'number' | 'score'>;

/** @param answers about each stream that was answered about */
export function verdictOf(
  answers: readonly Learned[],
  without: readonly Pick<NoAnswer, 'outcome' | 'detail'>[],
): Verdict {
  const refusal = without.find(({ outcome }) => outcome === 'refused');
  if (refusal) return failed('screening-refused', refusal.detail);
  const [unknown] = without;
  if (unknown) return { kind: 'later', detail: unknown.detail };
  const inOrder = [...answers].sort((one, other) => one.number - other.number);
  const silent = inOrder.find(({ score }) => score === null);
  if (silent)
    return failed('no-score', `The screening service says no risk of stream ${String(silent.number)}`);
  return { kind: 'result', result: inOrder.map(({ score }) => score).join('|') };
}

function failed(code: string, text: string): Verdict {
  return { kind: 'failed', reason: { code, text } };
}
