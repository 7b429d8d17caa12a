/**
 * Server-sent events, read by `fetch`, because the browser's own reader sends no token. Goes on after the last event it has had,
 * whatever ended it: Plaza ends a stream together with its token.
 */
import { EventSourceParserStream } from 'eventsource-parser/stream';
import { useEffect, useRef, useState } from 'react';
import { addressOf, send } from './api';
import { Refusal } from './problem';

export interface ServerEvent {
  id: string | undefined;
  type: string;
  data: unknown;
}

const retryMsMin = 1_000;
const retryMsMax = 30_000;

/** @returns whether it is connected just now */
export function useEventStream(path: string | undefined, onEvent: (event: ServerEvent) => void): boolean {
  const [connected, setConnected] = useState(false);
  const listener = useRef(onEvent);
  useEffect(() => {
    listener.current = onEvent;
  });
  useEffect(() => {
    if (path === undefined) return undefined;
    const stop = new AbortController();
    void follow(path, stop.signal, (event) => listener.current(event), setConnected);
    return () => stop.abort();
  }, [path]);
  return connected;
}

async function follow(
  path: string,
  signal: AbortSignal,
  tell: (event: ServerEvent) => void,
  setConnected: (connected: boolean) => void,
): Promise<void> {
  let lastEventId: string | undefined;
  let failures = 0;
  while (!isOver(signal)) {
    try {
      const events = await open(path, lastEventId, signal);
      setConnected(true);
      for await (const event of events) {
        failures = 0;
        lastEventId = event.id ?? lastEventId;
        tell(event);
      }
    } catch (error) {
      // Who may not listen will not be let in the next time either.
      if (error instanceof Refusal && (error.status === 403 || error.status === 401)) return;
    }
    if (isOver(signal)) return;
    setConnected(false);
    failures += 1;
    await pause(Math.min(retryMsMin * 2 ** (failures - 1), retryMsMax), signal);
  }
}

const isOver = (signal: AbortSignal) => signal.aborted;

async function open(path: string, lastEventId: string | undefined, signal: AbortSignal) {
  const headers = {
    accept: 'text/event-stream',
    ...(lastEventId !== undefined && { 'last-event-id': lastEventId }),
  };
  const response = await send(new Request(addressOf(path), { headers, signal }));
  if (!response.body) throw new Error('The stream has no content');
  return eventsOf(response.body);
}

async function* eventsOf(body: ReadableStream<Uint8Array<ArrayBuffer>>): AsyncGenerator<ServerEvent> {
  const reader = body
    .pipeThrough(new TextDecoderStream())
    .pipeThrough(new EventSourceParserStream())
    .getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield { id: value.id, type: value.event ?? 'message', data: JSON.parse(value.data) };
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
