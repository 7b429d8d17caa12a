/** The published description of the REST face: `/openapi.json`, and Swagger UI at `/docs` for people. */
import { ModulesContainer } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { completeDescription, machineScheme, personScheme } from './openapi-operations';
import { routesOf, type Route } from './routes';

export function publishOpenApi(app: NestFastifyApplication): void {
  SwaggerModule.setup('docs', app, () => describeApi(app), {
    jsonDocumentUrl: 'openapi.json',
    raw: ['json'],
    customSiteTitle: 'Plaza API',
    swaggerOptions: { persistAuthorization: true, docExpansion: 'none', tagsSorter: 'alpha' },
  });
}

/** The whole description, from the routes that this application has. */
export function describeApi(app: NestFastifyApplication): OpenAPIObject {
  const routes = routesOf(app.get(ModulesContainer));
  const document = SwaggerModule.createDocument(app, frame(routes), {
    operationIdFactory: (controller, handler) => `${controller}.${handler}`,
  });
  completeDescription(document, routes);
  return document;
}

function frame(routes: Route[]): Omit<OpenAPIObject, 'paths'> {
  return new DocumentBuilder()
    .setTitle('Plaza')
    .setDescription(
      [
        'The back end of a shop chain. Ids are UUIDs, instants RFC 3339 in UTC, money an integer of minor units with its',
        'currency beside it. Lists are pages: `next` is what `after` is for the page that follows. Unknown fields and',
        'query parameters are refused. Refusals are problem details (RFC 9457) with a stable `code`.',
      ].join(' '),
    )
    .setVersion('1')
    .setOpenAPIVersion('3.1.0')
    .addServer('/', 'Where this description was found')
    .addBearerAuth(
      {
        type: 'http',
        scheme: 'bearer',
        bearerFormat: 'JWT',
        description:
          'The access token of a person, from `POST /v1/identity/token`. The roles of a requirement are those that may call; an `admin` may do all that `staff` may.',
      },
      personScheme,
    )
    .addOAuth2(
      {
        type: 'oauth2',
        description: 'The access token of a machine, for its client credentials (RFC 6749, section 4.4)',
        flows: { clientCredentials: { tokenUrl: '/v1/oauth/token', scopes: scopesOf(routes) } },
      },
      machineScheme,
    )
    .addBasicAuth({ type: 'http', scheme: 'basic', description: 'Client id and secret of a machine' })
    .build();
}

/** Every scope that a route asks for. */
function scopesOf(routes: Route[]): Record<string, string> {
  const asking = new Map<string, string[]>();
  for (const { access, method, name } of routes) {
    if (access?.for !== 'scope' && access?.for !== 'partners') continue;
    asking.set(access.scope, [...(asking.get(access.scope) ?? []), `${method} ${name}`]);
  }
  return Object.fromEntries([...asking].map(([scope, names]) => [scope, `Opens ${names.join(', ')}`]));
}
