/** What the server itself would answer, read off its router: nobody can add a route that this does not show. */
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

export interface ServedRoute {
  method: string;
  /** With parameters as `{id}`. */
  path: string;
}

/** Swagger UI and the back office with their files, and what leads to them. */
const forReaders = /^\/(?:(?:docs|backoffice)(?:[/*].*)?|openapi\.json)?$/;

/** Every route for clients; HEAD goes along with GET and is not told. */
export function servedRoutes(app: NestFastifyApplication): ServedRoute[] {
  const tree = app.getHttpAdapter().getInstance().printRoutes({ commonPrefix: false });
  const above: string[] = [];
  const routes: ServedRoute[] = [];
  for (const line of tree.split('\n')) {
    const [, indent = '', part = '', methods = ''] =
      /^([│ ]*)[├└]── (\S+)(?: \(([A-Z, ]+)\))?$/.exec(line) ?? [];
    if (part === '') continue;
    const depth = indent.length / 4;
    above.length = depth;
    above.push(part);
    const path = above.join('').replaceAll(/:(\w+)/g, '{$1}');
    if (forReaders.test(path)) continue;
    for (const method of methods.split(', ').filter((each) => each !== '' && each !== 'HEAD')) {
      routes.push({ method, path });
    }
  }
  return routes;
}
