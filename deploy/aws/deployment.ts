/**
 * What a deployment is told from outside: the context of `cdk.json`, changed by `--context name=value`. Every fault is named at
 * once.
 */
import type { App } from 'aws-cdk-lib/core';
import { z } from 'zod';
import { sizeNames } from './sizes';

const domain = z.string().regex(/^([a-z0-9-]+\.)+[a-z]{2,}$/, 'must be a domain name');
const https = z.url({ protocol: /^https$/, error: 'must be an https URL' });

const context = z.object({
  size: z.enum(sizeNames),
  account: z.string().regex(/^\d{12}$/, 'must be the twelve digits of an account'),
  region: z.string().regex(/^[a-z]+(-[a-z]+)+-\d$/, 'must be a region, as eu-west-1'),
  /** Of the image that was pushed: the version of Plaza. */
  version: z.string().regex(/^[\w.-]{1,128}$/, 'must be the tag of an image'),
  /** Of the collector's image, which was pushed beside it. */
  collectorVersion: z.string().regex(/^[\w.-]{1,128}$/, 'must be the tag of an image'),
  /** Under which the world asks for Plaza. */
  domain,
  /** The hosted zone in which the domain lies. */
  zone: domain,
  zoneId: z.string().regex(/^Z[A-Z0-9]+$/, 'must be the id of a hosted zone'),
  mailFrom: z.string().min(3),
  /** Who is told when an alarm rings. */
  operator: z.email(),
  corsOrigins: z.string(),
  gatewayUrl: https,
  errorLogUrl: https,
  screeningUrl: https.optional(),
  transfersUrl: https.optional(),
  reportZone: z.string().default('UTC'),
});

export type Deployment = z.output<typeof context>;

/** @throws when something is missing or cannot be used, naming all of it */
export function deploymentOf(app: App): Deployment {
  const given = Object.fromEntries(
    Object.keys(context.shape).map((name): [string, unknown] => [name, app.node.tryGetContext(name)]),
  );
  const read = context.safeParse(given);
  if (read.success) return read.data;
  const faults = read.error.issues.map(({ path, message }) => `  ${path.map(String).join('.')}: ${message}`);
  throw new Error(`The context of deploy/aws/cdk.json cannot be used:\n${faults.join('\n')}`);
}
