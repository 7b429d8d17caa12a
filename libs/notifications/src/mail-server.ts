/** The stranger who carries mail to where it is read. */
import type { Attachment } from './mail';

export interface OutgoingMail {
  /** Ours, and the same at every attempt: the message's own id is made of it. */
  id: string;
  recipient: string;
  subject: string;
  text: string;
  html: string | null;
  attachments: Attachment[];
  createdAt: Date;
}

/**
 * What came of handing a mail over once. `sent`: it was accepted, and is the server's business from here on. `captured`: there is
 * no server, it stays with us. `refused`: it will never take this mail. `later`: not now, this one. `away`: it takes nothing now.
 */
export interface Handover {
  outcome: 'sent' | 'captured' | 'refused' | 'later' | 'away';
  /** What it said, or what went wrong. */
  detail: string;
}

export abstract class MailServer {
  /** Tries once; never throws. */
  abstract handOver(mail: OutgoingMail): Promise<Handover>;
}
