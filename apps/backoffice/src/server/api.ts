/**
 * The way to Plaza: the client that is generated from the published description, on behalf of whoever is signed in. A token that
 * is over is renewed and the request sent again, once; every refusal is thrown.
 */
import { createPlazaClient } from '@plaza/client';
import { session } from '../access/session';
import { refusalOf, unreachableRefusal } from './problem';

/** @throws Refusal */
export async function send(request: Request): Promise<Response> {
  const again = request.clone();
  const response = await sendOnce(request, await session.token());
  if (response.status !== 401) return answered(response);
  const renewed = await session.renew();
  return answered(renewed === undefined ? response : await sendOnce(again, renewed));
}

export const api = createPlazaClient({ baseUrl: window.location.origin, fetch: send });

/**
 * @throws Refusal
 * @example const order = await told(api.GET('/v1/orders/{id}', { params: { path: { id } } }));
 */
export async function told<Data>(asked: Promise<{ data?: Data }>): Promise<Data> {
  const { data } = await asked;
  if (data === undefined) throw new Error('There is nothing in the answer');
  return data;
}

export type QueryValue = string | number | boolean | null | undefined;

/** What is empty is not asked for. */
export function addressOf(path: string, query: Record<string, QueryValue> = {}): string {
  const asked = Object.entries(query).flatMap(([name, value]) =>
    value === undefined || value === null || value === '' ? [] : [[name, String(value)]],
  );
  const text = new URLSearchParams(asked).toString();
  return new URL(text === '' ? path : `${path}?${text}`, window.location.origin).href;
}

async function sendOnce(request: Request, token: string | undefined): Promise<Response> {
  if (token !== undefined) request.headers.set('authorization', `Bearer ${token}`);
  try {
    return await fetch(request);
  } catch (error) {
    if (request.signal.aborted) throw error;
    throw unreachableRefusal();
  }
}

async function answered(response: Response): Promise<Response> {
  if (!response.ok) throw await refusalOf(response);
  return response;
}
