/**
 * Hands mail over by SMTP. Every attempt at a mail has the same Message-ID, by which a recipient's server can tell a repeat. What is
 * said of one mail or its recipient concerns that mail; everything else means that the server takes nothing now.
 */
import { createTransport } from 'nodemailer';
import type { Attachment } from './mail';
import { MailServer, type Handover, type OutgoingMail } from './mail-server';

const connectTimeoutMs = 10_000;
const silenceMsMax = 30_000;
const connectionsMax = 4;
const idleMsMax = 30_000;
const detailCharactersMax = 200;
/** RFC 5321: the service is not available and the server closes the connection. */
const notAvailable = 421;

export interface SmtpOptions {
  /** `smtp://user:password@host:port`, or `smtps://`. */
  url: string;
  /** As in `Plaza <plaza@example.org>`. */
  from: string;
}

export class SmtpMailServer extends MailServer {
  private readonly transport;
  private readonly domain: string;

  constructor({ url, from }: SmtpOptions) {
    super();
    this.domain = /@([^@>]+)>?$/.exec(from)?.[1] ?? 'localhost';
    this.transport = createTransport(
      {
        url,
        pool: true,
        maxConnections: connectionsMax,
        // Whether and when it is tried again is decided by the mail's row.
        maxRequeues: 0,
        connectionTimeout: connectTimeoutMs,
        greetingTimeout: connectTimeoutMs,
        dnsTimeout: connectTimeoutMs,
        socketTimeout: silenceMsMax,
        idleTimeout: idleMsMax,
      },
      { from, disableFileAccess: true, disableUrlAccess: true },
    );
  }

  async handOver({
    id,
    recipient,
    html,
    attachments,
    createdAt,
    ...content
  }: OutgoingMail): Promise<Handover> {
    try {
      const { response } = await this.transport.sendMail({
        ...content,
        // An address by itself, so that nothing in it is read as a second one.
        to: { name: '', address: recipient },
        ...(html !== null && { html }),
        attachments: attachments.map(inMessage),
        messageId: `<${id}@${this.domain}>`,
        date: createdAt,
        headers: { 'Auto-Submitted': 'auto-generated' },
      });
      return { outcome: 'sent', detail: response.slice(0, detailCharactersMax) };
    } catch (error) {
      return { outcome: outcomeOf(error), detail: messageOf(error).slice(0, detailCharactersMax) };
    }
  }

  /** Lets go of the connections that are kept. */
  close(): void {
    this.transport.close();
  }
}

function inMessage({ filename, contentType, content, contentId }: Attachment) {
  return {
    filename,
    contentType,
    content,
    ...(contentId !== undefined && { cid: contentId, contentDisposition: 'inline' as const }),
  };
}

/** A refused sender is our own fault and the same for every mail, so it is no reason to give this one up. */
function outcomeOf(error: unknown): Handover['outcome'] {
  const [code, responseCode, command] = ['code', 'responseCode', 'command'].map((name) =>
    fieldOf(error, name),
  );
  if (code !== 'EENVELOPE' && code !== 'EMESSAGE') return 'away';
  if (typeof responseCode !== 'number' || responseCode === notAvailable || command === 'MAIL FROM')
    return 'away';
  return responseCode >= 500 ? 'refused' : 'later';
}

function fieldOf(error: unknown, name: string): unknown {
  return error instanceof Error ? Reflect.get(error, name) : undefined;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
