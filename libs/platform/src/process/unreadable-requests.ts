/**
 * What cannot be read as a request never reaches a route or its filters: addresses that are no addresses, headers without end, bytes
 * that are no HTTP. These, too, are told as problems (RFC 9457).
 */
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { newId } from '../ids';

const problemType = 'application/problem+json; charset=utf-8';

interface Refusal {
  status: number;
  code: string;
  detail: string;
}

const addressTooLong = {
  status: 414,
  code: 'request.address-too-long',
  detail: 'A part of the address is too long',
};
const addressUnreadable = {
  status: 400,
  code: 'request.address-unreadable',
  detail: 'The address is not encoded as an address is',
};
const tooSlow = { status: 408, code: 'request.timeout', detail: 'The request took too long to arrive' };
const headersTooLarge = {
  status: 431,
  code: 'request.headers-too-large',
  detail: 'The header fields are larger than we take',
};
const unreadable = {
  status: 400,
  code: 'request.unreadable',
  detail: 'This is not HTTP as we understand it',
};

/** For the router, before any hook has seen the request. */
export function refuseAddress(error: { code?: string }, request: FastifyRequest, reply: FastifyReply): void {
  const refusal = error.code === 'FST_ERR_MAX_PARAM_LENGTH' ? addressTooLong : addressUnreadable;
  const [instance = ''] = request.url.split('?', 1);
  const problem = problemOf(refusal, instance);
  void reply
    .status(refusal.status)
    .header('content-type', problemType)
    .header('cache-control', 'no-store')
    .header('x-request-id', problem.requestId)
    .send(JSON.stringify(problem));
}

/** For the server, which has no request to speak of: the connection is told and ended. */
export function refuseBytes(error: { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  const refusal = refusalOf(error.code);
  const body = JSON.stringify(problemOf(refusal, ''));
  if (socket.writable) {
    socket.write(
      [
        `HTTP/1.1 ${refusal.status} ${STATUS_CODES[refusal.status] ?? ''}`,
        `Content-Type: ${problemType}`,
        `Content-Length: ${Buffer.byteLength(body)}`,
        'Connection: close',
        '',
        body,
      ].join('\r\n'),
    );
  }
  socket.destroySoon();
}

function refusalOf(code: string | undefined): Refusal {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return tooSlow;
  return code === 'HPE_HEADER_OVERFLOW' ? headersTooLarge : unreadable;
}

function problemOf({ status, code, detail }: Refusal, instance: string) {
  const type = `urn:plaza:problem:${code}`;
  return {
    type,
    title: STATUS_CODES[status] ?? 'Refused',
    status,
    detail,
    code,
    instance,
    requestId: newId(),
  };
}
