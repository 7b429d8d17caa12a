/**
 * Where a request comes from, as it counts for limits: the address of the connection, or the one that a trusted proxy names. Of
 * IPv6 the network: whoever has one address there has the whole /64.
 */
import { isIPv6 } from 'node:net';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

const groupsOfNetwork = 4;
const groupsOfAddress = 8;
const mappedIPv4 = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i;

export const CallerAddress = createParamDecorator((_: unknown, context: ExecutionContext) =>
  addressOf(context.switchToHttp().getRequest<FastifyRequest>()),
);

/** As whom somebody is counted of whom nothing else is known. */
export function callerAt(request: FastifyRequest): string {
  return `at ${addressOf(request)}`;
}

export function addressOf(request: FastifyRequest): string {
  const { ip } = request;
  return ip.includes(':') ? networkOf(ip) : ip;
}

function networkOf(ip: string): string {
  const mapped = mappedIPv4.exec(ip)?.[1];
  if (mapped !== undefined) return mapped;
  const plain = ip.split('%', 1)[0] ?? ip;
  if (!isIPv6(plain)) return ip;
  const [head = '', tail] = plain.split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = Array<string>(Math.max(groupsOfAddress - before.length - after.length, 0)).fill('0');
  const groups = [...before, ...(tail === undefined ? [] : zeros), ...after];
  const network = groups.slice(0, groupsOfNetwork).map((group) => parseInt(group, 16).toString(16));
  return `${network.join(':')}::/64`;
}
