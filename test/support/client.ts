/**
 * A client of the REST face as the outside sees it: JSON in, JSON out, the status and headers at hand. Every answer must be one
 * that the server's published description knows.
 */
import { Description } from './description';

export interface Answer<Body = any> {
  status: number;
  headers: Headers;
  body: Body;
}

export interface RequestOptions {
  headers?: Record<string, string>;
  query?: Record<string, string | number | boolean>;
}

export class Client {
  constructor(
    readonly url: string,
    private readonly token?: string,
  ) {}

  /** The same client with a token. */
  withToken(token: string): Client {
    return new Client(this.url, token);
  }

  get<Body = any>(path: string, options: RequestOptions = {}): Promise<Answer<Body>> {
    return this.request('GET', path, undefined, options);
  }

  post<Body = any>(path: string, body: unknown = {}, options: RequestOptions = {}): Promise<Answer<Body>> {
    return this.request('POST', path, body, options);
  }

  patch<Body = any>(path: string, body: unknown, options: RequestOptions = {}): Promise<Answer<Body>> {
    return this.request('PATCH', path, body, options);
  }

  put<Body = any>(path: string, body: unknown, options: RequestOptions = {}): Promise<Answer<Body>> {
    return this.request('PUT', path, body, options);
  }

  delete<Body = any>(path: string, options: RequestOptions = {}): Promise<Answer<Body>> {
    return this.request('DELETE', path, undefined, options);
  }

  /** Strings and buffers go as they are, with the content type of `headers`; everything else as JSON. */
  async request<Body = any>(
    method: string,
    path: string,
    body: unknown,
    { headers = {}, query = {} }: RequestOptions = {},
  ): Promise<Answer<Body>> {
    const url = new URL(path, this.url);
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, String(value));
    const description = await Description.publishedAt(url.origin);
    const raw = typeof body === 'string' || body instanceof Uint8Array;
    const response = await fetch(url, {
      method,
      headers: {
        ...(body !== undefined && !raw && { 'content-type': 'application/json' }),
        ...(this.token !== undefined && { authorization: `Bearer ${this.token}` }),
        ...headers,
      },
      ...(body !== undefined && { body: raw ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    const [mediaType = ''] = (response.headers.get('content-type') ?? '').split(';', 1);
    const parsed: unknown = mediaType.endsWith('json') && text !== '' ? JSON.parse(text) : text;
    const { status, headers: answered } = response;
    description?.check({ method, path: url.pathname, status, mediaType, body: parsed });
    return { status, headers: answered, body: parsed as Body };
  }
}
