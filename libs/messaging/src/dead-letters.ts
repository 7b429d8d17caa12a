/**
 * Events that a consumer could not take after several tries. They are kept whole with the reason, the rest goes on, and an
 * operator sends them to that same consumer again once the cause is mended.
 */
import { Injectable } from '@nestjs/common';
import {
  Clock,
  Conditions,
  Database,
  PlazaError,
  readList,
  type CountedPage,
  type StaffPageWish,
} from '@plaza/platform';
import type { AddressedEvent, EventEnvelope } from './events';
import { Outbox } from './outbox';

export interface DeadLetter {
  eventId: string;
  /** Who could not take it. */
  consumer: string;
  topic: string;
  /** What it is about; events of one key come in order. */
  key: string;
  type: string;
  reasonCode: string;
  reason: string;
  /** How often it was given up. */
  failures: number;
  diedAt: Date;
  /** Null while it waits for somebody. */
  replayedAt: Date | null;
}

export interface DeadLetterFilter extends StaffPageWish {
  replayed?: boolean;
}

/** Which are to be sent again; all that wait, where nothing is said. */
export interface ReplayWish {
  eventId?: string;
  consumer?: string;
}

const replayBatchMax = 500;

const columns = `event_id AS "eventId", consumer, topic, key, envelope ->> 'type' AS type, reason_code AS "reasonCode", reason, failures,
  died_at AS "diedAt", replayed_at AS "replayedAt"`;

@Injectable()
export class DeadLetters {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Keeps an event that `consumer` could not take; the same event dying again counts up. */
  async add(consumer: string, event: AddressedEvent, error: unknown): Promise<void> {
    const { topic, key, envelope } = event;
    const code = error instanceof PlazaError ? error.code : 'messaging.handler-failed';
    const reason = error instanceof Error ? error.message : String(error);
    await this.database.transaction((tx) =>
      tx.query(
        `INSERT INTO messaging.dead_letters
           (event_id, consumer, topic, key, envelope, reason_code, reason, died_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
         ON CONFLICT ON CONSTRAINT dead_letters_pk DO UPDATE
         SET reason_code = excluded.reason_code, reason = excluded.reason, died_at = excluded.died_at,
             failures = dead_letters.failures + 1, replayed_at = NULL`,
        [envelope.id, consumer, topic, key, JSON.stringify(envelope), code, reason, this.clock.now()],
      ),
    );
  }

  /**
   * The latest first.
   * @throws InvalidInput when `after` is no cursor
   */
  list({ replayed, ...page }: DeadLetterFilter): Promise<CountedPage<DeadLetter>> {
    return readList<DeadLetter>(
      (sql, parameters) => this.database.read(sql, parameters),
      {
        table: 'messaging.dead_letters',
        columns,
        conditions: new Conditions().addIsSet('replayed_at', replayed),
        place: [
          ['died_at', 'instant'],
          ['event_id', 'uuid'],
          ['consumer', 'text'],
        ],
        sort: '-diedAt',
        placeOf: ({ diedAt, eventId, consumer }) => [diedAt.toISOString(), eventId, consumer],
      },
      page,
    );
  }

  /**
   * Sends dead letters to the consumer that could not take them, and to no other; the oldest first, at most 500 at a time.
   * @returns how many were sent
   */
  async replay({ eventId, consumer }: ReplayWish = {}): Promise<number> {
    return this.database.transaction(async (tx) => {
      const [letters] = await tx.query<
        [{ topic: string; key: string; envelope: EventEnvelope; consumer: string }[]]
      >(
        `UPDATE messaging.dead_letters SET replayed_at = $1
         WHERE (event_id, consumer) IN
           (SELECT event_id, consumer FROM messaging.dead_letters
            WHERE replayed_at IS NULL AND ($2::uuid IS NULL OR event_id = $2) AND ($3::text IS NULL OR consumer = $3)
            ORDER BY died_at LIMIT $4 FOR UPDATE SKIP LOCKED)
         RETURNING topic, key, envelope, consumer`,
        [this.clock.now(), eventId ?? null, consumer ?? null, replayBatchMax],
      );
      await this.outbox.insert(
        tx,
        letters.map(({ topic, key, envelope, consumer }) => ({ topic, key, envelope, onlyFor: consumer })),
      );
      return letters.length;
    });
  }
}
