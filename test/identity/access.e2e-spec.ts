/** What stands between a request and a handler, on routes of every kind of access. */
import { createHmac, generateKeyPairSync } from 'node:crypto';
import { Controller, Get, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD } from '@nestjs/core';
import { JwtService } from '@nestjs/jwt';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import {
  ClientsService,
  PartnersService,
  RegistrationService,
  SessionsService,
  TokenKeys,
  UsersService,
} from '@plaza/identity';
import {
  createLogger,
  ForRoles,
  ForScope,
  LOGGER,
  Metrics,
  newId,
  Public,
  readSettings,
  startApp,
  type Actor,
} from '@plaza/platform';
import { Client } from '#test/client';
import { MovableClock } from '#test/clock';
import { freshDatabase, type FreshDatabase } from '#test/database';
import { testKeys } from '#test/keys';
import { AccessCheck } from '../../apps/api/src/http/access-check';
import { AccessGuard } from '../../apps/api/src/http/access.guard';
import { AuthGuard } from '../../apps/api/src/http/auth.guard';
import { registerCorrelation } from '../../apps/api/src/http/correlation';
import { CurrentActor } from '../../apps/api/src/http/current-actor';
import { GeneralLimit } from '../../apps/api/src/http/general-limit';
import { ProblemFilter } from '../../apps/api/src/http/problem.filter';
import { IdentityHttpModule } from '../../apps/api/src/identity/identity-http.module';
import { password, somebody } from './people';

@Controller('doors')
class Doors {
  @Public()
  @Get('everyone')
  everyone(): string {
    return 'come in';
  }

  @ForRoles('customer')
  @Get('customer')
  customer(@CurrentActor() actor: Actor): Actor {
    return actor;
  }

  @ForRoles('staff')
  @Get('staff')
  staff(@CurrentActor() actor: Actor): Actor {
    return actor;
  }

  @ForRoles('partner')
  @Get('partner')
  partner(@CurrentActor() actor: Actor): Actor {
    return actor;
  }

  @ForScope('doors:open')
  @Get('scope')
  scope(@CurrentActor() actor: Actor): Actor {
    return actor;
  }
}

@Controller('undeclared')
class Undeclared {
  @Get('door')
  door(): string {
    return 'come in';
  }
}

@Module({
  imports: [IdentityHttpModule],
  controllers: [Doors],
  providers: [
    { provide: APP_GUARD, useClass: AuthGuard },
    { provide: APP_GUARD, useClass: AccessGuard },
    { provide: APP_FILTER, useClass: ProblemFilter },
    AccessCheck,
    GeneralLimit,
  ],
})
class House {}

@Module({ imports: [House], controllers: [Undeclared], providers: [AccessCheck] })
class UnfinishedHouse {}

type Told = Partial<Actor> & { code?: string };

describe('Access', () => {
  let app: NestFastifyApplication;
  let database: FreshDatabase;
  const clock = new MovableClock();

  const start = (module: typeof House) =>
    startApp({
      name: 'test',
      settings: readSettings({
        PORT: '0',
        DATABASE_URL: database.appUrl,
        DATABASE_POOL_MAX: '3',
        ...testKeys,
      }),
      clock,
      logger: createLogger({ level: 'silent', pretty: false, name: 'test' }),
      modules: [module],
      prepare: (prepared) => {
        const fastify = prepared.getHttpAdapter().getInstance();
        registerCorrelation(fastify, prepared.get(Metrics), prepared.get(LOGGER));
        return Promise.resolve();
      },
    });

  beforeAll(async () => {
    database = await freshDatabase();
    app = await start(House);
  });
  afterAll(async () => {
    await app.close();
    await database.drop();
  });

  const knock = async (door: string, token?: string) => {
    const anyone = new Client(await app.getUrl());
    return (token === undefined ? anyone : anyone.withToken(token)).get<Told>(`/doors/${door}`);
  };
  const tokenOf = async (username: string) => {
    const { accessToken } = await app.get(SessionsService).logIn(username, password);
    return accessToken;
  };
  const customer = async () => {
    const profile = await app.get(RegistrationService).register(somebody());
    return { id: profile.id, token: await tokenOf(profile.username) };
  };
  const staff = async (role: 'staff' | 'admin') => {
    const { user } = await app.get(UsersService).createStaff({ ...somebody(), role });
    return { id: user.id, token: await tokenOf(user.username) };
  };
  const machine = async (scopes: string[], partnerId: string | null = null) => {
    const clients = app.get(ClientsService);
    const { clientId, clientSecret } = await clients.create({ name: 'Machine', scopes, partnerId });
    return { id: clientId, token: (await clients.token(clientId, clientSecret)).accessToken };
  };

  test('to a public route needs nothing, and a token that is no good does not matter there', async () => {
    expect((await knock('everyone')).status).toBe(200);
    expect((await knock('everyone', 'rubbish')).status).toBe(200);
  });

  test('by role is for those who have it', async () => {
    const { id, token } = await customer();
    const { status, body } = await knock('customer', token);
    expect([status, body]).toEqual([200, { kind: 'customer', id }]);
    expect(await knock('staff', token)).toMatchObject({
      status: 403,
      body: { code: 'identity.not-allowed' },
    });
  });

  test('that a token was given once is given again from memory, to the same doors only', async () => {
    const { token } = await customer();
    for (let round = 1; round <= 3; round += 1) {
      expect((await knock('customer', token)).status).toBe(200);
      expect((await knock('staff', token)).status).toBe(403);
    }
  });

  test('of staff is open to admins', async () => {
    const [clerk, admin] = [await staff('staff'), await staff('admin')];
    expect((await knock('staff', clerk.token)).body).toEqual({ kind: 'staff', id: clerk.id });
    expect((await knock('staff', admin.token)).body).toEqual({ kind: 'admin', id: admin.id });
    expect((await knock('customer', admin.token)).status).toBe(403);
  });

  test('by scope is for machines whose token carries it', async () => {
    const { id, token } = await machine(['doors:open']);
    expect((await knock('scope', token)).body).toEqual({ kind: 'system', id });
    expect((await knock('scope', (await machine(['doors:shut'])).token)).status).toBe(403);
    expect((await knock('scope', (await staff('admin')).token)).status).toBe(403);
  });

  test("is the partner's for a client of that partner", async () => {
    const { id: partnerId } = await app.get(PartnersService).create('Harbour Coffee');
    const { token } = await machine(['doors:open'], partnerId);
    expect((await knock('partner', token)).body).toEqual({ kind: 'partner', id: partnerId });
  });

  test('ends at once for a client that is disabled', async () => {
    const { id, token } = await machine(['doors:open']);
    expect((await knock('scope', token)).status).toBe(200);
    await app.get(ClientsService).disable(id);
    expect((await knock('scope', token)).status).toBe(401);
  });

  test('asks for a token where there is none', async () => {
    const anyone = new Client(await app.getUrl());
    const none = await anyone.get<Told>('/doors/customer');
    const basic = await anyone.get<Told>('/doors/customer', { headers: { authorization: 'Basic YTpi' } });
    expect([none.status, none.body.code]).toEqual([401, 'identity.token-missing']);
    expect(none.headers.get('www-authenticate')).toBe('Bearer');
    expect(basic.body.code).toBe('identity.token-missing');
  });

  describe('is refused with a token', () => {
    const keys = () => app.get(TokenKeys);
    const claims = () => ({
      sub: newId(),
      sid: newId(),
      role: 'admin',
      iss: 'plaza',
      aud: 'plaza',
      exp: Math.floor(clock.now().getTime() / 1000) + 600,
    });
    const encoded = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
    const ours = (changed: object) => {
      const { kid, privateKey } = keys().signing;
      return new JwtService().sign(
        { ...claims(), ...changed },
        { privateKey, algorithm: 'RS256', keyid: kid },
      );
    };
    const withHeader = (header: object, signature = '') =>
      `${encoded(header)}.${encoded(claims())}.${signature}`;
    const signedWithPublicKey = () => {
      const { kid } = keys().signing;
      const signed = withHeader({ alg: 'HS256', kid }).slice(0, -1);
      return `${signed}.${createHmac('sha256', keys().find(kid) ?? '')
        .update(signed)
        .digest('base64url')}`;
    };
    const signedByAStranger = () =>
      new JwtService().sign(claims(), {
        privateKey: generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey,
        algorithm: 'RS256',
        keyid: keys().signing.kid,
      });

    test('none of these, though one like them is accepted', async () => {
      expect((await knock('staff', ours({}))).status).toBe(200);
    });

    test.each([
      ['that is rubbish', () => 'rubbish'],
      ['whose header is no object', () => `${encoded([])}.e30.x`],
      ['without a signature', () => withHeader({ alg: 'none', kid: keys().signing.kid })],
      ['that takes our public key for a shared secret', signedWithPublicKey],
      ["with our key's name and another key's signature", signedByAStranger],
      ['of an unknown key', () => withHeader({ alg: 'RS256', kid: 'unknown' }, 'x')],
      ['from somebody else', () => ours({ iss: 'elsewhere' })],
      ['for somebody else', () => ours({ aud: 'elsewhere' })],
      ['of an unknown role', () => ours({ role: 'owner' })],
      ['that says nothing about its bearer', () => ours({ sid: undefined, role: undefined })],
    ])('%s', async (_, token) => {
      const { status, body } = await knock('staff', token());
      expect([status, body.code]).toEqual([401, 'identity.token-invalid']);
    });

    test('that has expired, known from before or not', async () => {
      const { token } = await customer();
      expect((await knock('customer', token)).status).toBe(200);
      clock.forwardMinutes(10);
      expect((await knock('customer', token)).body.code).toBe('identity.token-expired');
      const past = ours({ exp: Math.floor(clock.now().getTime() / 1000) });
      expect((await knock('staff', past)).body.code).toBe('identity.token-expired');
    });
  });

  test('has to be declared on every route, or the process does not start', async () => {
    await expect(start(UnfinishedHouse)).rejects.toThrow(
      /who may call them[^]*\n {2}Undeclared\.door \(GET door\)$/,
    );
  });
});
