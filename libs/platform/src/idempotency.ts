/**
 * Remembers what a request with an `Idempotency-Key` did, in the transaction in which it was done, so that the same
 * request sent again gets the same answer and happens once (IETF draft-ietf-httpapi-idempotency-key-header-07).
 */
import type { Clock } from './clock';
import type { Database, Tx } from './database/database';
import { PlazaError } from './errors';
import type { Sealing } from './sealing';

export interface KeyedRequest {
  /** Whose key it is: the same key of two clients means two requests. */
  owner: string;
  key: string;
  /** What the key was used for: method and path. */
  operation: string;
  /** The body as it was received. */
  body: unknown;
}

export interface Answer {
  status: number;
  body: unknown;
}

export interface RememberedAnswer extends Answer {
  replayed: boolean;
}

/** Keys are kept for a day; the draft leaves it to the server and asks that it be said. */
const keptMs = 24 * 60 * 60 * 1000;
const forgottenPerRunMax = 5_000;

export class Idempotency {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly sealing: Sealing,
  ) {}

  /**
   * Does `work` once for this key, in one transaction with the memory of its answer.
   * @throws PlazaError `request.idempotency-key-reused` (unprocessable) for other content under the same key,
   *   `request.idempotency-key-in-use` (conflict) while the first request is still running
   */
  once(request: KeyedRequest, work: () => Promise<Answer>): Promise<RememberedAnswer> {
    const scope = `${request.owner} ${request.operation}`;
    // Keyed: a body can hold a password, and a plain hash of it could be searched through.
    const content = this.sealing.fingerprint(canonicalJson(request.body));
    return this.database.transaction(async (tx) => {
      await this.claim(tx, scope, request.key);
      const earlier = await this.find(tx, scope, request.key);
      if (earlier) {
        if (!earlier.content_fingerprint.equals(content)) throw keyReused(request.key);
        return { status: earlier.status, body: earlier.body, replayed: true };
      }
      const answer = await work();
      await tx.query(
        `INSERT INTO platform.idempotency_keys (scope, key, content_fingerprint, status, body, created_at)
         VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT ON CONSTRAINT idempotency_keys_pk DO UPDATE
         SET content_fingerprint = excluded.content_fingerprint, status = excluded.status,
             body = excluded.body, created_at = excluded.created_at`,
        [scope, request.key, content, answer.status, JSON.stringify(answer.body ?? null), this.clock.now()],
      );
      return { ...answer, replayed: false };
    });
  }

  /** Forgets keys that are past their time; true when more may be left. */
  async forgetOld(): Promise<boolean> {
    const before = new Date(this.clock.now().getTime() - keptMs);
    const [, forgotten] = await this.database.transaction((tx) =>
      tx.query<[unknown, number]>(
        `DELETE FROM platform.idempotency_keys WHERE (scope, key) IN
           (SELECT scope, key FROM platform.idempotency_keys WHERE created_at < $1 LIMIT $2)`,
        [before, forgottenPerRunMax],
      ),
    );
    return forgotten === forgottenPerRunMax;
  }

  private async claim(tx: Tx, scope: string, key: string): Promise<void> {
    const [lock] = await tx.query<{ free: boolean }[]>(
      'SELECT pg_try_advisory_xact_lock(hashtextextended($1, 1)) AS free',
      [`${scope} ${key}`],
    );
    if (!lock?.free) {
      throw new PlazaError(
        'conflict',
        'request.idempotency-key-in-use',
        'A request with this Idempotency-Key is still being worked on; ask again in a moment',
        { retryAfter: 1 },
      );
    }
  }

  private async find(tx: Tx, scope: string, key: string) {
    const [row] = await tx.query<(Answer & { content_fingerprint: Buffer })[]>(
      `SELECT content_fingerprint, status, body FROM platform.idempotency_keys
       WHERE scope = $1 AND key = $2 AND created_at >= $3`,
      [scope, key, new Date(this.clock.now().getTime() - keptMs)],
    );
    return row;
  }
}

function keyReused(key: string): PlazaError {
  return new PlazaError(
    'unprocessable',
    'request.idempotency-key-reused',
    'This Idempotency-Key was used before for a request with other content',
    { idempotencyKey: key },
  );
}

/** The same text for the same content, whatever the order of its fields. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value ?? null, (_key, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
