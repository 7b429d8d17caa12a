/**
 * The token endpoint as RFC 6749 writes it: its form, its two ways of giving credentials, its names in snake case and its
 * own shape of refusals, which differ from everything else that Plaza serves.
 */
import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { ClientToken } from '@plaza/identity';
import { PlazaError, type ErrorKind } from '@plaza/platform';
import type { FastifyReply } from 'fastify';

export interface TokenRequest {
  clientId: string;
  secret: string;
  /** All that the client may have when undefined. */
  scopes: string[] | undefined;
}

export interface TokenAnswer {
  access_token: string;
  token_type: 'Bearer';
  /** Seconds. */
  expires_in: number;
  scope: string;
}

export const tokenRequestSchema = {
  type: 'object',
  required: ['grant_type'],
  properties: {
    grant_type: { type: 'string', enum: ['client_credentials'] },
    client_id: { type: 'string', description: 'Unless the credentials are in the Authorization header' },
    client_secret: { type: 'string' },
    scope: { type: 'string', description: 'Separated by spaces; all that the client may have when left out' },
  },
};

export const tokenAnswerSchema = {
  type: 'object',
  required: ['access_token', 'token_type', 'expires_in', 'scope'],
  properties: {
    access_token: { type: 'string' },
    token_type: { type: 'string', enum: ['Bearer'] },
    expires_in: { type: 'integer', description: 'Seconds' },
    scope: { type: 'string' },
  },
};

export function tokenAnswer({ accessToken, expiresIn, scopes }: ClientToken): TokenAnswer {
  return { access_token: accessToken, token_type: 'Bearer', expires_in: expiresIn, scope: scopes.join(' ') };
}

/** @throws PlazaError that {@link OAuthRefusals} tells in the RFC's words */
export function readTokenRequest(headers: Record<string, unknown>, body: unknown): TokenRequest {
  const form = readForm(headers['content-type'], body);
  const grantType = form.get('grant_type');
  if (grantType === undefined) throw invalidRequest('grant_type is missing');
  if (grantType !== 'client_credentials') throw unsupportedGrantType(grantType);
  const scope = form.get('scope')?.trim();
  return { ...credentials(headers['authorization'], form), scopes: scope ? scope.split(/ +/) : undefined };
}

/** Section 3.2: no parameter twice, one without a value counts as left out, and unknown ones are ignored. */
function readForm(contentType: unknown, body: unknown): Map<string, string> {
  const isForm =
    typeof contentType === 'string' && /^application\/x-www-form-urlencoded\b/i.test(contentType);
  if (!isForm || typeof body !== 'object' || body === null) {
    throw invalidRequest('The request must be application/x-www-form-urlencoded');
  }
  const form = new Map<string, string>();
  for (const [name, value] of Object.entries(body)) {
    if (typeof value !== 'string') throw invalidRequest('A parameter is there twice');
    if (value !== '') form.set(name, value);
  }
  return form;
}

function credentials(
  authorization: unknown,
  form: Map<string, string>,
): { clientId: string; secret: string } {
  const clientId = form.get('client_id');
  const secret = form.get('client_secret');
  if (typeof authorization === 'string') {
    if (secret !== undefined) throw invalidRequest('Credentials must be given in one way only');
    const given = basicCredentials(authorization);
    if (clientId !== undefined && clientId !== given.clientId) {
      throw invalidRequest('client_id differs from the one of the Authorization header');
    }
    return given;
  }
  if (clientId === undefined || secret === undefined) throw clientUnauthenticated();
  return { clientId, secret };
}

/** Section 2.3.1: each part is encoded like a form's value before both are joined by a colon. */
function basicCredentials(authorization: string): { clientId: string; secret: string } {
  const encoded = /^Basic +([A-Za-z0-9+/=_-]+) *$/i.exec(authorization)?.[1];
  const text = Buffer.from(encoded ?? '', 'base64').toString();
  const colon = text.indexOf(':');
  if (colon < 0) throw clientUnauthenticated();
  return { clientId: formDecoded(text.slice(0, colon)), secret: formDecoded(text.slice(colon + 1)) };
}

function formDecoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    throw clientUnauthenticated();
  }
}

const invalidRequest = (detail: string) => new PlazaError('invalid', 'oauth.request-invalid', detail);
const unsupportedGrantType = (grantType: string) =>
  new PlazaError(
    'invalid',
    'oauth.grant-type-unsupported',
    `Only client_credentials is served, not ${grantType}`,
  );
const clientUnauthenticated = () =>
  new PlazaError('unauthenticated', 'oauth.client-unauthenticated', 'The client gave no usable credentials');

/** Section 5.2. What cannot be told in its words at all (a fault of ours) is left to the filter of all requests. */
@Catch(PlazaError)
export class OAuthRefusals implements ExceptionFilter<PlazaError> {
  catch(error: PlazaError, host: ArgumentsHost): void {
    const { status, name } = refusalOf(error);
    const { retryAfter } = error.details;
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    if (status === 401) void reply.header('www-authenticate', 'Basic realm="plaza", charset="UTF-8"');
    if (typeof retryAfter === 'number') void reply.header('retry-after', String(Math.ceil(retryAfter)));
    void reply
      .status(status)
      .header('content-type', 'application/json; charset=utf-8')
      .header('cache-control', 'no-store')
      .header('pragma', 'no-cache')
      .send(
        JSON.stringify({
          error: name,
          error_description: describable(error.message),
          ...(kindsToTell.has(error.kind) && { code: error.code, retryAfter }),
        }),
      );
  }
}

/** The RFC has no words for these; who waits has to know for how long and why, as everywhere else. */
const kindsToTell = new Set<ErrorKind>(['limit', 'unavailable']);

function refusalOf({ code, kind }: PlazaError): { status: number; name: string } {
  if (code === 'identity.scope-refused') return { status: 400, name: 'invalid_scope' };
  if (code === 'oauth.grant-type-unsupported') return { status: 400, name: 'unsupported_grant_type' };
  if (kind === 'unauthenticated') return { status: 401, name: 'invalid_client' };
  if (kind === 'limit') return { status: 429, name: 'temporarily_unavailable' };
  if (kind === 'unavailable') return { status: 503, name: 'temporarily_unavailable' };
  return { status: 400, name: 'invalid_request' };
}

/** The RFC allows printable ASCII without quotes and backslashes. */
function describable(text: string): string {
  return text.replaceAll(/[^\x20-\x21\x23-\x5b\x5d-\x7e]/g, '?');
}
