/** Tills that accrue points one after another, each over a connection of its own, in a process of its own. */
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import { answerRequests } from './support/child';
import { closedLoop, until } from './support/closed-loop';
import { HttpCaller } from './support/http-caller';
import { Picker } from './support/picker';

const requestSchema = z.union([
  z.object({
    url: z.url(),
    token: z.string(),
    externalIds: z.array(z.string()),
    tillsMax: z.number().int().positive(),
  }),
  z.object({
    durationMs: z.number().positive(),
    hot: z.boolean(),
    tillsMax: z.number().int().positive(),
  }),
]);

let callers: { spread: () => Promise<void>; hot: () => Promise<void> }[] = [];
/** Answers since the start by status, the rounds before included. */
const answers: Record<string, number> = {};
let firstRefusal: string | undefined;

answerRequests(requestSchema, async (request) => {
  if ('durationMs' in request) {
    const { hot, durationMs, tillsMax } = request;
    const round = await closedLoop(
      callers.slice(0, tillsMax).map((caller) => (hot ? caller.hot : caller.spread)),
      until(durationMs),
    );
    return { ...round, answers, firstRefusal };
  }
  const { url, token, externalIds, tillsMax } = request;
  callers = await Promise.all(
    Array.from({ length: tillsMax }, async (_, at) => {
      const [caller, members] = [await HttpCaller.connect(url), new Picker(externalIds, at)];
      const accrue = (externalId: string) => accrueAt(caller, token, externalId);
      return { spread: () => accrue(members.two()[0]), hot: () => accrue(externalIds[0] ?? '') };
    }),
  );
  return null;
});

async function accrueAt(caller: HttpCaller, token: string, externalId: string): Promise<void> {
  const { status, body } = await caller.post(
    `/v1/loyalty/members/${externalId}/accruals`,
    `authorization: Bearer ${token}\r\n`,
    JSON.stringify({
      ...{ points: 5, description: 'Coffee', sourceId: uuidv7() },
      occurredAt: '2026-11-20T08:00:00.000Z',
    }),
  );
  answers[status] = (answers[status] ?? 0) + 1;
  if (status !== 201) firstRefusal ??= `${status} ${body}`;
}
