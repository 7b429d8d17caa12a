/** Asks for lists of which no two are the same, in turn by every kind of wish, so that nothing prepared ever helps. */
import { z } from 'zod';
import { ask, askingSchema, inTurn } from './support/asking';
import { answerRequests } from './support/child';

const loadSchema = askingSchema.extend({
  /** Each with a query; one more parameter is added to it. */
  paths: z.array(z.string()).min(1),
});

/** Above every price there is: it makes a wish another one and leaves its answer the same. */
let highest = 1_000_000_000;

answerRequests(loadSchema, ({ paths, ...asking }) => {
  let asked = 0;
  return ask(
    asking,
    inTurn(() => `${paths[asked++ % paths.length] ?? ''}&maxPrice=${(highest += 1)}`),
  );
});
