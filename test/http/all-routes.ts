/** Every route of the running application: as it is described, together with what its handler declares. */
import { ModulesContainer } from '@nestjs/core';
import type { OpenAPIObject, OperationObject } from '@nestjs/swagger';
import type { Access } from '@plaza/platform';
import type { World } from '#test/world';
import { operationIdOf } from '../../apps/api/src/http/openapi-operations';
import { routesOf, type Route } from '../../apps/api/src/http/routes';

export interface DescribedRoute {
  /** `GET /v1/orders/{id}`. */
  title: string;
  method: string;
  path: string;
  operation: OperationObject;
  route: Route;
  access: Access;
}

export function routesIn(world: World, document: OpenAPIObject): DescribedRoute[] {
  const declared = routesOf(world.app.get(ModulesContainer));
  return Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([verb, each]) => {
      const operation = each as OperationObject;
      const method = verb.toUpperCase();
      const title = `${method} ${path}`;
      const route = declared.find((one) => operationIdOf(one, operation) === operation.operationId);
      if (!route?.access) throw new Error(`${title} belongs to no handler that says who may call it`);
      return { title, method, path, operation, route, access: route.access };
    }),
  );
}

export function scopesOf(routes: DescribedRoute[]): string[] {
  return [...new Set(routes.flatMap(({ access }) => ('scope' in access ? [access.scope] : [])))];
}

/** Its path with something in place of every parameter. */
export function filled(path: string, values: Record<string, string>, otherwise: string): string {
  return path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(values[name] ?? otherwise));
}

/** As many as a test wants: how often something may be asked is not what it is about. */
export const unlimited = { RATE_LIMIT_PER_MINUTE: '1000000', RATE_LIMIT_SIGN_IN_PER_MINUTE: '1000000' };
