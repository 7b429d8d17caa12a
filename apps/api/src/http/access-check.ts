/** The process does not start while a route does not say who may call it: nothing is open, or closed, by forgetting. */
import { Injectable, RequestMethod, type OnModuleInit } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants';
import { DiscoveryService, MetadataScanner, ModulesContainer, Reflector } from '@nestjs/core';
import { ACCESS } from '@plaza/platform';

@Injectable()
export class AccessCheck implements OnModuleInit {
  constructor(
    private readonly modules: ModulesContainer,
    private readonly reflector: Reflector,
  ) {}

  /** @throws Error that names every route without a declaration */
  onModuleInit(): void {
    const controllers = new DiscoveryService(this.modules).getControllers();
    const undeclared = controllers.flatMap(({ metatype }) => (metatype ? this.undeclaredOf(metatype) : []));
    if (undeclared.length > 0) {
      throw new Error(
        `These routes do not say who may call them (Public, ForRoles or ForScope):\n${undeclared.join('\n')}`,
      );
    }
  }

  // eslint-disable-next-line @typescript-eslint/no-unsafe-function-type -- Nest's own type of a class or a provider's factory
  private undeclaredOf(controller: Function): string[] {
    const methods = controller.prototype as Record<string, unknown>;
    const scanner = new MetadataScanner();
    return scanner.getAllMethodNames(methods).flatMap((name) => {
      const handler = methods[name];
      if (typeof handler !== 'function' || !Reflect.hasMetadata(PATH_METADATA, handler)) return [];
      if (this.reflector.getAllAndOverride<unknown>(ACCESS, [handler, controller]) !== undefined) return [];
      const method = RequestMethod[Number(Reflect.getMetadata(METHOD_METADATA, handler))] ?? '';
      return [
        `  ${controller.name}.${name} (${method} ${String(Reflect.getMetadata(PATH_METADATA, handler))})`,
      ];
    });
  }
}
