/** Customers who all want the same product, each over a connection of their own, in a process of its own. */
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import { answerRequests } from './support/child';
import { closedLoop, times } from './support/closed-loop';
import { HttpCaller } from './support/http-caller';

const requestSchema = z.union([
  z.object({ url: z.url(), tokens: z.array(z.string()) }),
  z.object({ productId: z.string(), count: z.number().int().positive(), respondAsync: z.boolean() }),
]);

let customers: { caller: HttpCaller; token: string }[] = [];

answerRequests(requestSchema, async (request) => {
  if ('url' in request) {
    const { url, tokens } = request;
    customers = await Promise.all(
      tokens.map(async (token) => ({ caller: await HttpCaller.connect(url), token })),
    );
    return null;
  }
  const { productId, count, respondAsync } = request;
  const answers: Record<string, number> = {};
  const items = [{ productId, quantity: 1 }];
  const round = await closedLoop(
    customers.map(({ caller, token }) => async () => {
      const headers = `authorization: Bearer ${token}\r\n${respondAsync ? 'prefer: respond-async\r\n' : ''}`;
      const { status } = await caller.post('/v1/orders', headers, JSON.stringify({ id: uuidv7(), items }));
      answers[status] = (answers[status] ?? 0) + 1;
    }),
    times(count),
  );
  return { ...round, answers };
});
