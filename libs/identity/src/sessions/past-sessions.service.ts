/**
 * Forgets what is long over: a month after a session ended, or could be carried on no more, nobody asks for it again. Claim codes
 * that expired go at once. Each is found by its index, a bounded number at a time.
 */
import { Injectable } from '@nestjs/common';
import { Clock, Database, type Tx } from '@plaza/platform';

export const pastKeptMs = 30 * 24 * 60 * 60 * 1000;
const tokensAtOnceMax = 2_000;
const codesAtOnceMax = 1_000;

@Injectable()
export class PastSessions {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** True when more may be left. */
  async forget(): Promise<boolean> {
    const now = this.clock.now();
    const tokens = await this.database.transaction((tx) =>
      forgetTokens(tx, new Date(now.getTime() - pastKeptMs)),
    );
    const codes = await this.database.transaction((tx) => forgetClaimCodes(tx, now));
    return tokens >= tokensAtOnceMax || codes === codesAtOnceMax;
  }
}

/** A session has a token from its beginning to its last, so one without any is over. */
async function forgetTokens(tx: Tx, before: Date): Promise<number> {
  const [forgotten] = await tx.query<[{ session_id: string }[], number]>(
    `DELETE FROM identity.refresh_tokens WHERE hash IN (
       (SELECT hash FROM identity.refresh_tokens WHERE expires_at < $1 ORDER BY expires_at LIMIT $2)
       UNION ALL
       (SELECT hash FROM identity.sessions JOIN identity.refresh_tokens ON refresh_tokens.session_id = sessions.id
        WHERE ended_at < $1 ORDER BY ended_at LIMIT $2)
     ) RETURNING session_id`,
    [before, tokensAtOnceMax],
  );
  const sessionIds = [...new Set(forgotten.map(({ session_id }) => session_id))];
  if (sessionIds.length > 0) {
    await tx.query(
      `DELETE FROM identity.sessions WHERE id = ANY ($1::uuid[])
         AND NOT EXISTS (SELECT FROM identity.refresh_tokens WHERE refresh_tokens.session_id = sessions.id)`,
      [sessionIds],
    );
  }
  return forgotten.length;
}

async function forgetClaimCodes(tx: Tx, before: Date): Promise<number> {
  const [, forgotten] = await tx.query<[unknown, number]>(
    `DELETE FROM identity.claim_codes WHERE customer_id IN
       (SELECT customer_id FROM identity.claim_codes WHERE expires_at < $1
        ORDER BY expires_at LIMIT $2)`,
    [before, codesAtOnceMax],
  );
  return forgotten;
}
