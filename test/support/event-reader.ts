/** A listener to server-sent events, as a client program would be one: it reads what comes and tells it when it is asked. */
import { eventually } from './eventually';

export interface HeardEvent {
  id: string;
  event: string;
  data: Record<string, unknown>;
}

export class EventReader {
  readonly events: HeardEvent[] = [];
  /** Everything that came, comments included. */
  text = '';
  ended = false;
  private read = 0;
  private readonly reading: Promise<void>;

  private constructor(
    readonly response: Response,
    private readonly abort: AbortController,
  ) {
    this.reading = this.readAll().catch(() => undefined);
  }

  static async open(
    url: string | URL,
    token: string,
    headers: Record<string, string> = {},
  ): Promise<EventReader> {
    const abort = new AbortController();
    const response = await fetch(url, {
      headers: { accept: 'text/event-stream', authorization: `Bearer ${token}`, ...headers },
      signal: abort.signal,
    });
    return new EventReader(response, abort);
  }

  /** Waits until so many events have come. */
  heard(count: number): Promise<HeardEvent[]> {
    return eventually(() => {
      if (this.events.length < count) throw new Error(`Heard so far: ${this.text}`);
      return this.events;
    });
  }

  /** Waits until the server has ended the stream. */
  end(): Promise<void> {
    return eventually(() => {
      if (!this.ended) throw new Error(`The stream goes on after: ${this.text}`);
    });
  }

  async close(): Promise<void> {
    this.abort.abort();
    await this.reading;
  }

  private async readAll(): Promise<void> {
    const decoder = new TextDecoder();
    for await (const chunk of this.response.body ?? []) {
      this.text += decoder.decode(chunk as Uint8Array, { stream: true });
      this.takeWhole();
    }
    this.ended = true;
  }

  private takeWhole(): void {
    for (let at = this.text.indexOf('\n\n', this.read); at >= 0; at = this.text.indexOf('\n\n', this.read)) {
      const block = this.text.slice(this.read, at);
      this.read = at + 2;
      const fields = new Map(
        block.split('\n').map((line) => {
          const [name = '', ...value] = line.split(': ');
          return [name, value.join(': ')];
        }),
      );
      const data = fields.get('data');
      if (data === undefined) continue;
      this.events.push({
        id: fields.get('id') ?? '',
        event: fields.get('event') ?? '',
        data: JSON.parse(data),
      });
    }
  }
}
