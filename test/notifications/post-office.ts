/** A real SMTP server that a test can make fail, and that remembers whatever it accepted. */
import { createHash } from 'node:crypto';
import { text } from 'node:stream/consumers';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import type { AddressInfo } from 'node:net';

export interface AcceptedMail {
  recipient: string;
  /** The message with its headers, as it came. */
  message: string;
}

/** What it does at a step: goes on, refuses with a code, or cuts the line. */
export type Treatment = 'accept' | 'cut' | number;

export class PostOffice {
  readonly accepted: AcceptedMail[] = [];
  atRecipient: (recipient: string) => Treatment = () => 'accept';
  atMessage: (recipient: string) => Treatment = () => 'accept';

  private constructor(
    private readonly server: SMTPServer,
    private readonly port: number,
  ) {}

  static async open(options: SMTPServerOptions = {}): Promise<PostOffice> {
    const office: { it?: PostOffice } = {};
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onRcptTo: ({ address }, session, done) => {
        office.it?.treat(office.it.atRecipient(address), session.id, done);
      },
      onData: (stream, session, done) => {
        void text(stream).then((message) => {
          const recipient = session.envelope.rcptTo[0]?.address ?? '';
          const treatment = office.it?.atMessage(recipient) ?? 'accept';
          if (treatment === 'accept') office.it?.accepted.push({ recipient, message });
          office.it?.treat(treatment, session.id, done);
        });
      },
      ...options,
    });
    server.on('error', () => undefined);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    office.it = new PostOffice(server, (server.server.address() as AddressInfo).port);
    return office.it;
  }

  get url(): string {
    return `smtp://127.0.0.1:${String(this.port)}`;
  }

  get recipients(): string[] {
    return this.accepted.map(({ recipient }) => recipient).sort();
  }

  /** Forgets what it accepted, and accepts everything. */
  clear(): void {
    this.accepted.length = 0;
    this.atRecipient = this.atMessage = () => 'accept';
  }

  close(): Promise<void> {
    return new Promise((resolve) => {
      this.server.close(resolve);
    });
  }

  private treat(treatment: Treatment, sessionId: string, done: (error?: Error | null) => void): void {
    if (treatment === 'accept') done();
    else if (treatment === 'cut') this.cut(sessionId);
    else done(Object.assign(new Error('Not like this'), { responseCode: treatment }));
  }

  private cut(sessionId: string): void {
    for (const connection of this.server.connections) {
      const { id, _socket: socket } = connection as unknown as { id: string; _socket: { destroy(): void } };
      if (id === sessionId) socket.destroy();
    }
  }
}

/** Fails half of the time, in these ways; which time that is depends on nothing but the recipient and how often it was tried. */
export function badDay(step: string, ways: Treatment[]): (recipient: string) => Treatment {
  const tries = new Map<string, number>();
  return (recipient) => {
    const turn = (tries.get(recipient) ?? 0) + 1;
    tries.set(recipient, turn);
    const lot = createHash('sha256')
      .update(`${step} ${recipient} ${String(turn)}`)
      .digest()
      .readUInt16LE(0);
    return lot % 2 === 0 ? 'accept' : (ways[(lot >> 1) % ways.length] ?? 'accept');
  };
}
