/**
 * Server-sent events: streams that tell what a context has recorded, event by event, so that a client which comes back with the id
 * of its last one misses nothing, whichever process it reaches. All open streams of a kind ask the database together, when a
 * signal says that there may be news and every second for signals that were lost.
 *
 * To serve a kind of stream: import `EventStreamModule`, open a feed once, and let the handler decide who may listen before it
 * connects:
 *
 *     constructor(streams: EventStreams, queries: CartsQueries) {
 *       this.feed = streams.feed({ name: 'carts', signal: CART_SIGNAL, read: (asked, limit) => queries.eventsAfter(asked, limit) });
 *     }
 *
 *     @Get(':id/events')
 *     @ApiEventStream('What happens to the cart')
 *     async events(@IdParam() id: string, @CurrentActor() actor: Actor, @Res() reply: FastifyReply): Promise<void> {
 *       await this.queries.view(id, actor);
 *       await this.feed.connect(id, reply);
 *     }
 */
import { applyDecorators, Inject, Injectable, Module, type BeforeApplicationShutdown } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiQuery } from '@nestjs/swagger';
import { IdentityModule, Revocations } from '@plaza/identity';
import { Clock, groupBy, InvalidInput, LOGGER, PlazaError, Signals, type PlazaLogger } from '@plaza/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { callerOf } from './auth.guard';
import { EventStreamConnection, type StreamEvent } from './event-stream-connection';
import { refuseUnknown } from './request.guard';

/** What one subject's listeners want to know. */
export interface StreamPosition {
  subject: string;
  /** The last event that they have; 0 before the first. */
  after: bigint;
}

export interface SubjectEvent extends StreamEvent {
  subject: string;
}

export interface StreamKind {
  /** Names it in logs. */
  name: string;
  /** Raised after a commit that recorded events. */
  signal: string;
  /**
   * The events after each position, in the order of their ids, at most `limit` of each subject. Asked for all open streams at once,
   * so it is to be one statement on an index.
   */
  read(positions: readonly StreamPosition[], limit: number): Promise<SubjectEvent[]>;
}

const lookEveryMs = 1_000;
/** However fast signals come, the database is not asked more often. */
const restMs = 50;
const eventsAtOnceMax = 100;
const streamsMax = 5_000;
const streamsOfCallerMax = 20;
const eventId = /^(?:0|[1-9]\d{0,17})$/;

@Injectable()
export class EventStreams implements BeforeApplicationShutdown {
  private readonly feeds: EventFeed[] = [];
  private ending = false;

  constructor(
    private readonly signals: Signals,
    private readonly revocations: Revocations,
    private readonly clock: Clock,
    @Inject(LOGGER) private readonly logger: PlazaLogger,
  ) {}

  feed(kind: StreamKind): EventFeed {
    const feed = new EventFeed(kind, this, this.signals, this.logger);
    this.feeds.push(feed);
    return feed;
  }

  /** @throws PlazaError `request.too-many-streams`, `request.streams-ending` */
  refuseIfFull(actorId: string): void {
    if (this.ending) throw endingNow();
    const open = this.feeds.flatMap(({ connections }) => [...connections]);
    if (open.length >= streamsMax) throw tooMany('unavailable', streamsMax);
    const own = open.filter(({ caller }) => caller.actor.id === actorId).length;
    if (own >= streamsOfCallerMax) throw tooMany('limit', streamsOfCallerMax);
  }

  /** A stream lasts no longer than the token that opened it. */
  mayGoOn({ caller }: EventStreamConnection): boolean {
    return this.clock.now().getTime() < caller.expiresAtMs && !this.revocations.voids(caller);
  }

  beforeApplicationShutdown(): void {
    this.ending = true;
    for (const feed of this.feeds) feed.end();
  }
}

/** All open streams of one kind in this process. */
export class EventFeed {
  readonly connections = new Set<EventStreamConnection>();
  private listening: Promise<void> | undefined;
  private looking = false;
  private lookAgain = false;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly kind: StreamKind,
    private readonly streams: EventStreams,
    private readonly signals: Signals,
    private readonly logger: PlazaLogger,
  ) {}

  /**
   * Answers the request with the events of `subject`, from the one after its `Last-Event-ID` on; all of them when it names none.
   * @param known parameters of the query that the route has looked at
   * @throws PlazaError `request.too-many-streams`; InvalidInput when the id it names is none
   */
  async connect(subject: string, reply: FastifyReply, known: readonly string[] = []): Promise<void> {
    const caller = callerOf(reply.request);
    if (!caller) throw new Error('A stream ends with its token: the route is not to be public');
    const after = lastEventIdOf(reply.request, known) ?? 0n;
    this.streams.refuseIfFull(caller.actor.id);
    await (this.listening ??= this.listen());
    this.streams.refuseIfFull(caller.actor.id);
    const connection = new EventStreamConnection(subject, caller, reply, after);
    this.connections.add(connection);
    this.timer ??= setInterval(() => {
      this.keepAlive();
    }, lookEveryMs);
    connection.begin(() => {
      this.connections.delete(connection);
      if (this.connections.size === 0) this.stopTimer();
    });
    this.wake();
  }

  end(): void {
    this.stopTimer();
    for (const connection of this.connections) connection.end();
  }

  private listen(): Promise<void> {
    return this.signals
      .on(this.kind.signal, () => {
        this.wake();
      })
      .catch((error: unknown) => {
        this.listening = undefined;
        throw error;
      });
  }

  private keepAlive(): void {
    for (const connection of this.connections) connection.keepAlive(this.streams.mayGoOn(connection));
    this.wake();
  }

  private stopTimer(): void {
    clearInterval(this.timer);
    this.timer = undefined;
  }

  private wake(): void {
    this.lookAgain = true;
    if (!this.looking) void this.lookUntilNothingIsNew();
  }

  private async lookUntilNothingIsNew(): Promise<void> {
    this.looking = true;
    try {
      while (this.lookAgain) {
        this.lookAgain = false;
        if (await this.look()) this.lookAgain = true;
        if (this.lookAgain) await new Promise((resolve) => setTimeout(resolve, restMs));
      }
    } catch (error) {
      this.logger.warn(
        { err: error, feed: this.kind.name },
        'Streams could not look for news; they look again',
      );
    } finally {
      this.looking = false;
    }
  }

  /** @returns whether there may be more at once */
  private async look(): Promise<boolean> {
    const takers = [...this.connections].filter(({ takesMore }) => takesMore);
    if (takers.length === 0) return false;
    const events = groupBy(
      await this.kind.read(positionsOf(takers), eventsAtOnceMax),
      ({ subject }) => subject,
    );
    for (const connection of takers) {
      if (connection.takesMore) connection.tell(events.get(connection.subject) ?? []);
    }
    return [...events.values()].some(({ length }) => length >= eventsAtOnceMax);
  }
}

/** One per subject: from the listener that is furthest behind. */
function positionsOf(connections: readonly EventStreamConnection[]): StreamPosition[] {
  const positions = new Map<string, bigint>();
  for (const { subject, after } of connections) {
    const known = positions.get(subject);
    if (known === undefined || after < known) positions.set(subject, after);
  }
  return [...positions].map(([subject, after]) => ({ subject, after }));
}

/** The header that an `EventSource` sends by itself, or the parameter for a client that begins anew. */
function lastEventIdOf({ headers, query }: FastifyRequest, known: readonly string[]): bigint | undefined {
  const { lastEventId, ...others } = (query ?? {}) as Record<string, unknown>;
  refuseUnknown(Object.keys(others).filter((name) => !known.includes(name)));
  const given = headers['last-event-id'] ?? lastEventId;
  if (given === undefined || given === '') return undefined;
  if (typeof given === 'string' && eventId.test(given)) return BigInt(given);
  throw new InvalidInput([
    { pointer: '/lastEventId', detail: 'must be the id of the last event that was received' },
  ]);
}

function tooMany(kind: 'limit' | 'unavailable', max: number): PlazaError {
  return new PlazaError(
    kind,
    'request.too-many-streams',
    `There are ${String(max)} streams open already; close one, or come back later`,
    { max, retryAfter: 5 },
  );
}

function endingNow(): PlazaError {
  return new PlazaError('unavailable', 'request.streams-ending', 'This process is ending; please come back', {
    retryAfter: 1,
  });
}

/** Describes a route that answers with a stream. */
export const ApiEventStream = (description: string) =>
  applyDecorators(
    ApiHeader({ name: 'Last-Event-ID', required: false, description: 'Go on after this event' }),
    ApiQuery({ name: 'lastEventId', required: false, type: String, description: 'As the header' }),
    ApiOkResponse({
      description: `${description}; ends when the access token does, and goes on from where \`Last-Event-ID\` says`,
      content: { 'text/event-stream': { schema: { type: 'string' } } },
    }),
  );

@Module({ imports: [IdentityModule], providers: [EventStreams], exports: [EventStreams] })
export class EventStreamModule {}
