/** A partner of Plaza that was set up by an admin, with a machine that has a token, and its members. */
import { z } from 'zod';
import { adminToken } from './admin';

const atATimeMax = 32;

export interface Partner {
  id: string;
  token: string;
  machine: Machine;
}

const machineSchema = z.object({ clientId: z.string(), clientSecret: z.string() });
type Machine = z.output<typeof machineSchema>;

/** @param environment that of the processes */
export async function partnerOf(url: string, environment: Record<string, string>): Promise<Partner> {
  const accessToken = await adminToken(url, environment);
  const partners = `${url}/v1/identity/partners`;
  const { id } = z
    .object({ id: z.string() })
    .parse(await post(partners, { name: 'Bench Coffee' }, accessToken));
  const scopes = ['loyalty:read', 'loyalty:write', 'loyalty:settings'];
  const wanted = { name: 'Till', scopes };
  const machine = machineSchema.parse(await post(`${partners}/${id}/clients`, wanted, accessToken));
  return { id, token: await tokenOf(url, machine), machine };
}

/** Good for minutes: whoever has done something long asks again. */
export async function tokenOf(url: string, { clientId, clientSecret }: Machine): Promise<string> {
  const form = { grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret };
  const answer = await fetch(`${url}/v1/oauth/token`, { method: 'POST', body: new URLSearchParams(form) });
  return z.object({ access_token: z.string() }).parse(await answer.json()).access_token;
}

/** @returns their external ids */
export async function membersOf(url: string, { token }: Partner, count: number): Promise<string[]> {
  const externalIds = Array.from({ length: count }, (_, at) => `member-${at + 1}`);
  for (let from = 0; from < count; from += atATimeMax) {
    const some = externalIds.slice(from, from + atATimeMax);
    await Promise.all(some.map((externalId) => post(`${url}/v1/loyalty/members`, { externalId }, token)));
  }
  return externalIds;
}

async function post(address: string, body: object, token?: string): Promise<unknown> {
  const answer = await fetch(address, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}: ${await answer.text()}`);
  return answer.json();
}
