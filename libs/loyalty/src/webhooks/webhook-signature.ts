/**
 * The headers by which a receiver knows that a delivery is ours, was not changed and is not an old one sent again
 * (Standard Webhooks 1.0.0, https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md).
 */
import { createHmac, randomBytes } from 'node:crypto';

const prefix = 'whsec_';
const secretBytes = 32;

/** 256 random bits in the form that the libraries of receivers read. */
export function newWebhookSecret(): string {
  return prefix + randomBytes(secretBytes).toString('base64');
}

export interface SignedContent {
  /** The same at every attempt: by it a receiver knows what it has. */
  id: string;
  /** When it is sent: receivers refuse what was signed minutes ago. */
  sentAt: Date;
  body: string;
  /** All that are good, the newest first. */
  secrets: readonly string[];
}

export function signatureHeaders({ id, sentAt, body, secrets }: SignedContent): Record<string, string> {
  const timestamp = String(Math.floor(sentAt.getTime() / 1_000));
  const signed = `${id}.${timestamp}.${body}`;
  return {
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': secrets.map((secret) => `v1,${signature(secret, signed)}`).join(' '),
  };
}

function signature(secret: string, signed: string): string {
  const key = Buffer.from(secret.slice(prefix.length), 'base64');
  return createHmac('sha256', key).update(signed).digest('base64');
}
