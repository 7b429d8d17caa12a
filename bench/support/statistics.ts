/** What a round was, and what several rounds come to. */
import { z } from 'zod';

/** One round as the one who drove it has seen it. */
export const roundSchema = z.object({
  done: z.number().int().min(0),
  tookMs: z.number().positive(),
  latencyMs: z.object({ p50: z.number(), p99: z.number() }).optional(),
});

export type Round = z.output<typeof roundSchema>;

/** A round with what the processes behind it used. */
export interface MeasuredRound extends Round {
  perSecond: number;
  /** By the name of each process; empty where the system does not tell. */
  processors: Record<string, ProcessorUse>;
}

export interface ProcessorUse {
  /** Cores kept busy, on average over the round. */
  cores: number;
  /** Processor time for one of what was done. */
  microsecondsEach: number;
}

export interface Figure {
  median: number;
  min: number;
  max: number;
}

export function perSecond({ done, tookMs }: Round): number {
  return (done / tookMs) * 1000;
}

/** Of an even number the mean of the two in the middle; NaN of none. */
export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((one, other) => one - other);
  const middle = sorted.length / 2;
  const lower = sorted[Math.ceil(middle) - 1] ?? Number.NaN;
  const upper = sorted[Math.floor(middle)] ?? Number.NaN;
  return (lower + upper) / 2;
}

export function figureOf(numbers: readonly number[]): Figure {
  return { median: median(numbers), min: Math.min(...numbers), max: Math.max(...numbers) };
}
