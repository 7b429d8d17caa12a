/*
 * Answers with lists that can be a million entries long: written as they are read, so that neither memory nor other requests suffer.
 */
import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';

const entriesPerChunk = 500;

export function sendList(reply: FastifyReply, entries: Iterable<object>): FastifyReply {
  return reply
    .header('content-type', 'application/json; charset=utf-8')
    .send(Readable.from(chunksOf(entries), { objectMode: false }));
}

function* chunksOf(entries: Iterable<object>): Generator<string> {
  let chunk = '[';
  let separator = '';
  let gathered = 0;
  for (const entry of entries) {
    chunk += separator + JSON.stringify(entry);
    separator = ',\n';
    if (++gathered % entriesPerChunk > 0) continue;
    yield chunk;
    chunk = '';
  }
  yield `${chunk}]`;
}
