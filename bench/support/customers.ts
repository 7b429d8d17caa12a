/** Customers of Plaza who have registered and signed in like everybody else. */
import { z } from 'zod';

const signedInSchema = z.object({ accessToken: z.string() });
/** Hashing passwords keeps the server busy; more at a time would only wait for each other. */
const atATimeMax = 4;

/** @returns an access token for each */
export async function signedInCustomers(url: string, count: number): Promise<string[]> {
  const tokens: string[] = [];
  for (let from = 0; from < count; from += atATimeMax) {
    const numbers = Array.from({ length: Math.min(atATimeMax, count - from) }, (_, at) => from + at);
    tokens.push(...(await Promise.all(numbers.map((number) => signIn(url, `bench-${number}`)))));
  }
  return tokens;
}

async function signIn(url: string, username: string): Promise<string> {
  const password = `a long password of ${username}`;
  await post(`${url}/v1/identity/register`, { username, email: `${username}@example.com`, password });
  return signedInSchema.parse(await post(`${url}/v1/identity/token`, { username, password })).accessToken;
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
