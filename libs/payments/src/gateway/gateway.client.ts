/**
 * Asks the gateway over HTTP. Only the status counts: 2xx approves, 4xx refuses, everything else is no answer;
 * so is a 4xx that says that it was not the moment. Node's own
 * client, because connections are kept, redirects are not followed, and no more of a body is read than is kept.
 */
import { Agent as HttpAgent, request as requestHttp, type IncomingMessage } from 'node:http';
import { Agent as HttpsAgent, request as requestHttps } from 'node:https';
import { Gateway, type GatewayAnswer, type GatewayRequest, type RefundRequest } from './gateway';
import { withoutCards } from './without-cards';

/** More is read than is kept, so that a card number at the cut is still seen as one. */
const readBytesMax = 2_048;
const keptCharactersMax = 1_000;
const idleSocketsMax = 512;
/** Request timeout, too early, too many requests: nothing about the payment. */
const notNow = new Set([408, 425, 429]);

export interface GatewayOptions {
  url: string;
  /** From the start of a request to the last byte of its answer. */
  timeoutMs: number;
  /** Where refunds are asked for, below the URL. */
  refundPath: string;
}

interface Posting {
  to: URL;
  /** By which a repeated request is known. */
  key: string;
  body: Record<string, unknown>;
  card?: string;
}

export class GatewayClient extends Gateway {
  private readonly paymentAddress: URL;
  private readonly refundAddress: URL;
  private readonly agent: HttpAgent;

  constructor(private readonly options: GatewayOptions) {
    super();
    this.paymentAddress = new URL(`${options.url}/payment`);
    this.refundAddress = new URL(`${options.url}${options.refundPath}`);
    const Agent = this.paymentAddress.protocol === 'https:' ? HttpsAgent : HttpAgent;
    this.agent = new Agent({ keepAlive: true, maxFreeSockets: idleSocketsMax });
  }

  ask(payment: GatewayRequest): Promise<GatewayAnswer> {
    const { paymentId, accountId, type, card, amount } = payment;
    const body = {
      payment_id: paymentId,
      account_id: accountId,
      payment_type: type,
      credit_card: card,
      amount,
    };
    return this.post({ to: this.paymentAddress, key: paymentId, body, card });
  }

  refund({ refundId, paymentId, amount }: RefundRequest): Promise<GatewayAnswer> {
    const body = { refund_id: refundId, payment_id: paymentId, amount };
    return this.post({ to: this.refundAddress, key: refundId, body });
  }

  /** Lets go of the connections that are kept. */
  close(): void {
    this.agent.destroy();
  }

  private post({ to, key, body: fields, card }: Posting): Promise<GatewayAnswer> {
    const body = JSON.stringify(fields);
    return new Promise((resolve) => {
      let status: number | null = null;
      const answer = (text: string) => {
        clearTimeout(timer);
        resolve({ ...meaningOf(status), text: withoutCards(text, card).slice(0, keptCharactersMax) });
      };
      const request = (to.protocol === 'https:' ? requestHttps : requestHttp)(to, {
        method: 'POST',
        agent: this.agent,
        headers: {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
          'idempotency-key': key,
        },
      });
      const timer = setTimeout(() => {
        request.destroy(new Error(`No answer within ${this.options.timeoutMs} ms`));
      }, this.options.timeoutMs);
      request.on('response', (response) => {
        status = response.statusCode ?? null;
        readStart(response, answer);
      });
      request.on('error', (error) => {
        // After a status came, the end of its body tells.
        if (status === null) answer(error.message);
      });
      request.end(body);
    });
  }
}

function meaningOf(status: number | null): Pick<GatewayAnswer, 'outcome' | 'httpStatus'> {
  if (status !== null && status >= 200 && status < 300) return { outcome: 'approved', httpStatus: status };
  if (status !== null && status >= 400 && status < 500 && !notNow.has(status)) {
    return { outcome: 'refused', httpStatus: status };
  }
  return { outcome: 'unknown', httpStatus: status };
}

/** Tells the beginning of a body once it has ended, was cut, or has grown too long to be waited for. */
function readStart(response: IncomingMessage, tell: (start: string) => void): void {
  const chunks: Buffer[] = [];
  let bytes = 0;
  const done = () => {
    tell(Buffer.concat(chunks).subarray(0, readBytesMax).toString('utf8'));
  };
  response.on('data', (chunk: Buffer) => {
    chunks.push(chunk);
    bytes += chunk.length;
    if (bytes > readBytesMax) response.destroy();
  });
  // Comes after the end, a cut and a timeout alike.
  response.on('close', done);
  response.on('error', () => undefined);
}
