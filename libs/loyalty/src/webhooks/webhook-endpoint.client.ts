/**
 * Calls an address that a partner has named. It must not lead to our own machines, wherever its name leads to at this moment and
 * wherever it sends us on to: redirects are not followed. Every call is a connection of its own, which is the one that was checked.
 */
import { request as requestHttp, type IncomingMessage } from 'node:http';
import { request as requestHttps } from 'node:https';
import { NotPublic, publicOnly, type Settings } from '@plaza/platform';
import type { EndpointAnswer } from './retry-schedule';
import { WebhookEndpoint, type WebhookMessage } from './webhook-endpoint';

/** What an endpoint says beside its status is not kept; more than this is not even listened to. */
const answerBytesMax = 64 * 1024;
const retryAfterCharactersMax = 100;

export class HttpWebhookEndpoint extends WebhookEndpoint {
  constructor(private readonly settings: Settings['webhooks']) {
    super();
  }

  async post(message: WebhookMessage): Promise<EndpointAnswer> {
    const beganAt = performance.now();
    const took = () => Math.round(performance.now() - beganAt);
    try {
      const { statusCode = 0, headers } = await this.send(message);
      const error = statusCode >= 300 && statusCode < 400 ? 'it sends us on, which is not followed' : null;
      const retryAfter = headers['retry-after']?.slice(0, retryAfterCharactersMax) ?? null;
      return { status: statusCode, error, retryAfter, tookMs: took() };
    } catch (error) {
      return { status: null, error: this.wordsFor(error), retryAfter: null, tookMs: took() };
    }
  }

  private send({ url, headers, body }: WebhookMessage): Promise<IncomingMessage> {
    return new Promise((resolve, reject) => {
      const target = new URL(url);
      const request = (target.protocol === 'https:' ? requestHttps : requestHttp)(
        target,
        {
          method: 'POST',
          agent: false,
          headers: {
            ...{ 'content-type': 'application/json; charset=utf-8', 'user-agent': 'Plaza-Webhooks/1' },
            ...{ 'content-length': Buffer.byteLength(body), ...headers },
          },
          signal: AbortSignal.timeout(this.settings.timeoutMs),
          ...(!this.settings.privateAddresses && publicOnly(target)),
        },
        (response) => {
          passOver(response);
          resolve(response);
        },
      );
      request.on('error', reject);
      request.end(body);
    });
  }

  /** For the partner to read, so it says nothing of what our own network looks like. */
  private wordsFor(error: unknown): string {
    if (error instanceof NotPublic) return 'its address is not public';
    const code = codeOf(error);
    if (code === 'ABORT_ERR') return `no answer within ${String(this.settings.timeoutMs)} ms`;
    if (/CERT|TLS|SSL|SIGNATURE|EPROTO/.test(code)) return `no secure connection: ${code}`;
    return wordsForCode[code] ?? 'no connection';
  }
}

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}

const wordsForCode: Record<string, string> = {
  ENOTFOUND: 'its name leads to no address',
  EAI_AGAIN: 'its name could not be looked up',
  ECONNREFUSED: 'it refuses connections',
  ECONNRESET: 'it broke the connection off',
};

function passOver(response: IncomingMessage): void {
  let bytes = 0;
  response.on('error', () => undefined);
  response.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > answerBytesMax) response.destroy();
  });
}
