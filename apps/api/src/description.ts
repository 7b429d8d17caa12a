/**
 * Writes the description of the REST face to the standard output, without a database, a port or anything else: the modules are put
 * together and nothing in them is started.
 */
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { createLogger, PlatformModule, readSettings, SystemClock } from '@plaza/platform';
import { ApiModule, prefixRoutes } from './api.module';
import { describeApi } from './http/openapi';

@Module({})
class DescribedModule {}

/** What must be there for the modules to be put together; nothing of it is used. */
function placeholders() {
  const { privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  return readSettings({
    DATABASE_URL: 'postgres://nobody@127.0.0.1/nothing',
    JWT_PRIVATE_KEYS: privateKey,
    SEALING_KEYS: randomBytes(32).toString('base64'),
  });
}

async function main(): Promise<void> {
  const logger = createLogger({ level: 'silent', pretty: false, name: 'description' });
  const parts = { process: 'description', settings: placeholders(), logger, clock: new SystemClock() };
  const root = { module: DescribedModule, imports: [PlatformModule.for(parts), ApiModule] };
  const app = await NestFactory.create<NestFastifyApplication>(root, new FastifyAdapter(), {
    preview: true,
    logger: false,
    abortOnError: false,
  });
  prefixRoutes(app);
  process.stdout.write(`${JSON.stringify(describeApi(app))}\n`);
}

void main();
