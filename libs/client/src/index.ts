/**
 * Plaza's REST face for programs in TypeScript: every path, parameter, body and answer is typed by the published description. The
 * types are generated (`npm run client`); this file only adds the access token.
 */
import createClient, { type Client } from 'openapi-fetch';
import type { components, paths } from './schema';

export type { components, operations, paths } from './schema';

/** A body or an answer by its name in the description. */
export type Schema<Name extends keyof components['schemas']> = components['schemas'][Name];
/** What every refusal is told as; `code` is the word to branch on. */
export type Problem = Schema<'Problem'>;
export type PlazaClient = Client<paths>;

export interface PlazaClientOptions {
  /** Where Plaza is, without `/v1`. */
  baseUrl: string;
  /** Asked before every request; without a token the request goes as nobody's. */
  accessToken?: () => string | undefined;
  /** In place of the one that is built in. */
  fetch?: (request: Request) => Promise<Response>;
}

export function createPlazaClient({ baseUrl, accessToken, fetch }: PlazaClientOptions): PlazaClient {
  const client = createClient<paths>({ baseUrl, ...(fetch && { fetch }) });
  client.use({
    onRequest({ request }) {
      const token = accessToken?.();
      if (token !== undefined) request.headers.set('authorization', `Bearer ${token}`);
      return request;
    },
  });
  return client;
}
