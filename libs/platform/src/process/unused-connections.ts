/**
 * Connections that would hold up the end of a process: those on which nothing has been asked yet, as browsers and fetch keep in store
 * and Node does not count as idle, and those that become idle only after the end has begun, which Node would keep for a minute.
 */
import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';

const lookEveryMs = 100;

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
    const { server } = fastify;
    const looking = setInterval(() => {
      server.closeIdleConnections();
    }, lookEveryMs).unref();
    server.once('close', () => {
      clearInterval(looking);
    });
    done();
  });
}
