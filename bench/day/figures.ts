/** What the day's measurement gives: kept in `docs/capacity.json`, from which the tables of `docs/capacity.md` follow. */
import { z } from 'zod';
import { kinds } from './model';

/** What serves: processes of Plaza, and the engines that they stand on. */
export const served = ['api', 'payments', 'worker', 'PostgreSQL', 'replica', 'Redis', 'Kafka'] as const;
export type Served = (typeof served)[number];

const ofEachServed = z.record(z.enum(served), z.number());
const latencySchema = z.object({ p50: z.number(), p99: z.number() });

/** One kind of request, asked alone. */
const costSchema = z.object({
  perSecond: z.number(),
  latencyMs: latencySchema,
  /** Processor time of one request, with all that follows from it, beyond what is used without any. */
  microseconds: ofEachServed,
});

/** All kinds together, as the model has them. */
const loadedSchema = z.object({
  label: z.string(),
  /** Requests per second that came in, and those that were answered as they should be. */
  asked: z.number(),
  answered: z.number(),
  failedShare: z.number(),
  latencyMs: latencySchema.optional(),
  /** Kept busy. */
  cores: ofEachServed,
  /** Of the machine, by whomever: the load, the gateway and strangers, too. */
  machineShare: z.number(),
});

export const figuresSchema = z.object({
  at: z.iso.datetime(),
  machine: z.object({
    system: z.string(),
    processor: z.string(),
    cores: z.number().int(),
    memoryGiB: z.number(),
  }),
  versions: z.record(z.string(), z.string()),
  /** Kept busy while nobody asks for anything. */
  idleCores: ofEachServed,
  /** Of one small transaction, one after the other; half of them took no longer. */
  commitMs: z.object({ alone: z.number(), withReplica: z.number() }),
  costs: z.record(z.enum(kinds), costSchema),
  day: loadedSchema,
  rising: z.array(loadedSchema).min(1),
  /** In words. */
  saturated: z.string(),
});

export type Cost = z.output<typeof costSchema>;
export type Loaded = z.output<typeof loadedSchema>;
export type Figures = z.output<typeof figuresSchema>;

export function ofEach(make: (part: Served) => number): Record<Served, number> {
  return {
    api: make('api'),
    payments: make('payments'),
    worker: make('worker'),
    PostgreSQL: make('PostgreSQL'),
    replica: make('replica'),
    Redis: make('Redis'),
    Kafka: make('Kafka'),
  };
}
