/**
 * Every handler that answers requests, with what its decorators declare: for the things that have to hold for all of them, so
 * that a new route cannot be forgotten.
 */
import { RequestMethod, type ExecutionContext, type Type } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA, ROUTE_ARGS_METADATA } from '@nestjs/common/constants';
import { DiscoveryService, MetadataScanner, Reflector, type ModulesContainer } from '@nestjs/core';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum';
import { DECORATORS } from '@nestjs/swagger';
import { ACCESS, type Access } from '@plaza/platform';
import type { FastifyRequest } from 'fastify';
import { KEY_USE, SECRET_ANSWER, type KeyUse } from './idempotency.interceptor';

// oxlint-disable-next-line typescript/no-unsafe-function-type -- Nest's own type of a class or a provider's factory
type Controller = Type | Function;
export type Handler = (...parameters: unknown[]) => unknown;

export interface Route {
  /** `OrdersController.place`. */
  name: string;
  controller: string;
  method: string;
  /** As the handler's decorator has it, without what the controller and the process put before it. */
  ownPath: string;
  /** Undefined when nobody said who may call it. */
  access: Access | undefined;
  keyUse: KeyUse | undefined;
  tellsSecrets: boolean;
  /** The class that the body is checked against. */
  body: Type | undefined;
  /** The class that the query is checked against. */
  query: Type | undefined;
}

/**
 * Whether the route that was found is one for clients, and not for the machinery around a process. Asked of the route, because an
 * address can be written in many ways.
 */
export function isForClients({ routeOptions }: FastifyRequest): boolean {
  return routeOptions.url?.startsWith('/v1/') === true;
}

const reflector = new Reflector();

/** Who may call the route that is asked for; undefined when nobody said. */
export function accessTo(context: ExecutionContext): Access | undefined {
  return reflector.getAllAndOverride<Access | undefined>(ACCESS, [context.getHandler(), context.getClass()]);
}

export function routesOf(modules: ModulesContainer): Route[] {
  const controllers = new DiscoveryService(modules).getControllers().map(({ metatype }) => metatype);
  return [...new Set(controllers)].flatMap((controller) => (controller ? handlersOf(controller) : []));
}

/** True when the handler reads the query in any way that it declares. */
export function takesQuery(controller: Controller, handler: Handler): boolean {
  const described = describedParameters(handler).some(({ in: place }) => place === 'query');
  return (
    described ||
    argumentsOf(controller, handler.name).some(({ kind }) => kind === RouteParamtypes.QUERY.valueOf())
  );
}

/** True when the handler says that it takes bodies of another media type, which it then looks at itself. */
export function takesOtherThanJson(handler: Handler): boolean {
  return Reflect.hasMetadata(DECORATORS.API_CONSUMES, handler);
}

function handlersOf(controller: Controller): Route[] {
  const methods = controller.prototype as Record<string, unknown>;
  return new MetadataScanner().getAllMethodNames(methods).flatMap((name) => {
    const handler = methods[name];
    return isHandler(handler) ? [routeOf(controller, name, handler)] : [];
  });
}

function isHandler(value: unknown): value is Handler {
  return typeof value === 'function' && Reflect.hasMetadata(PATH_METADATA, value);
}

function routeOf(controller: Controller, name: string, handler: Handler): Route {
  const declared = <T>(key: string) => reflector.getAllAndOverride<T | undefined>(key, [handler, controller]);
  return {
    name: `${controller.name}.${name}`,
    controller: controller.name,
    method: RequestMethod[Number(Reflect.getMetadata(METHOD_METADATA, handler))] ?? '',
    ownPath: String(Reflect.getMetadata(PATH_METADATA, handler)),
    access: declared<Access>(ACCESS),
    keyUse: declared<KeyUse>(KEY_USE),
    tellsSecrets: declared<object>(SECRET_ANSWER) !== undefined,
    body: typeOf(controller, name, RouteParamtypes.BODY),
    query: typeOf(controller, name, RouteParamtypes.QUERY) ?? describedQuery(handler),
  };
}

interface Argument {
  kind: number;
  index: number;
}

function argumentsOf(controller: Controller, name: string): Argument[] {
  const stored = Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, name) as
    Record<string, { index: number }> | undefined;
  return Object.entries(stored ?? {}).map(([key, { index }]) => ({ kind: Number(key.split(':')[0]), index }));
}

function typeOf(controller: Controller, name: string, kind: number): Type | undefined {
  const argument = argumentsOf(controller, name).find((each) => each.kind === kind);
  const types = Reflect.getMetadata('design:paramtypes', controller.prototype as object, name) as
    unknown[] | undefined;
  return argument && asClass(types?.[argument.index]);
}

interface DescribedParameter {
  in: string;
  type?: unknown;
}

function describedParameters(handler: Handler): DescribedParameter[] {
  return (Reflect.getMetadata(DECORATORS.API_PARAMETERS, handler) ?? []) as DescribedParameter[];
}

/** For handlers that take the whole request and say by a decorator what its query is. */
function describedQuery(handler: Handler): Type | undefined {
  const types = describedParameters(handler).map(({ in: place, type }) =>
    place === 'query' ? asClass(type) : undefined,
  );
  return types.find((type) => type !== undefined);
}

const plain = new Set<unknown>([Object, String, Number, Boolean, Array, Date, Buffer]);

function asClass(type: unknown): Type | undefined {
  return typeof type === 'function' && !plain.has(type) ? (type as Type) : undefined;
}
