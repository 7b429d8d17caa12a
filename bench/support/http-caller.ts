/**
 * A caller with one connection and one request under way. It speaks just enough HTTP/1.1 to measure a server that is known
 * to answer with a length: on a machine of two cores a complete client would take as much of them as the server.
 */
import { connect, type Socket } from 'node:net';

export interface Answer {
  status: number;
  body: string;
}

export interface Question {
  method: 'GET' | 'POST' | 'PUT';
  path: string;
  /** Complete header lines, each ended by CRLF. */
  headers: string;
  /** JSON text. */
  body?: string;
}

/** Whoever gets answers to questions. */
export interface Asker {
  /** @throws Error where there is no answer */
  ask(question: Question): Promise<Answer>;
}

interface Pending {
  resolve: (answer: Answer) => void;
  reject: (reason: Error) => void;
}

const headEnd = Buffer.from('\r\n\r\n');
const headBytesMax = 64 * 1024;
/** Whoever gets no byte for so long has no answer. */
const silenceMsMax = 30_000;

export class HttpCaller implements Asker {
  private pending: Pending | undefined;
  private received: Buffer = Buffer.alloc(0);

  private constructor(
    private readonly socket: Socket,
    private readonly host: string,
  ) {
    socket.setNoDelay(true);
    socket.on('data', (bytes: Buffer) => {
      this.take(bytes);
    });
    socket.on('error', (error) => {
      this.fail(error);
    });
    socket.setTimeout(silenceMsMax, () => {
      if (this.pending) socket.destroy();
    });
    socket.on('close', () => {
      this.fail(new Error(`${host} closed the connection`));
    });
  }

  static connect(url: string): Promise<HttpCaller> {
    const { hostname, port, host } = new URL(url);
    return new Promise((resolve, reject) => {
      const socket = connect({ host: hostname, port: Number(port) });
      socket.once('error', reject);
      socket.once('connect', () => {
        socket.off('error', reject);
        resolve(new HttpCaller(socket, host));
      });
    });
  }

  /** Posts JSON text. @param headers complete header lines, each ended by CRLF */
  post(path: string, headers: string, body: string): Promise<Answer> {
    return this.ask({ method: 'POST', path, headers, body });
  }

  ask({ method, path, headers, body }: Question): Promise<Answer> {
    if (this.pending) throw new Error('A caller has one request under way at a time');
    const content =
      body === undefined
        ? '\r\n'
        : `content-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
    return new Promise((resolve, reject) => {
      this.pending = { resolve, reject };
      this.socket.write(`${method} ${path} HTTP/1.1\r\nhost: ${this.host}\r\n${headers}${content}`);
    });
  }

  get isOpen(): boolean {
    return !this.socket.destroyed;
  }

  close(): void {
    this.socket.destroy();
  }

  private take(bytes: Buffer): void {
    this.received = this.received.length === 0 ? bytes : Buffer.concat([this.received, bytes]);
    const end = this.received.indexOf(headEnd);
    if (end < 0) {
      if (this.received.length > headBytesMax) this.fail(new Error('The head of an answer does not end'));
      return;
    }
    const head = this.received.toString('latin1', 0, end);
    const status = Number(head.slice(9, 12));
    const length = status === 204 ? '0' : /\r\ncontent-length: *(\d+)/i.exec(head)?.[1];
    if (length === undefined) {
      this.fail(new Error(`An answer without a length:\n${head}`));
      return;
    }
    const bodyFrom = end + headEnd.length;
    const bodyEnd = bodyFrom + Number(length);
    if (this.received.length < bodyEnd) return;
    const body = this.received.toString('utf8', bodyFrom, bodyEnd);
    this.received = this.received.subarray(bodyEnd);
    const { pending } = this;
    this.pending = undefined;
    pending?.resolve({ status, body });
  }

  private fail(error: Error): void {
    const { pending } = this;
    this.pending = undefined;
    pending?.reject(error);
  }
}
