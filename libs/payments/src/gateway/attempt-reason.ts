/** Says in words what an attempt came to, for those who read about it later. */
import type { GatewayAnswer } from './gateway';

export function attemptReason(
  outcome: GatewayAnswer['outcome'],
  httpStatus: number | null,
  answer: string | null,
) {
  const status = httpStatus ?? 'no status';
  switch (outcome) {
    case 'approved':
      return `The gateway approved it (${status})`;
    case 'refused':
      return `The gateway refused it (${status})`;
    case 'unknown':
      if (httpStatus === null) return `The gateway did not answer: ${answer ?? 'nothing is known'}`;
      return httpStatus >= 500
        ? `The gateway had a fault (${status}), which is neither yes nor no`
        : `The gateway answered neither yes nor no (${status})`;
  }
}
