/*
 * The door of the real-time database: `/Transfer.json` and what is below it can be read, followed as a stream, put, patched, pushed to
 * and deleted, as its documentation says.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { cut, hang, later } from './line-faults';
import { parsed, Problem, sendProblem } from './problem';
import type { RecordFault } from './transfer-scenario';
import type { Json } from './transfer-tree';
import { etagOf, newKey, type Transfers } from './transfers';

const treeBytesMax = 64 * 1024 * 1024;
const rootPath = '/Transfer.json';
const belowPath = '/Transfer/*';

const addressQuery = z.object({ auth: z.string().optional(), hop: z.coerce.number().int().default(0) });
const objectSchema = z.record(z.string(), z.json());

export function transferRoutes(server: FastifyInstance, transfers: Transfers, hangMsMax: number): void {
  server.get(rootPath, (request, reply) => {
    if (request.headers.accept?.includes('text/event-stream') !== true)
      return send(reply, read(transfers, request));
    return follow(transfers, request, reply);
  });
  const waits = () => ({ waitMs: transfers.scenario.recordMs, hangMsMax });
  const door = { bodyLimit: treeBytesMax };
  for (const url of [rootPath, belowPath]) {
    server.put(url, door, (request, reply) =>
      oneRecord(transfers.scenario.writeFault, reply, waits(), () => write(transfers, request)),
    );
    server.patch(url, door, (request) => {
      refuseStrangers(transfers, request);
      const values = parsed(objectSchema, request.body);
      transfers.patch(pathOf(request), values);
      return values;
    });
    server.delete(url, (request, reply) => {
      refuseStrangers(transfers, request);
      transfers.put(pathOf(request), null);
      return send(reply, { status: 200, value: null, withEtag: false });
    });
  }
  server.get(belowPath, (request, reply) => {
    transfers.counts.reads++;
    return oneRecord(transfers.scenario.readFault, reply, waits(), () => read(transfers, request));
  });
  server.post(rootPath, (request) => {
    refuseStrangers(transfers, request);
    const name = newKey();
    transfers.put([name], bodyOf(request));
    return { name };
  });
}

function follow(transfers: Transfers, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { hop, auth } = parsed(addressQuery, request.query);
  const { redirects, redirectTo } = transfers.scenario;
  if (hop < redirects) {
    transfers.counts.redirected++;
    const query = new URLSearchParams({ hop: String(hop + 1), ...(auth !== undefined && { auth }) });
    return reply.redirect(`${redirectTo ?? ''}${rootPath}?${query.toString()}`, 307);
  }
  refuseStrangers(transfers, request);
  transfers.follow(reply);
  return reply;
}

interface Answer {
  status: number;
  value: Json;
  withEtag: boolean;
}

function read(transfers: Transfers, request: FastifyRequest): Answer {
  refuseStrangers(transfers, request);
  const withEtag = request.headers['x-firebase-etag'] === 'true';
  return { status: 200, value: transfers.tree.at(pathOf(request)), withEtag };
}

function write(transfers: Transfers, request: FastifyRequest): Answer {
  refuseStrangers(transfers, request);
  const path = pathOf(request);
  const before = transfers.tree.at(path);
  const wanted = request.headers['if-match'];
  if (wanted !== undefined && wanted !== etagOf(before))
    return { status: 412, value: before, withEtag: true };
  const value = bodyOf(request);
  transfers.put(path, value);
  if (path.length > 0) transfers.remember({ path: `/${path.join('/')}`, value });
  return { status: 200, value, withEtag: false };
}

interface Waits {
  /** Before it answers. */
  waitMs: number;
  /** Where it never does. */
  hangMsMax: number;
}

/** Reads or writes one record, and fails at it where the script says so. */
function oneRecord(
  fault: RecordFault,
  reply: FastifyReply,
  { waitMs, hangMsMax }: Waits,
  work: () => Answer,
): FastifyReply | Promise<FastifyReply> {
  const answer = () => {
    switch (fault) {
      case 'none':
        return send(reply, work());
      case 'error':
        return sendProblem(reply, new Problem(503, 'The database is down.'));
      case 'refuse':
        return sendProblem(reply, new Problem(400, 'The database will not take this.'));
      case 'cut-after':
        work();
        return cut(reply);
      case 'cut':
        return cut(reply);
      case 'hang':
        return hang(reply, hangMsMax);
    }
  };
  return waitMs === 0 ? answer() : later(waitMs, answer);
}

function refuseStrangers(transfers: Transfers, request: FastifyRequest): void {
  const { auth } = parsed(addressQuery, request.query);
  const { tokens } = transfers.scenario;
  if (tokens === null || (auth !== undefined && tokens.includes(auth))) return;
  transfers.counts.refused++;
  throw new Problem(401, 'This token is not, or no longer, valid.');
}

function pathOf(request: FastifyRequest): string[] {
  const { '*': below = '' } = request.params as { '*'?: string };
  if (below !== '' && !below.endsWith('.json')) throw new Problem(404, 'An address ends in .json.');
  return below === '' ? [] : below.slice(0, -'.json'.length).split('/');
}

function bodyOf(request: FastifyRequest): Json {
  return request.body as Json;
}

function send(reply: FastifyReply, { status, value, withEtag }: Answer): FastifyReply {
  if (withEtag) void reply.header('etag', etagOf(value));
  return reply
    .code(status)
    .header('content-type', 'application/json; charset=utf-8')
    .send(JSON.stringify(value));
}
