/**
 * Asks a stranger over HTTP and follows where it sends us on to, within bounds: a few times, never from https to http, never from a
 * public address to one that only we can reach; and the token goes to its own host and to those that the operator trusts, to no other.
 */
import { request as requestHttp, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as requestHttps } from 'node:https';
import { publicOnly } from '@plaza/platform';

const redirectsMax = 5;
const redirecting = new Set([307, 308]);

export interface Guard {
  /** Where it begins; whoever configured it may point at a machine of ours. */
  home: URL;
  token: string | null;
  /** Hosts beside its own that may have the token; one that begins with a dot stands for all below it. */
  trustedHosts: readonly string[];
}

export interface Wish {
  method: 'GET' | 'PUT';
  headers: Record<string, string>;
  body?: string;
  signal: AbortSignal;
}

/** @throws Error when there is no answer, or it leads where it may not */
export async function guardedRequest(address: URL, wish: Wish, guard: Guard): Promise<IncomingMessage> {
  let target = withToken(address, guard);
  for (let redirects = 0; ; redirects += 1) {
    const response = await once(target, wish, guard);
    if (!redirecting.has(response.statusCode ?? 0)) return response;
    response.resume();
    if (redirects === redirectsMax) throw new Error(`It sent us on more than ${String(redirectsMax)} times`);
    target = withToken(nextAddress(target, response.headers.location), guard);
  }
}

function nextAddress(from: URL, location: string | undefined): URL {
  if (location === undefined || !URL.canParse(location, from.href))
    throw new Error('It sent us on to no address');
  const next = new URL(location, from);
  if (!/^https?:$/.test(next.protocol)) throw new Error('It sent us on to something else than http');
  if (from.protocol === 'https:' && next.protocol === 'http:')
    throw new Error('It sent us on from https to http');
  next.username = next.password = next.hash = '';
  return next;
}

/** A token that the stranger itself put into an address for another host is taken out as well. */
function withToken(address: URL, { home, token, trustedHosts }: Guard): URL {
  const target = new URL(address);
  target.searchParams.delete('auth');
  if (token !== null && isTrusted(target, home, trustedHosts)) target.searchParams.set('auth', token);
  return target;
}

function isTrusted({ hostname }: URL, home: URL, trustedHosts: readonly string[]): boolean {
  const isNamed = (host: string) => (host.startsWith('.') ? hostname.endsWith(host) : hostname === host);
  return hostname === home.hostname || trustedHosts.some(isNamed);
}

function once(target: URL, { method, headers, body, signal }: Wish, guard: Guard): Promise<IncomingMessage> {
  const isOurs = isTrusted(target, guard.home, guard.trustedHosts);
  const options: RequestOptions = {
    method,
    headers: { ...headers, ...(body !== undefined && { 'content-length': Buffer.byteLength(body) }) },
    signal,
    ...(!isOurs && publicOnly(target)),
  };
  return new Promise((resolve, reject) => {
    const request = (target.protocol === 'https:' ? requestHttps : requestHttp)(target, options, resolve);
    request.on('error', reject);
    request.end(body);
  });
}
