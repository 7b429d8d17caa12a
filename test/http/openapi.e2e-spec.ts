import { ModulesContainer } from '@nestjs/core';
import type { OpenAPIObject, OperationObject } from '@nestjs/swagger';
import { Validator } from '@seriousme/openapi-schema-validator';
import { Description, escaped } from '#test/description';
import { servedRoutes } from '#test/served-routes';
import { World } from '#test/world';
import { operationsWithExamples } from '../../apps/api/src/http/openapi-examples';
import { routesOf, type Route } from '../../apps/api/src/http/routes';

interface Described {
  title: string;
  method: string;
  path: string;
  operation: OperationObject;
}

describe('The description of the REST face', () => {
  let world: World;
  let document: OpenAPIObject;
  let operations: Described[];

  beforeAll(async () => {
    world = await World.start({ processes: ['api'] });
    document = (await world.anyone.get<OpenAPIObject>('/openapi.json')).body;
    operations = Object.entries(document.paths).flatMap(([path, item]) =>
      Object.entries(item).map(([verb, operation]) => {
        const method = verb.toUpperCase();
        return { title: `${method} ${path}`, method, path, operation: operation as OperationObject };
      }),
    );
  });

  afterAll(async () => {
    await world.end();
  });

  /** The routes of which something does not hold. */
  const routesBut = (holds: (described: Described) => boolean) =>
    operations.filter((described) => !holds(described)).map(({ title }) => title);

  it('is valid OpenAPI 3.1', async () => {
    expect(document.openapi).toMatch(/^3\.1\./);
    const copy = JSON.parse(JSON.stringify(document)) as Record<string, unknown>;
    expect(await new Validator().validate(copy)).toEqual({ valid: true });
  });

  it('tells of every route that is served, and of no other', () => {
    const served = servedRoutes(world.app).map(({ method, path }) => `${method} ${path}`);
    expect(operations.map(({ title }) => title).sort()).toEqual(served.sort());
  });

  it('says of every route what it is for and what it answers when all goes well', () => {
    expect(routesBut(({ operation }) => Boolean(operation.summary))).toEqual([]);
    const answersWell = ({ operation: { responses } }: Described) =>
      Object.entries(responses).some(
        ([status, answer]) =>
          status.startsWith('2') && answer !== undefined && (status === '204' || 'content' in answer),
      );
    expect(routesBut(answersWell)).toEqual([]);
  });

  it('names every route by its context and what it does', () => {
    const ids = operations.map(({ operation }) => operation.operationId ?? '');
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !/^[a-z]+(?:\.[a-z][A-Za-z]*){1,2}$/.test(id))).toEqual([]);
  });

  it('describes every part of a path', () => {
    const describesPath = ({ path, operation: { parameters = [] } }: Described) => {
      const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      return named.every((name) =>
        parameters.some((each) => 'in' in each && each.in === 'path' && each.name === name && each.schema),
      );
    };
    expect(routesBut(describesPath)).toEqual([]);
  });

  it('asks for what the routes ask for: people by role, machines by scope', () => {
    const declared = new Map<string, Route>();
    for (const route of routesOf(world.app.get(ModulesContainer))) declared.set(route.name, route);
    const wanted = [...declared.values()].map(({ access }) => JSON.stringify(access)).sort();
    const described = operations.map(({ operation: { security = [] } }) => {
      const roles = security.flatMap((requirement) => requirement['person'] ?? []);
      const [scope] = security.flatMap((requirement) => requirement['machine'] ?? []);
      if (scope !== undefined && roles.length > 0) return JSON.stringify({ for: 'partners', scope });
      if (scope !== undefined) return JSON.stringify({ for: 'scope', scope });
      return JSON.stringify(roles.length > 0 ? { for: 'roles', roles } : { for: 'everyone' });
    });
    expect(described.sort()).toEqual(wanted);
  });

  it('tells of refusals in one shape, the token endpoint of OAuth apart', () => {
    const refusesWell = ({ path, operation: { responses } }: Described) =>
      Object.entries(responses)
        .filter(([status]) => Number(status) >= 400)
        .every(([, answer]) => {
          if (!answer || '$ref' in answer) return true;
          const types = Object.keys(answer.content ?? {});
          const others = path === '/v1/oauth/token' || path === '/health/ready' ? ['application/json'] : [];
          return (
            types.length > 0 && types.every((type) => [...others, 'application/problem+json'].includes(type))
          );
        });
    expect(routesBut(refusesWell)).toEqual([]);
    const signsIn = ({ operation: { security = [], responses } }: Described) =>
      security.length === 0 || ('401' in responses && (responses['403'] ?? 'basic' in (security[0] ?? {})));
    expect(routesBut((described) => Boolean(signsIn(described)))).toEqual([]);
  });

  it('offers an Idempotency-Key on every unsafe route, and on no other', () => {
    const takesKey = ({ operation: { parameters = [] } }: Described) =>
      parameters.some((each) => 'name' in each && each.name === 'Idempotency-Key');
    const unsafe = operations.filter(({ method }) => method !== 'GET');
    expect(operations.filter(takesKey)).toEqual(unsafe);
    // Whoever asks for a token of a machine is refused in the words of its RFC, which has none for it.
    const withProblems = unsafe.filter(({ title }) => title !== 'POST /v1/oauth/token');
    for (const { operation } of withProblems) expect(Object.keys(operation.responses)).toContain('422');
  });

  it('gives examples that fit', () => {
    const description = new Description(document);
    const faults: string[] = [];
    const look = (place: string, content: object | undefined) => {
      for (const [type, media] of Object.entries(content ?? {}) as [string, { example?: unknown }][]) {
        if (media.example === undefined) continue;
        const fault = description.faultOfValue(`${place}/content/${escaped(type)}/schema`, media.example);
        if (fault !== undefined) faults.push(`${place}: ${fault}`);
      }
    };
    for (const { path, method, operation } of operations) {
      const place = `/paths/${escaped(path)}/${method.toLowerCase()}`;
      const { requestBody, responses } = operation;
      if (requestBody && 'content' in requestBody) look(`${place}/requestBody`, requestBody.content);
      for (const [status, answer] of Object.entries(responses)) {
        if (answer && 'content' in answer) look(`${place}/responses/${status}`, answer.content);
      }
    }
    expect(faults).toEqual([]);
    const ids = operations.map(({ operation }) => operation.operationId);
    expect(operationsWithExamples.filter((id) => !ids.includes(id))).toEqual([]);
  });

  it('gives an example of every body and every JSON answer', () => {
    const hasExamples = ({ operation: { requestBody, responses } }: Described) => {
      const good = Object.entries(responses).filter(([status]) => status.startsWith('2'));
      const contents = [requestBody, ...good.map(([, answer]) => answer)].flatMap((part) =>
        part && 'content' in part ? [part.content ?? {}] : [],
      );
      return contents
        .flatMap((content) => Object.entries(content))
        .filter(([type]) => type === 'application/json')
        .every(([, media]) => media.example !== undefined);
    };
    expect(routesBut(hasExamples)).toEqual([]);
  });

  it('is found relative to where it is, and can be read by people', async () => {
    expect(document.servers).toEqual([{ url: '/', description: 'Where this description was found' }]);
    const page = await world.anyone.get<string>('/docs');
    expect(page.status).toBe(200);
    expect(page.body).toContain('swagger-ui');
  });
});

describe('An answer that the description does not know', () => {
  const operation = (schema: object) => ({
    responses: { 200: { description: 'OK', content: { 'application/json': { schema } } } },
  });
  const schema = { type: 'object', required: ['id'], properties: { id: { type: 'string' } } };
  const description = new Description({
    openapi: '3.1.0',
    info: { title: 'x', version: '1' },
    paths: { '/things/{id}': { get: operation(schema) }, '/things/all': { get: operation(schema) } },
  });
  const good = { method: 'GET', path: '/things/1?a=b', status: 200, mediaType: 'application/json' };

  it('is found out, whatever about it is wrong', () => {
    expect(description.faultOf({ ...good, body: { id: 'a' } })).toBeUndefined();
    expect(description.faultOf({ ...good, body: {} })).toContain("required property 'id'");
    expect(description.faultOf({ ...good, body: { id: 'a', more: 1 } })).toContain('additional properties');
    expect(description.faultOf({ ...good, status: 201, body: {} })).toContain('status');
    expect(description.faultOf({ ...good, mediaType: 'text/html', body: '' })).toContain('media type');
    expect(description.faultOf({ ...good, method: 'POST', body: {} })).toContain('no such route');
    expect(() => description.check({ ...good, body: {} })).toThrow('GET /things/1?a=b answered 200');
  });
});
