/** Reads the score out of a whole answer of the screening service: 100 less the risk, which is kept within 5 and 95. */
import { z } from 'zod';

const riskMin = 5;
const riskMax = 95;

/** What is looked at of an answer; everything else is kept and not understood. */
const analysis = z.object({
  Status: z.literal('OK'),
  Data: z.object({ RISKREPQ: z.array(z.unknown()) }),
});

/** `null`: it answered, and says no risk. `undefined`: this is no answer at all. */
export function scoreOf(answer: unknown): number | null | undefined {
  const read = analysis.safeParse(answer);
  if (!read.success) return undefined;
  const [first] = read.data.Data.RISKREPQ;
  if (first === undefined) return null;
  const risk = typeof first === 'string' ? (first.split(';').at(-1) ?? '').trim() : '';
  if (!/^-?\d{1,9}(?:\.\d+)?$/.test(risk)) return null;
  return 100 - Math.round(Math.min(riskMax, Math.max(riskMin, Number(risk))));
}
