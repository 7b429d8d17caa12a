/** Points are integers, kept as `bigint`, which PostgreSQL's driver hands over as text: read exactly or not at all. */

/** Most points that one act may move. */
export const actPointsMax = 1_000_000_000;
/** Most points that a member may have, so that every sum of members is still exact. */
export const memberPointsMax = 1_000_000_000_000;

/** @throws Error when the value cannot be told exactly */
export function exactPoints(value: string | number): number {
  const points = Number(value);
  if (!Number.isSafeInteger(points))
    throw new Error(`${value} is no number of points that can be counted exactly`);
  return points;
}
