/*
 * The script of the screening service: which answers it gives how often, how long it takes, and who may ask.
 */
import { z } from 'zod';

const latencyMsMax = 60_000;

const share = z.number().min(0).max(1).default(0);
const latency = z.int().min(0).max(latencyMsMax).default(0);

/** Everything left out is as in the default scenario. */
export const screeningScenarioSchema = z.strictObject({
  /** What the authorisation header must be; null lets everybody in. */
  authorization: z.string().min(1).max(1_000).nullable().default(null),
  /** The risk of every stream, 0 to 100; null gives each its own, the same whenever it is asked. */
  risk: z.int().min(0).max(100).nullable().default(null),
  /** The highest that is given where each has its own: low enough by default that no shop has to look into it. */
  riskMax: z.int().min(0).max(100).default(60),
  /** What is left of 1 is a whole answer. */
  shares: z
    .strictObject({
      /** An answer without a risk. */
      empty: share,
      /** A 200 that says that it went wrong. */
      fault: share,
      /** A 200 whose body is cut off. */
      malformed: share,
      error: share,
      timeout: share,
      reset: share,
    })
    .refine((shares) => Object.values(shares).reduce((sum, one) => sum + one, 0) <= 1 + 1e-9, {
      error: 'The shares add up to more than 1.',
    })
    .default({ empty: 0, fault: 0, malformed: 0, error: 0, timeout: 0, reset: 0 }),
  /** How often a stream is left without an answer before it gets one; an empty one is an answer. */
  nonAnswersMax: z.int().min(0).max(1_000_000).default(2),
  latencyMs: z
    .strictObject({ min: latency, max: latency })
    .refine(({ min, max }) => min <= max, { error: 'The minimum is above the maximum.' })
    .default({ min: 0, max: 0 }),
});

export type ScreeningScenario = z.output<typeof screeningScenarioSchema>;

export const defaultScreeningScenario: ScreeningScenario = screeningScenarioSchema.parse({});
