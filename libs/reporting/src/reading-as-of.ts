/** Reads that may come from a replica, as long as it has everything that was committed by an instant; also where nobody asked, in a job. */
import { requestContext } from '@plaza/platform';

/** A process that has not asked its replicas for a while must first see them pass where the primary is. */
const replicaAwaitedMsMax = 10_000;

export function readingAsOf<T>(instant: Date, work: () => Promise<T>): Promise<T> {
  const own = requestContext.current();
  const mustSee = instant.getTime();
  const callerWroteAt = async () => Math.max(mustSee, (await own.callerWroteAt?.()) ?? mustSee);
  const awaitsReplicaUntil = performance.now() + replicaAwaitedMsMax;
  return requestContext.run({ ...own, callerWroteAt, awaitsReplicaUntil }, work);
}
