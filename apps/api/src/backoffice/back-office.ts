/**
 * Serves the back office as it was built. It is files for a browser and no part of the REST face: it knows Plaza by the published
 * description alone, and whatever is refused to a person is refused to it.
 */
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import { projectFolder } from '@plaza/platform';
import type { FastifyInstance, FastifyReply } from 'fastify';

const address = '/backoffice/';
const noncePlace = '%NONCE%';
const nonceBytes = 18;
const builtFolder = join(projectFolder, 'dist.backoffice');

/**
 * Scripts come from files of ours alone. Style elements are ours when they carry the nonce of the page, which its frames hand on to
 * what they preview; attributes may style, since those previews are written for mail.
 */
const policy = (nonce: string) =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src-elem 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "frame-src 'self' blob:",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');

/** Nothing is served where it was not built; then `/` leads to the documentation. */
export function serveBackOffice(fastify: FastifyInstance, folder: string = builtFolder): void {
  const file = join(folder, 'index.html');
  const isBuilt = existsSync(file);
  fastify.get('/', (_request, reply) => reply.redirect(isBuilt ? address : '/docs'));
  if (!isBuilt) return;
  const page = readFileSync(file, 'utf8');
  void fastify.register(fastifyStatic, {
    root: join(folder, 'assets'),
    prefix: `${address}assets/`,
    decorateReply: false,
    index: false,
    preCompressed: true,
    // Named by their content, they never change.
    immutable: true,
    maxAge: '365d',
  });
  fastify.get('/backoffice', (_request, reply) => reply.redirect(address));
  // Every address below is one of its screens.
  fastify.get(`${address}*`, (_request, reply) => sendPage(page, reply));
}

function sendPage(page: string, reply: FastifyReply): FastifyReply {
  const nonce = randomBytes(nonceBytes).toString('base64');
  return reply
    .headers({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': policy(nonce),
    })
    .send(page.replace(noncePlace, nonce));
}
