/**
 * The line between Plaza and the third party, which writes down what goes over it. The third party keeps its record in memory and
 * is itself killed; what it has said before counts all the same, and is known here.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';

/** Longer than the third party hangs. */
const answerWithinMs = 60_000;

/** The gateway's first clear word about a payment. */
export type Word = 'approved' | 'refused';

export interface TakenReport {
  paymentId: string | null;
  description: string;
  /** How often the third party had begun anew by then: it does not remember what it was told before that. */
  life: number;
}

export class Line {
  readonly words = new Map<string, Word>();
  readonly reports: TakenReport[] = [];
  /** In what words the gateway was asked about each payment, the idempotency key among them; as JSON, each way once. */
  readonly askings = new Map<string, Set<string>>();
  private life = 0;
  /** Nothing gets through. */
  private isCut = false;
  private server: Server | undefined;

  /** @param target where the third party listens, asked anew for every request */
  constructor(private readonly target: () => string) {}

  async open(): Promise<string> {
    const server = createServer((request, response) => {
      this.carry(request, response).catch(() => request.socket.resetAndDestroy());
    });
    this.server = server;
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    if (typeof address !== 'object' || address === null) throw new Error('The line has no address');
    return `http://127.0.0.1:${address.port}`;
  }

  async close(): Promise<void> {
    this.server?.closeAllConnections();
    await new Promise((resolve) => this.server?.close(resolve));
  }

  /** Forgets what was said, for another round with another seed. */
  clear(): void {
    this.words.clear();
    this.askings.clear();
    this.reports.length = 0;
    this.life = 0;
  }

  /** Another life of the third party; what reached it after its start and before that of its simulation would be forgotten within one. */
  async beginAnew(begin: () => Promise<void>): Promise<void> {
    this.isCut = true;
    await begin();
    this.life += 1;
    this.isCut = false;
  }

  private async carry(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await buffer(request);
    const { method = 'GET', url = '/', headers } = request;
    if (this.isCut) throw new Error('Nobody is there');
    const key = headers['idempotency-key'];
    if (url === '/payment') this.noteAsking(body, String(key));
    // Whoever answers this is alive now, though it may be dead by the time its answer is here.
    const { life } = this;
    const answer = await fetch(new URL(url, this.target()), {
      method,
      headers: {
        'content-type': headers['content-type'] ?? 'application/json',
        ...(typeof key === 'string' && { 'idempotency-key': key }),
      },
      ...(body.length > 0 && { body }),
      // Whoever asked may be killed meanwhile; what the third party did counts all the same, so its word is waited for.
      signal: AbortSignal.timeout(answerWithinMs),
    });
    const said = Buffer.from(await answer.arrayBuffer());
    if (method === 'POST') this.note(url, body, { status: answer.status, life });
    response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? 'text/plain' });
    response.end(said);
  }

  private noteAsking(body: Buffer, key: string): void {
    const asked = JSON.parse(body.toString()) as Record<string, unknown>;
    const id = String(asked['payment_id']);
    const ways = this.askings.get(id) ?? new Set<string>();
    this.askings.set(id, ways.add(JSON.stringify({ key, ...asked })));
  }

  private note(url: string, body: Buffer, { status, life }: { status: number; life: number }): void {
    const told = JSON.parse(body.toString()) as Record<string, unknown>;
    const id = typeof told['payment_id'] === 'string' ? told['payment_id'] : null;
    if (url === '/payment' && id !== null && status < 500 && !this.words.has(id)) {
      this.words.set(id, status < 300 ? 'approved' : 'refused');
    }
    if (url === '/log' && status < 300) {
      this.reports.push({ paymentId: id, description: String(told['error_description']), life });
    }
  }
}
