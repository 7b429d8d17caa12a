/**
 * What arrives together is worked together: calls that come in while a batch is being worked wait for the next one and go
 * as one, each getting its own answer. Under load this turns many small transactions into few larger ones; when idle a call
 * goes at once and alone.
 */

import { AsyncLocalStorage } from 'node:async_hooks';
import { PlazaError } from './errors';

export interface TogetherLimits {
  /** Most items in one batch. */
  batchMax: number;
  /** Most batches being worked at the same time. */
  underWayMax: number;
  /** Most items that may wait; one more is refused by `onFull`. */
  waitingMax: number;
  /** Makes the refusal given when too many wait. */
  onFull: () => Error;
}

interface Waiting<Item, Answer> {
  item: Item;
  resolve: (answer: Answer) => void;
  reject: (reason: unknown) => void;
}

/**
 * @param work takes the items in order of arrival and answers as many, in the same order; an `Error` among the answers
 *   refuses that item alone. When the whole batch throws, its items are tried one by one, so that one bad item never takes
 *   the others down (unless the error says that nothing can work now); `work` must leave nothing behind when it throws.
 */
export function together<Item, Answer>(
  work: (items: Item[]) => Promise<(Answer | Error)[]>,
  limits: TogetherLimits,
): (item: Item) => Promise<Answer> {
  const waiting: Waiting<Item, Answer>[] = [];
  let underWay = 0;
  // A batch is of many calls: nothing that goes with one of them (its request, its transaction) may go with the batch.
  const outsideOfAnyCall = AsyncLocalStorage.snapshot();

  const settle = ({ resolve, reject }: Waiting<Item, Answer>, answer: Answer | Error | undefined) => {
    if (answer instanceof Error) reject(answer);
    else if (answer === undefined) reject(new Error('A batch gave fewer answers than it took items'));
    else resolve(answer);
  };

  const workBatch = async (batch: Waiting<Item, Answer>[]): Promise<void> => {
    try {
      const answers = await work(batch.map(({ item }) => item));
      batch.forEach((member, at) => {
        settle(member, answers[at]);
      });
    } catch (error) {
      const hopeless = error instanceof PlazaError && error.kind === 'unavailable';
      if (hopeless || batch.length === 1) for (const member of batch) member.reject(error);
      else for (const member of batch) await workBatch([member]);
    }
  };

  const next = () => {
    while (underWay < limits.underWayMax && waiting.length > 0) {
      underWay += 1;
      void outsideOfAnyCall(() => workBatch(waiting.splice(0, limits.batchMax))).finally(() => {
        underWay -= 1;
        next();
      });
    }
  };

  return (item) => {
    if (waiting.length >= limits.waitingMax) return Promise.reject(limits.onFull());
    return new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      // Calls of the same turn of the event loop go together as well.
      setImmediate(next);
    });
  };
}
