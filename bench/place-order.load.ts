/** Customers who place one order after another, each over a connection of their own, in a process of its own. */
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import { answerRequests } from './support/child';
import { closedLoop, until } from './support/closed-loop';
import { HttpCaller } from './support/http-caller';
import { Picker } from './support/picker';

const requestSchema = z.union([
  z.object({ url: z.url(), tokens: z.array(z.string()), productIds: z.array(z.string()) }),
  z.object({ durationMs: z.number().positive(), customersMax: z.number().int().positive() }),
]);

let callers: (() => Promise<void>)[] = [];
/** Answers since the start by status, the rounds before included. */
const answers: Record<string, number> = {};
let firstRefusal: string | undefined;

answerRequests(requestSchema, async (request) => {
  if ('durationMs' in request) {
    const round = await closedLoop(callers.slice(0, request.customersMax), until(request.durationMs));
    return { ...round, answers, firstRefusal };
  }
  const { url, tokens, productIds } = request;
  callers = await Promise.all(
    tokens.map(async (token, at) =>
      customer(await HttpCaller.connect(url), token, new Picker(productIds, at)),
    ),
  );
  return null;
});

function customer(caller: HttpCaller, token: string, products: Picker): () => Promise<void> {
  const headers = `authorization: Bearer ${token}\r\n`;
  return async () => {
    const items = products.two().map((productId) => ({ productId, quantity: 1 }));
    const { status, body } = await caller.post(
      '/v1/orders',
      headers,
      JSON.stringify({ id: uuidv7(), items }),
    );
    answers[status] = (answers[status] ?? 0) + 1;
    if (status !== 201) firstRefusal ??= `${status} ${body}`;
  };
}
