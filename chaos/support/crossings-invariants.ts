/** What must be true of everything that a partner was told, whichever worker was killed. */
import type { Heard, CrossingsStage } from './crossings-stage';

export interface Invariant {
  says: string;
  violations: string[];
}

interface Event {
  id: string;
  type: string;
  data: { externalId?: string };
}

interface Page {
  items: Event[];
  next: string | null;
}

const violationsMax = 10;

/** All that the feed has, page by page. */
export async function feedOf(stage: CrossingsStage): Promise<Event[]> {
  const events: Event[] = [];
  for (let next: string | null = '0'; next !== null;) {
    const page: Page = await stage.ask<Page>('GET', `/events?limit=100&after=${next}`);
    events.push(...page.items);
    next = page.next;
  }
  return events;
}

/** How often a crossing is to be told, by its type and whose it is. */
export type Crossings = ReadonlyMap<string, number>;

/** @param externalId of a member; none for the programme's total */
export function crossingOf(type: string, externalId?: string): string {
  return externalId === undefined ? type : `${type} ${externalId}`;
}

export function checkCrossings(
  events: readonly Event[],
  { called, streamed }: Pick<CrossingsStage, 'called' | 'streamed'>,
  wanted: Crossings,
): Invariant[] {
  const told = new Map<string, number>();
  for (const { type, data } of events) {
    const crossing = crossingOf(type, data.externalId);
    told.set(crossing, (told.get(crossing) ?? 0) + 1);
  }
  const feed = events.map((event): Heard => ({ id: event.id, body: JSON.stringify(event) }));
  const bodies = new Map(feed.map(({ id, body }) => [id, body]));
  const heard = new Set(called.map(({ id }) => id));
  return [
    {
      says: 'every crossing is told once, of members and of the total, and nothing else',
      violations: [...new Set([...wanted.keys(), ...told.keys()])].flatMap((crossing) => {
        const [times, expected] = [told.get(crossing) ?? 0, wanted.get(crossing) ?? 0];
        return times === expected ? [] : [`${crossing}: ${String(times)} of ${String(expected)}`];
      }),
    },
    {
      says: 'the numbers have no gap',
      violations: events.flatMap(({ id }, at) =>
        id === String(at + 1) ? [] : [`${id} at ${String(at + 1)}`],
      ),
    },
    {
      says: 'the stream has each event of the feed once, in the same order and with the same content',
      violations: differences(feed, streamed),
    },
    {
      says: 'the webhook has each event of the feed, by its id once and whenever it came with the same content',
      violations: [
        ...feed.flatMap(({ id }) => (heard.has(id) ? [] : [`${id} never came`])),
        ...called.flatMap(({ id, body }) => (bodies.get(id) === body ? [] : [`${id} came as ${body}`])),
      ],
    },
  ].map(({ says, violations }) => ({ says, violations: violations.slice(0, violationsMax) }));
}

function differences(feed: readonly Heard[], streamed: readonly Heard[]): string[] {
  const longest = Math.max(feed.length, streamed.length);
  return Array.from({ length: longest }, (_, at) => at).flatMap((at) =>
    feed[at]?.body === streamed[at]?.body ? [] : [`${String(at + 1)}: ${streamed[at]?.body ?? 'nothing'}`],
  );
}
