/** What a replay came to, told in numbers and by its first places. */
import type { Outcome } from '../messages/outcome';
import type { Place } from '../messages/place';
import type { ReplayStep } from './replay-decision';

export interface ReplayedMessage extends Place {
  before: Outcome;
  after: Outcome;
  /** Why, in words. */
  reason: string;
}

export interface ReplayCount {
  from: Outcome;
  to: Outcome;
  count: number;
}

export const isChange = ({ kept, after }: ReplayStep) => kept.outcome !== after;

export function replayedMessage({ kept, after, reason }: ReplayStep): ReplayedMessage {
  const { topic, partition, offset, outcome: before } = kept;
  return { topic, partition, offset, before, after, reason };
}

/** One for each way that was gone, the most frequent first. */
export function countsOf(steps: readonly ReplayStep[]): ReplayCount[] {
  const counts = new Map<string, ReplayCount>();
  for (const { kept, after } of steps) {
    const way = `${kept.outcome} ${after}`;
    const known = counts.get(way);
    if (known) known.count += 1;
    else counts.set(way, { from: kept.outcome, to: after, count: 1 });
  }
  return [...counts.values()].sort((one, other) => other.count - one.count);
}

/** Those that change before those that stay, each in the order in which they came. */
export function firstPlaces(steps: readonly ReplayStep[], most: number): ReplayedMessage[] {
  const changed = steps.filter(isChange);
  const rest = changed.length < most ? steps.filter((step) => !isChange(step)) : [];
  return [...changed, ...rest].slice(0, most).map(replayedMessage);
}
