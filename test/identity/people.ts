/** People who come to Plaza in these tests. */
import type { Profile, SessionTokens } from '@plaza/identity';
import type { Client } from '#test/client';
import type { World } from '#test/world';

export const password = 'correct horse battery';

let people = 0;

/** Details that nobody has registered yet in this file. */
export function somebody() {
  people += 1;
  const username = `somebody.${String(people)}`;
  return { username, email: `${username}@example.com`, password };
}

export interface SignedIn {
  profile: Profile;
  tokens: SessionTokens;
  client: Client;
}

/** Registers and signs in. */
export async function signedIn(world: World): Promise<SignedIn> {
  const details = somebody();
  const { body: profile } = await world.anyone.post<Profile>('/v1/identity/register', details);
  return { profile, ...(await signIn(world, details.username)) };
}

export async function signIn(world: World, username: string): Promise<Omit<SignedIn, 'profile'>> {
  const { body: tokens } = await world.anyone.post<SessionTokens>('/v1/identity/token', {
    username,
    password,
  });
  return { tokens, client: world.anyone.withToken(tokens.accessToken) };
}

export function refresh(world: World, refreshToken: string) {
  return world.anyone.post<SessionTokens & { code?: string }>('/v1/identity/token/refresh', { refreshToken });
}
