/**
 * Connections on which nothing has been asked yet, as browsers and fetch keep in store. Node does not count them as idle, so
 * they would hold up the end of a process until their request times out.
 */
import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';

/** Lets go of them when the server closes; whoever has asked something still gets the answer. */
export function closeUnusedConnections(fastify: FastifyInstance): void {
  const unused = new Set<Socket>();
  fastify.server.on('connection', (socket: Socket) => {
    unused.add(socket);
    socket.once('close', () => unused.delete(socket));
  });
  fastify.server.on('request', ({ socket }) => unused.delete(socket));
  fastify.addHook('preClose', (done) => {
    for (const socket of unused) socket.destroy();
    done();
  });
}
