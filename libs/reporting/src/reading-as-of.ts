/** Reads that may come from a replica, as long as it has everything that was committed by an instant; also where nobody asked, in a job. */
import { requestContext } from '@plaza/platform';

export function readingAsOf<T>(instant: Date, work: () => Promise<T>): Promise<T> {
  const own = requestContext.current();
  const mustSee = instant.getTime();
  const callerWroteAt = async () => Math.max(mustSee, (await own.callerWroteAt?.()) ?? mustSee);
  return requestContext.run({ ...own, callerWroteAt }, work);
}
