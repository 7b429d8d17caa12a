/**
 * Lets nobody in whom the route does not declare. Stands behind the limits, so that whoever is refused again and again is counted,
 * too.
 */
import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { Caller } from '@plaza/identity';
import { PlazaError, type Access } from '@plaza/platform';
import type { FastifyRequest } from 'fastify';
import { callerOf } from './auth.guard';
import { accessTo } from './routes';

@Injectable()
export class AccessGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    if (context.getType() !== 'http') return true;
    const access = accessTo(context);
    if (access?.for === 'everyone') return true;
    const caller = callerOf(context.switchToHttp().getRequest<FastifyRequest>());
    if (!access || !caller || !isAllowed(caller, access)) throw notAllowed(access);
    return true;
  }
}

function isAllowed({ actor, scopes, sessionId }: Caller, access: Access): boolean {
  switch (access.for) {
    case 'everyone':
      return true;
    case 'roles':
      return access.roles.some((role) => role === actor.kind || (role === 'staff' && actor.kind === 'admin'));
    case 'scope':
      return sessionId === null && scopes.has(access.scope);
    case 'partners':
      if (actor.kind === 'partner') return scopes.has(access.scope);
      return actor.kind === 'staff' || actor.kind === 'admin';
  }
}

function notAllowed(access: Access | undefined): PlazaError {
  const wanted =
    access?.for === 'scope' || access?.for === 'partners'
      ? { scope: access.scope }
      : access?.for === 'roles'
        ? { roles: access.roles }
        : {};
  return new PlazaError('forbidden', 'identity.not-allowed', 'This is not for you', wanted);
}
