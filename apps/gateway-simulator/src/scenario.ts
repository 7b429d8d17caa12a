/*
 * The script of a simulation: what the gateway answers how often, how long it takes, and whether the error log is there.
 */
import { z } from 'zod';

const latencyMsMax = 60_000;

const share = z.number().min(0).max(1).default(0);

const sharesSchema = z
  .strictObject({
    /** What is left of 1 approves too. */
    approve: share,
    refuse: share,
    /** Approves with a 200 whose body is cut off. */
    malformed: share,
    error: share,
    timeout: share,
    reset: share,
  })
  .refine((shares) => Object.values(shares).reduce((sum, one) => sum + one, 0) <= 1 + 1e-9, {
    error: 'The shares add up to more than 1.',
  });

const latency = z.int().min(0).max(latencyMsMax).default(0);

/** Everything left out is as in the default scenario; a `shares` that is given counts whole, its missing shares being 0. */
export const scenarioSchema = z.strictObject({
  shares: sharesSchema.default({
    approve: 0.8,
    refuse: 0.15,
    malformed: 0.01,
    error: 0.02,
    timeout: 0.01,
    reset: 0.01,
  }),
  /** How often a payment of the shares error, timeout and reset is left without an answer before it gets one. */
  nonAnswersMax: z.int().min(0).max(1_000_000).default(2),
  latencyMs: z
    .strictObject({ min: latency, max: latency })
    .refine(({ min, max }) => min <= max, { error: 'The minimum is above the maximum.' })
    .default({ min: 0, max: 0 }),
  log: z
    .strictObject({
      down: z.boolean().default(false),
      /** How it shows that it is down: with a 503, or by cutting the connection. */
      fault: z.enum(['unavailable', 'reset']).default('unavailable'),
      latencyMs: latency,
    })
    .default({ down: false, fault: 'unavailable', latencyMs: 0 }),
});

export type Scenario = z.output<typeof scenarioSchema>;

export const defaultScenario: Scenario = scenarioSchema.parse({});
