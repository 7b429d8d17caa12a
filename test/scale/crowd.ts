/**
 * Many customers with tokens, made without hashing a password for each: they are in the database as if they had registered, and
 * their tokens are signed by the keys that every process of a test has.
 */
import { randomUUID } from 'node:crypto';
import { JwtService } from '@nestjs/jwt';
import { withClient } from '@plaza/engines';
import { tokenAudience, tokenIssuer, TokenKeys } from '@plaza/identity';
import type { FreshDatabase } from '#test/database';
import { testKeys } from '#test/keys';

export interface Member {
  id: string;
  token: string;
}

const tokenSeconds = 600;

/** @returns so many customers (or staff) who have just signed in */
export async function crowd(
  database: FreshDatabase,
  count: number,
  role: 'customer' | 'staff' = 'customer',
): Promise<Member[]> {
  const users = Array.from({ length: count }, () => ({ id: randomUUID(), session: randomUUID() }));
  await withClient(database.ownerUrl, async (client) => {
    const ids = users.map(({ id }) => id);
    await client.query(
      `INSERT INTO identity.users (id, username, email, password_hash, role, created_at)
       SELECT id, 'member-' || id, id || '@example.org', 'none', $2, now() FROM unnest($1::uuid[]) AS id`,
      [ids, role],
    );
    await client.query(
      `INSERT INTO identity.sessions (id, user_id, created_at)
       SELECT id, user_id, now() FROM unnest($1::uuid[], $2::uuid[]) AS session (id, user_id)`,
      [users.map(({ session }) => session), ids],
    );
  });
  return users.map(({ id, session }) => ({ id, token: signed({ role, sub: id, sid: session }) }));
}

/** A machine of a partner that nobody has set up, which its token does not tell. */
export function partnerMachine(): { partnerId: string; token: string } {
  const partnerId = randomUUID();
  const scope = 'loyalty:read loyalty:write loyalty:settings';
  return { partnerId, token: signed({ sub: randomUUID(), scope, partner: partnerId }) };
}

function signed(claims: Record<string, string>): string {
  const { kid, privateKey } = new TokenKeys([testKeys.JWT_PRIVATE_KEYS]).signing;
  const jwt = new JwtService({ privateKey, signOptions: { algorithm: 'RS256', keyid: kid } });
  const iat = Math.floor(Date.now() / 1000);
  return jwt.sign({ ...claims, iss: tokenIssuer, aud: tokenAudience, iat, exp: iat + tokenSeconds });
}
