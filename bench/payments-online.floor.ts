/** The floor of `payments-online`: what the simulator answers to callers that do nothing but ask. */
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { answerRequests } from './support/child';
import { closedLoop, times } from './support/closed-loop';
import { HttpCaller } from './support/http-caller';

const requestSchema = z.object({
  url: z.url(),
  callers: z.number().int().positive(),
  count: z.number().int().positive(),
});

answerRequests(requestSchema, async ({ url, callers, count }) => {
  const connections = await Promise.all(Array.from({ length: callers }, () => HttpCaller.connect(url)));
  try {
    return await closedLoop(
      connections.map((caller) => () => ask(caller)),
      times(count),
    );
  } finally {
    for (const caller of connections) caller.close();
  }
});

async function ask(caller: HttpCaller): Promise<void> {
  const paymentId = randomUUID();
  const payment = {
    payment_id: paymentId,
    account_id: 1,
    payment_type: 'online',
    credit_card: '4000000000000000',
    amount: 100,
  };
  const { status, body } = await caller.post(
    '/payment',
    `idempotency-key: "${paymentId}"\r\n`,
    JSON.stringify(payment),
  );
  if (status < 200 || status > 299) throw new Error(`The simulator answered ${status} ${body}`);
}
