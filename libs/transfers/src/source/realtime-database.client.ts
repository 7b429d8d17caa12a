/**
 * Follows, reads and writes the transfers of a real-time database over REST
 * (https://firebase.google.com/docs/reference/rest/database).
 */
import { readFile } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { notConfigured } from '../transfers.errors';
import { isObject, type Content } from '../records/record-content';
import { guardedRequest, type Wish } from './guarded-request';
import { StreamFrames, type Frame } from './stream-frames';
import { TransferSource, type FoundRecord, type RecordPlace, type Writing } from './transfer-source';

export interface RealtimeDatabaseOptions {
  url: string;
  /** A token, or `file:` and the path of a file that holds the one that is good now. */
  auth: string | undefined;
  trustedHosts: readonly string[];
  /** A stream that says nothing for so long is not there any more. */
  silenceMsMax: number;
}

const answerMsMax = 10_000;
const recordBytesMax = 1024 * 1024;
const frameCharactersMax = 64 * 1024 * 1024;
const tokenCharactersMax = 10_000;
const detailCharactersMax = 200;
const filePrefix = 'file:';
/** It does not take this from us now, or not so often; that can change. */
const passing = new Set([401, 403, 408, 423, 425, 429]);

export class RealtimeDatabase extends TransferSource {
  /** @param options without them every use is refused */
  constructor(private readonly options: RealtimeDatabaseOptions | undefined) {
    super();
  }

  async *follow(signal: AbortSignal): AsyncGenerator<Frame[]> {
    const { silenceMsMax } = this.configured();
    const silence = new Silence(silenceMsMax);
    const either = AbortSignal.any([signal, silence.signal]);
    try {
      const response = await this.request('.json', {
        method: 'GET',
        headers: { accept: 'text/event-stream' },
        signal: either,
      });
      if (response.statusCode !== 200) throw new Error(await refusalOf(response));
      const frames = new StreamFrames(frameCharactersMax);
      for await (const bytes of response as AsyncIterable<Buffer>) {
        silence.broken();
        yield frames.take(bytes);
      }
    } finally {
      silence.end();
    }
  }

  async read({ key, branch }: RecordPlace): Promise<FoundRecord | null> {
    for (const at of new Set([key, branch])) {
      const response = await this.request(pathOf(at), {
        method: 'GET',
        headers: { accept: 'application/json', 'x-firebase-etag': 'true' },
        signal: AbortSignal.timeout(answerMsMax),
      });
      if (response.statusCode !== 200) throw new Error(await refusalOf(response));
      const content = contentIn(await textOf(response));
      if (content) return { at, content, etag: response.headers.etag ?? null };
    }
    return null;
  }

  async write({ at, content, etag }: FoundRecord): Promise<Writing> {
    try {
      const response = await this.request(pathOf(at), {
        method: 'PUT',
        headers: { 'content-type': 'application/json', ...(etag !== null && { 'if-match': etag }) },
        body: JSON.stringify(content),
        signal: AbortSignal.timeout(answerMsMax),
      });
      return { outcome: outcomeOf(response.statusCode ?? 0), detail: await refusalOf(response) };
    } catch (error) {
      return { outcome: 'unknown', detail: messageOf(error) };
    }
  }

  private async request(path: string, wish: Wish): Promise<IncomingMessage> {
    const { url, auth, trustedHosts } = this.configured();
    const home = new URL(`${url}/Transfer`);
    return guardedRequest(new URL(home.href + path), wish, {
      home,
      token: await tokenIn(auth),
      trustedHosts,
    });
  }

  private configured(): RealtimeDatabaseOptions {
    if (!this.options) throw notConfigured();
    return this.options;
  }
}

/** Ends what goes on when nothing has been heard for too long. */
class Silence {
  private readonly abort = new AbortController();
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly msMax: number) {
    this.broken();
  }

  get signal(): AbortSignal {
    return this.abort.signal;
  }

  broken(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.abort.abort(new Error(`The stream said nothing for ${String(this.msMax)} ms`));
    }, this.msMax);
  }

  end(): void {
    clearTimeout(this.timer);
  }
}

/** Read anew every time, so that whoever renews the token only has to write the file. */
async function tokenIn(auth: string | undefined): Promise<string | null> {
  if (auth === undefined) return null;
  const token = auth.startsWith(filePrefix) ? await readFile(auth.slice(filePrefix.length), 'utf8') : auth;
  return token.trim().slice(0, tokenCharactersMax);
}

function pathOf(branch: string): string {
  return `/${encodeURIComponent(branch)}.json`;
}

function contentIn(text: string): Content | null {
  const value: unknown = JSON.parse(text);
  return isObject(value) ? value : null;
}

async function textOf(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > recordBytesMax) throw new Error(`It has more than ${String(recordBytesMax)} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}

/** What it answered, in words; of a body no more than the beginning. */
async function refusalOf(response: IncomingMessage): Promise<string> {
  const text = await textOf(response).catch(messageOf);
  return `It answered ${String(response.statusCode)}: ${text}`.slice(0, detailCharactersMax);
}

function outcomeOf(status: number): Writing['outcome'] {
  if (status >= 200 && status < 300) return 'written';
  if (status === 412) return 'changed';
  return status >= 400 && status < 500 && !passing.has(status) ? 'refused' : 'unknown';
}

function messageOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).slice(0, detailCharactersMax);
}
