/**
 * Remembers what a request with an `Idempotency-Key` did, so that the same request sent again gets the same answer and happens
 * once (IETF draft-ietf-httpapi-idempotency-key-header-07): in the transaction in which it was done, or right after it where it
 * may be done again.
 */
import type { Clock } from './clock';
import type { Database, Tx } from './database/database';
import { PlazaError } from './errors';
import type { Sealed, Sealing } from './sealing';

export interface KeyedRequest {
  /** Whose key it is: the same key of two clients means two requests. */
  owner: string;
  key: string;
  /** What the key was used for: method and path. */
  operation: string;
  /** What makes it the same request: the body as it was received, and credentials where they are all that tells who asks. */
  content: unknown;
  /** The answer holds secrets: it is kept sealed. */
  secret?: boolean;
  /** How long its answer is remembered; a day unless told. */
  keptMs?: number;
}

export interface Answer {
  status: number;
  body: unknown;
}

export interface RememberedAnswer extends Answer {
  replayed: boolean;
}

interface Row extends Answer {
  fingerprint: Buffer;
  sealedBody: Sealed | null;
}

/** The draft leaves it to the server and asks that it be said. */
const keptMsDefault = 24 * 60 * 60 * 1000;
const forgottenPerRunMax = 5_000;

export class Idempotency {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly sealing: Sealing,
  ) {}

  /**
   * Does `work` once for this key, in one transaction with the memory of its answer. It begins with the first transaction of `work`.
   * @throws PlazaError `request.idempotency-key-reused` (unprocessable) for other content under the same key,
   *   `request.idempotency-key-in-use` (conflict) while the first request is still running
   */
  async once(request: KeyedRequest, work: () => Promise<Answer>): Promise<RememberedAnswer> {
    const earlier = await this.recall(request);
    if (earlier) return earlier;
    return this.database.lateTransaction(
      (tx) => this.claim(tx, request),
      async () => {
        const answer = await work();
        // Whoever remembers under a key has claimed it: nobody else has come before.
        await this.remember(request, answer);
        return { ...answer, replayed: false };
      },
    );
  }

  /**
   * For `work` that has transactions of its own and one effect however often it is done. Its answer is remembered after it: it is done
   * again only if nothing was remembered, because two came at once or the process died.
   * @throws PlazaError `request.idempotency-key-reused`
   */
  async afterwards(request: KeyedRequest, work: () => Promise<Answer>): Promise<RememberedAnswer> {
    const earlier = await this.recall(request);
    if (earlier) return earlier;
    const answer = await work();
    const isFirst = await this.remember(request, answer);
    return (isFirst ? undefined : await this.recall(request)) ?? { ...answer, replayed: false };
  }

  /** Forgets keys that are past their time; true when more may be left. */
  async forgetOld(): Promise<boolean> {
    const [, forgotten] = await this.database.transaction((tx) =>
      tx.query<[unknown, number]>(
        `DELETE FROM platform.idempotency_keys WHERE (scope, key) IN
           (SELECT scope, key FROM platform.idempotency_keys WHERE kept_until <= $1 LIMIT $2)`,
        [this.clock.now(), forgottenPerRunMax],
      ),
    );
    return forgotten === forgottenPerRunMax;
  }

  /** A second statement sees what was committed before the lock came free. */
  private async claim(tx: Tx, request: KeyedRequest): Promise<void> {
    const [lock] = await tx.query<{ free: boolean }[]>(
      'SELECT pg_try_advisory_xact_lock(hashtextextended($1, 1)) AS free',
      [`${scopeOf(request)} ${request.key}`],
    );
    if (!lock?.free || (await this.find(request, tx))) throw keyInUse();
  }

  private async recall(request: KeyedRequest): Promise<RememberedAnswer | undefined> {
    const row = await this.find(request);
    if (!row) return undefined;
    const { fingerprint, status, body, sealedBody } = row;
    if (!fingerprint.equals(this.fingerprint(request))) throw keyReused(request.key);
    return { status, body: sealedBody ? this.opened(sealedBody) : body, replayed: true };
  }

  private async find({ key, ...request }: KeyedRequest, tx?: Tx): Promise<Row | undefined> {
    const sql = `SELECT content_fingerprint AS fingerprint, status, body, sealed_body AS "sealedBody"
                 FROM platform.idempotency_keys WHERE scope = $1 AND key = $2 AND kept_until > $3`;
    const parameters = [scopeOf(request), key, this.clock.now()];
    const [row] = tx
      ? await tx.query<Row[]>(sql, parameters)
      : await this.database.read<Row>(sql, parameters);
    return row;
  }

  /** False when something is remembered under this key already, which stays. */
  private async remember(request: KeyedRequest, { status, body }: Answer): Promise<boolean> {
    const { key, secret = false, keptMs = keptMsDefault } = request;
    const now = this.clock.now();
    const told = JSON.stringify(body ?? null);
    const rows = await this.database.transaction((tx) =>
      tx.query<unknown[]>(
        `INSERT INTO platform.idempotency_keys AS known
           (scope, key, content_fingerprint, status, body, sealed_body, created_at, kept_until)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
         ON CONFLICT ON CONSTRAINT idempotency_keys_pk DO UPDATE
         SET content_fingerprint = excluded.content_fingerprint, status = excluded.status, body = excluded.body,
             sealed_body = excluded.sealed_body, created_at = excluded.created_at, kept_until = excluded.kept_until
         WHERE known.kept_until <= excluded.created_at
         RETURNING true`,
        [
          ...[scopeOf(request), key, this.fingerprint(request), status],
          ...[secret ? 'null' : told, secret ? this.sealing.seal(Buffer.from(told)) : null],
          ...[now, new Date(now.getTime() + keptMs)],
        ],
      ),
    );
    return rows.length > 0;
  }

  private opened(sealed: Sealed): unknown {
    return JSON.parse(this.sealing.open(sealed).toString());
  }

  /** Keyed: what is fingerprinted can hold a password, and a plain hash of it could be searched through. */
  private fingerprint({ content }: KeyedRequest): Buffer {
    return this.sealing.fingerprint(canonicalJson(content));
  }
}

const scopeOf = ({ owner, operation }: Pick<KeyedRequest, 'owner' | 'operation'>) => `${owner} ${operation}`;

function keyInUse(): PlazaError {
  return new PlazaError(
    'conflict',
    'request.idempotency-key-in-use',
    'A request with this Idempotency-Key is still being worked on; ask again in a moment',
    { retryAfter: 1 },
  );
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
