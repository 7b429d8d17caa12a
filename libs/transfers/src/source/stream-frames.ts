/**
 * Cuts the bytes of a stream of server-sent events into frames (https://html.spec.whatwg.org/multipage/server-sent-events.html),
 * wherever the bytes were cut before, and reads each as one of the events that a real-time database tells.
 */
import { createParser } from 'eventsource-parser';

export type Frame =
  | { event: 'put' | 'patch'; path: string; data: unknown }
  | { event: 'keep-alive' | 'cancel' | 'auth_revoked' }
  /** Something else, which is left alone. */
  | { event: 'unknown'; text: string };

const unknownCharactersMax = 200;

export class StreamFrames {
  private readonly decoder = new TextDecoder();
  private readonly parser;
  private frames: Frame[] = [];
  private isTooLong = false;

  /** @param frameCharactersMax of which no frame may have more */
  constructor(private readonly frameCharactersMax: number) {
    this.parser = createParser({
      maxBufferSize: frameCharactersMax,
      onEvent: ({ event, data }) => {
        this.frames.push(frameOf(event ?? '', data));
      },
      onError: ({ type }) => {
        if (type === 'max-buffer-size-exceeded') this.isTooLong = true;
      },
    });
  }

  /**
   * The frames that end within these bytes.
   * @throws Error when a frame is longer than it may be: nothing more can be read from this stream
   */
  take(bytes: Uint8Array): Frame[] {
    this.parser.feed(this.decoder.decode(bytes, { stream: true }));
    if (this.isTooLong)
      throw new Error(`A frame has more than ${String(this.frameCharactersMax)} characters`);
    return this.frames.splice(0);
  }
}

function frameOf(event: string, text: string): Frame {
  switch (event) {
    case 'keep-alive':
    case 'cancel':
    case 'auth_revoked':
      return { event };
    case 'put':
    case 'patch':
      return changeIn(event, text);
    default:
      return unknown(event, text);
  }
}

function changeIn(event: 'put' | 'patch', text: string): Frame {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && 'path' in value && typeof value.path === 'string') {
      return { event, path: value.path, data: 'data' in value ? value.data : null };
    }
  } catch {
    // It is no JSON, which is as good as saying nothing.
  }
  return unknown(event, text);
}

function unknown(event: string, text: string): Frame {
  return { event: 'unknown', text: `${event}: ${text}`.slice(0, unknownCharactersMax) };
}
