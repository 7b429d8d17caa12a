/** The visitors of the day, in a process of their own: requests that come in at set rates, whatever becomes of those before. */
import { z } from 'zod';
import { kinds } from './day/model';
import { shopSchema, Visitors } from './day/visitors';
import { answerRequests } from './support/child';
import { drawing } from './support/drawing';
import { HttpCallers } from './support/http-callers';
import { arrivalsOf, openLoop } from './support/open-loop';

const seed = 20_261_127;

const stretchSchema = z.object({
  durationMs: z.number().positive(),
  rates: z.partialRecord(z.enum(kinds), z.number().min(0)),
});
const requestSchema = z.union([
  z.object({ shop: shopSchema }),
  z.object({ stretches: z.array(stretchSchema) }),
]);

let visitors: Visitors | undefined;
const drawn = drawing(seed);

answerRequests(requestSchema, async (request) => {
  if ('shop' in request) {
    visitors = new Visitors(request.shop, new HttpCallers(request.shop.url), seed);
    await visitors.begin();
    return null;
  }
  const here = visitors;
  if (!here) throw new Error('Nobody has been told where the shop is');
  return openLoop(arrivalsOf(request.stretches, kinds, drawn), (kind) => here.ask(kind));
});
