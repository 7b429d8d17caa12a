/**
 * How quickly rows came to be, told by PostgreSQL itself: from the first commit to the last, by its own record of commits. So
 * Plaza and a floor are timed by the same clock, and nobody's start counts.
 */
import { rows } from './postgres';
import type { Round } from './statistics';

/** @param filled the rows in question, as `table` or `table WHERE condition`; their last change counts */
export async function roundByCommits(url: string, filled: string): Promise<Round> {
  const [times] = await rows<{ done: string; took_ms: number | null }>(
    url,
    `WITH change AS MATERIALIZED (SELECT pg_xact_commit_timestamp(xmin) AS at FROM ${filled}),
          span AS (SELECT min(at) AS first, max(at) AS last FROM change)
     SELECT count(*) FILTER (WHERE change.at > span.first) AS done,
            extract(epoch FROM max(span.last) - min(span.first))::float8 * 1000 AS took_ms
     FROM change CROSS JOIN span`,
  );
  // What the first commit brought was worked on before it, at a time that nobody knows; so it only starts the clock.
  const tookMs = times?.took_ms ?? 0;
  if (times === undefined || tookMs <= 0) throw new Error(`There is nothing to time in ${filled}`);
  return { done: Number(times.done), tookMs };
}
