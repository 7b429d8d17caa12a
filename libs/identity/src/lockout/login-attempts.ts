/**
 * Slows down whoever guesses passwords and secrets. Failures are counted per account (whether there is one or not, so that
 * answers stay equal) and per address; too many lock it for a while, each time for longer. An account that once signed in from an
 * address is counted apart there, so that no stranger elsewhere can keep its owner out for ever.
 */
import { Injectable } from '@nestjs/common';
import { Clock, Database, PlazaError, Sealing, type Tx } from '@plaza/platform';
import { signInLocked, tooManyPasswords } from '../identity.errors';

export interface Attempt {
  /** People are known by username, machines by client id: two names, never mixed. */
  kind: 'user' | 'client';
  name: string;
  /** Where it comes from. */
  address: string;
}

interface Row {
  key: Buffer;
  failures: number;
  locked_until: Date | null;
  keep_until: Date;
}

const minuteMs = 60_000;
const windowMs = 15 * minuteMs;
const firstLockMs = minuteMs;
const lockMsMax = 15 * minuteMs;
const accountFailuresMax = 5;
/** A shop's tills, or a village behind one address, mistype more often than one person. */
const addressFailuresMax = 100;
const failuresCountedMax = 1_000;
/** How long an address stays familiar after a sign-in; noted again at most once a day. */
const familiarMs = 30 * 24 * 60 * minuteMs;
const familiarAgainMs = 24 * 60 * minuteMs;
/** Of one account, in one process. */
const inLineMax = 100;
const purgedAtOnceMax = 5_000;

@Injectable()
export class LoginAttempts {
  /** Attempts at one account are worked one after the other, so that each knows of the failure before it. */
  private readonly lines = new Map<string, { last: Promise<void>; length: number }>();

  constructor(
    private readonly database: Database,
    private readonly sealing: Sealing,
    private readonly clock: Clock,
  ) {}

  /**
   * Does `work` unless too many attempts failed; a refusal of the credentials counts as one more, success clears the account.
   * @param work refuses wrong credentials with a PlazaError of kind `unauthenticated`
   * @throws PlazaError `identity.sign-in-locked` without doing anything; `identity.busy`; whatever `work` throws
   */
  watch<T>(attempt: Attempt, work: () => Promise<T>): Promise<T> {
    const keys = this.keysOf(attempt);
    return this.inLine(keys.account.toString('hex'), () => this.attempt(keys, work));
  }

  /** Forgets what no longer counts; true when more may be left. */
  async forgetOld(): Promise<boolean> {
    const [, forgotten] = await this.database.transaction((tx) =>
      tx.query<[unknown, number]>(
        `DELETE FROM identity.login_attempts WHERE key IN
           (SELECT key FROM identity.login_attempts WHERE keep_until < $1 LIMIT $2 FOR UPDATE SKIP LOCKED)`,
        [this.clock.now(), purgedAtOnceMax],
      ),
    );
    return forgotten === purgedAtOnceMax;
  }

  private async attempt<T>(keys: Keys, work: () => Promise<T>): Promise<T> {
    const known = await this.known(keys);
    const familiar = known(keys.pair);
    const account = familiar ? keys.pair : keys.account;
    this.refuseLocked([known(account), known(keys.address)]);
    try {
      const result = await work();
      if ((familiar?.failures ?? 0) > 0 || known(keys.account) || this.isToBeNoted(familiar)) {
        await this.succeeded(keys);
      }
      return result;
    } catch (error) {
      if (error instanceof PlazaError && error.kind === 'unauthenticated') {
        await this.failed(account, keys.address);
      }
      throw error;
    }
  }

  private keysOf({ kind, name, address }: Attempt): Keys {
    const account = `${kind} ${name.toLowerCase()}`;
    const fingerprint = (text: string) => this.sealing.fingerprint(`login attempt ${text}`);
    return {
      account: fingerprint(account),
      pair: fingerprint(`${account} at ${address}`),
      address: fingerprint(`address ${address}`),
    };
  }

  private async known({ account, pair, address }: Keys): Promise<(key: Buffer) => Row | undefined> {
    const rows = await this.database.read<Row>(
      `SELECT key, failures, locked_until, keep_until FROM identity.login_attempts
       WHERE key = ANY ($1) AND keep_until > $2`,
      [[account, pair, address], this.clock.now()],
    );
    return (key) => rows.find((row) => row.key.equals(key));
  }

  private refuseLocked(rows: (Row | undefined)[]): void {
    const nowMs = this.clock.now().getTime();
    const untilMs = Math.max(...rows.map((row) => row?.locked_until?.getTime() ?? 0));
    if (untilMs > nowMs) throw signInLocked(Math.ceil((untilMs - nowMs) / 1000));
  }

  private isToBeNoted(familiar: Row | undefined): boolean {
    if (!familiar) return true;
    return familiar.keep_until.getTime() - this.clock.now().getTime() < familiarMs - familiarAgainMs;
  }

  private async failed(account: Buffer, address: Buffer): Promise<void> {
    // Always in this order, so that no two wait for each other.
    await this.database.transaction(async (tx) => {
      await this.count(tx, account, accountFailuresMax);
      await this.count(tx, address, addressFailuresMax);
    });
  }

  /** One statement counts and decides, so that failures at the same time in several processes all count. */
  private async count(tx: Tx, key: Buffer, failuresMax: number): Promise<void> {
    await tx.query(
      `INSERT INTO identity.login_attempts AS known (key, failures, since, keep_until)
       VALUES ($1, 1, $2, $2::timestamptz + $3::float8 * interval '1 ms')
       ON CONFLICT ON CONSTRAINT login_attempts_pk DO UPDATE
       SET (failures, since, locked_until, keep_until) = (
         SELECT next.failures, next.since, next.locked_until,
                greatest(known.keep_until, coalesce(next.locked_until, $2) + $3::float8 * interval '1 ms')
         FROM (
           SELECT streak.failures, streak.since,
                  CASE WHEN known.locked_until > $2 THEN known.locked_until
                       WHEN streak.failures >= $4 THEN $2::timestamptz + interval '1 ms' *
                         least($6::float8, $5::float8 * 2 ^ least(streak.failures - $4, 30))
                  END AS locked_until
           FROM (
             SELECT CASE WHEN over THEN 1 WHEN known.locked_until > $2 THEN known.failures
                         ELSE least(known.failures + 1, $7) END AS failures,
                    CASE WHEN over THEN $2 ELSE known.since END AS since
             FROM (SELECT known.failures = 0
                     OR coalesce(known.locked_until, known.since) <= $2::timestamptz - $3::float8 * interval '1 ms'
                   AS over) AS earlier
           ) AS streak
         ) AS next
       )`,
      [key, this.clock.now(), windowMs, failuresMax, firstLockMs, lockMsMax, failuresCountedMax],
    );
  }

  private async succeeded({ account, pair }: Keys): Promise<void> {
    const now = this.clock.now();
    await this.database.transaction(async (tx) => {
      await tx.query('DELETE FROM identity.login_attempts WHERE key = $1', [account]);
      await tx.query(
        `INSERT INTO identity.login_attempts (key, failures, since, keep_until) VALUES ($1, 0, $2, $3)
         ON CONFLICT ON CONSTRAINT login_attempts_pk DO UPDATE
         SET failures = 0, locked_until = NULL, since = excluded.since, keep_until = excluded.keep_until`,
        [pair, now, new Date(now.getTime() + familiarMs)],
      );
    });
  }

  private async inLine<T>(account: string, work: () => Promise<T>): Promise<T> {
    const line = this.lines.get(account) ?? { last: Promise.resolve(), length: 0 };
    if (line.length >= inLineMax) throw tooManyPasswords();
    this.lines.set(account, line);
    line.length += 1;
    const result = line.last.then(work);
    line.last = result.then(
      () => undefined,
      () => undefined,
    );
    try {
      return await result;
    } finally {
      line.length -= 1;
      if (line.length === 0) this.lines.delete(account);
    }
  }
}

interface Keys {
  account: Buffer;
  /** The account at this address. */
  pair: Buffer;
  address: Buffer;
}
