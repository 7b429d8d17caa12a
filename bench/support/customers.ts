/** Customers of Plaza who have registered and signed in like everybody else. */
import { z } from 'zod';

const sessionSchema = z.object({ accessToken: z.string() });
/** Hashing passwords keeps the server busy; more at a time would only wait for each other. */
const atATimeMax = 4;

export interface SignedIn extends z.output<typeof sessionSchema> {
  username: string;
  password: string;
}

/** @returns an access token for each */
export async function signedInCustomers(url: string, count: number): Promise<string[]> {
  return (await customerSessions(url, count)).map(({ accessToken }) => accessToken);
}

export async function customerSessions(url: string, count: number): Promise<SignedIn[]> {
  const sessions: SignedIn[] = [];
  for (let from = 0; from < count; from += atATimeMax) {
    const numbers = Array.from({ length: Math.min(atATimeMax, count - from) }, (_, at) => from + at);
    sessions.push(...(await Promise.all(numbers.map((number) => signIn(url, `bench-${number}`)))));
  }
  return sessions;
}

async function signIn(url: string, username: string): Promise<SignedIn> {
  const password = `a long password of ${username}`;
  await post(`${url}/v1/identity/register`, { username, email: `${username}@example.com`, password });
  const session = sessionSchema.parse(await post(`${url}/v1/identity/token`, { username, password }));
  return { username, password, ...session };
}

async function post(url: string, body: object): Promise<unknown> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}: ${await answer.text()}`);
  return answer.json();
}
