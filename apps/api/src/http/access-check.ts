/** The process does not start while a route does not say who may call it: nothing is open, or closed, by forgetting. */
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import { routesOf } from './routes';

@Injectable()
export class AccessCheck implements OnModuleInit {
  constructor(private readonly modules: ModulesContainer) {}

  /** @throws Error that names every route without a declaration */
  onModuleInit(): void {
    const undeclared = routesOf(this.modules)
      .filter(({ access }) => access === undefined)
      .map(({ name, method, ownPath }) => `  ${name} (${method} ${ownPath})`);
    if (undeclared.length > 0) {
      throw new Error(
        `These routes do not say who may call them (Public, ForRoles or ForScope):\n${undeclared.join('\n')}`,
      );
    }
  }
}
