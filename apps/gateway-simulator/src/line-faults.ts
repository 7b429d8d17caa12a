/*
 * The ways in which an answer fails to come: late, never, or with the connection cut.
 */
import type { FastifyReply } from 'fastify';

/** Says nothing until the client goes away, or the limit is reached, so that no client can pile up connections for ever. */
export function hang(reply: FastifyReply, hangMsMax: number): FastifyReply {
  reply.hijack();
  const limit = setTimeout(() => reply.request.raw.socket.destroy(), hangMsMax);
  reply.raw.once('close', () => {
    clearTimeout(limit);
  });
  return reply;
}

/** Cuts the connection the hard way, as a crashed process or a firewall does. */
export function cut(reply: FastifyReply): FastifyReply {
  reply.hijack();
  reply.request.raw.socket.resetAndDestroy();
  return reply;
}

/** Answers after a while. The wait keeps no process alive that is about to end. */
export async function later(ms: number, answer: () => FastifyReply): Promise<FastifyReply> {
  await new Promise<void>((resolve) => {
    setTimeout(resolve, ms).unref();
  });
  return answer();
}
