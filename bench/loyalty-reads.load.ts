/** Asks for addresses in turn with a partner's token, in a process of its own. */
import { z } from 'zod';
import { ask, askingSchema, inTurn } from './support/asking';
import { answerRequests } from './support/child';

const loadSchema = askingSchema.extend({ token: z.string(), paths: z.array(z.string()).min(1) });

answerRequests(loadSchema, ({ token, paths, ...asking }) => {
  let asked = 0;
  const next = () => paths[asked++ % paths.length] ?? '';
  return ask(asking, { headers: { authorization: `Bearer ${token}` }, ...inTurn(next) });
});
