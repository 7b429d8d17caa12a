/*
 * Sends a topic's messages to a shop's HTTP feed, one message a line, for shops that run without Kafka. The machine credentials
 * are exchanged for a short token (OAuth 2 client credentials, RFC 6749 section 4.4) that both topics share.
 */
import { z } from 'zod';
import { DeliveryFault, messageOf, systemCodeOf, type Destination } from './destination';
import type { Topic } from './message-cases';

const requestTimeoutMs = 30_000;
const retryAfterMsMax = 30_000;
/** A token is renewed so long before it ends, or at half its life where that is shorter. */
const renewalMs = 30_000;

export interface FeedOptions {
  /** The shop's address without path, such as http://127.0.0.1:3000. */
  readonly url: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

const tokenAnswer = z.object({ access_token: z.string().min(1), expires_in: z.number().positive() });

export class FeedToken {
  #token: { readonly value: string; readonly renewAt: number } | undefined;

  constructor(private readonly feed: FeedOptions) {}

  async value(signal: AbortSignal): Promise<string> {
    if (this.#token !== undefined && this.#token.renewAt > performance.now()) return this.#token.value;
    const answer = await post(`${this.feed.url}/v1/oauth/token`, this.#request(), signal, 'no');
    const text = await answer.text();
    if (!answer.ok)
      throw new DeliveryFault(`The shop gave no token: ${answer.status} ${shortened(text)}`, 'no');
    const { access_token, expires_in } = tokenAnswer.parse(JSON.parse(text));
    const lifeMs = expires_in * 1_000;
    this.#token = {
      value: access_token,
      renewAt: performance.now() + Math.max(lifeMs / 2, lifeMs - renewalMs),
    };
    return access_token;
  }

  /** After the shop refused it, whatever the clock says. */
  forget(): void {
    this.#token = undefined;
  }

  #request(): RequestInit {
    const { clientId, clientSecret } = this.feed;
    // RFC 6749 section 2.3.1: both are form-encoded before they are joined.
    const credentials = `${encodeURIComponent(clientId)}:${encodeURIComponent(clientSecret)}`;
    return {
      headers: { authorization: `Basic ${Buffer.from(credentials).toString('base64')}` },
      body: new URLSearchParams({ grant_type: 'client_credentials', scope: 'payments:feed' }),
    };
  }
}

export class FeedDestination implements Destination {
  readonly #url: string;

  constructor(
    feed: FeedOptions,
    private readonly token: FeedToken,
    topic: Topic,
  ) {
    this.#url = `${feed.url}/v1/payments/messages?topic=${topic}`;
  }

  async prepare(signal: AbortSignal): Promise<void> {
    await this.token.value(signal);
  }

  async send(messages: readonly Buffer[], signal: AbortSignal): Promise<void> {
    const request = {
      headers: {
        authorization: `Bearer ${await this.token.value(signal)}`,
        'content-type': 'application/x-ndjson',
      },
      body: linesOf(messages),
    };
    const answer = await post(this.#url, request, signal, 'perhaps');
    const text = await answer.text().catch(() => '');
    if (answer.status === 401) this.token.forget();
    if (answer.ok) return;
    throw new DeliveryFault(
      `The shop's feed answered ${answer.status}: ${shortened(text)}`,
      answer.status >= 500 ? 'perhaps' : 'no',
      retryAfterMsOf(answer),
    );
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}

async function post(
  url: string,
  request: RequestInit,
  signal: AbortSignal,
  inDoubt: DeliveryFault['arrived'],
): Promise<Response> {
  try {
    const bounded = AbortSignal.any([signal, AbortSignal.timeout(requestTimeoutMs)]);
    return await fetch(url, { ...request, method: 'POST', redirect: 'manual', signal: bounded });
  } catch (fault) {
    const code = systemCodeOf(fault);
    const detail = code === '' ? messageOf(fault) : `${messageOf(fault)} (${code})`;
    throw new DeliveryFault(`${url}: ${detail}`, neverConnected.has(code) ? 'no' : inDoubt);
  }
}

const neverConnected = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

const newline = Buffer.from('\n');

function linesOf(messages: readonly Buffer[]): Uint8Array<ArrayBuffer> {
  return Buffer.concat(messages.flatMap((message) => [message, newline]));
}

function retryAfterMsOf(answer: Response): number {
  const seconds = Number(answer.headers.get('retry-after') ?? 0);
  return Number.isFinite(seconds) ? Math.min(Math.max(0, seconds * 1_000), retryAfterMsMax) : 0;
}

function shortened(text: string): string {
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}
