/** What a benchmark is to the runner, and what it gives back. */
import type { Options } from './options';
import type { Running } from './running';
import type { Figure, MeasuredRound, Round } from './statistics';

/** Somebody who can do the measured thing: Plaza, or the floor that shows what the parts below it can do at the best. */
export interface Contender {
  label: string;
  role: 'plaza' | 'floor';
  /** How many do it at a time, in words. */
  load: string;
  /** Puts everything in the same state as before every other round; not measured. */
  prepare?: () => Promise<void>;
  round: (durationMs: number) => Promise<Round>;
  /** Ends what `prepare` started; not measured. */
  finish?: () => Promise<void>;
  /** The processes at work, by name, whose use of the processor is told. Asked after `prepare`. */
  processes: () => Record<string, number>;
}

/** One table: contenders that did the same thing in the same run, turn by turn. */
export interface Comparison {
  title: string;
  contenders: readonly Contender[];
  /** The least ratio of Plaza to a floor that we want. */
  aim?: { floor: string; ratio: number };
  /** 0 for contenders that need none. */
  warmUpMs?: number;
}

export interface Measured {
  label: string;
  role: Contender['role'];
  load: string;
  perSecond: Figure;
  latencyMs?: { p50: number; p99: number };
  rounds: MeasuredRound[];
}

export interface MeasuredComparison {
  title: string;
  aim?: { floor: string; ratio: number };
  measured: Measured[];
}

/** Something that must be true afterwards, or the figures are worth nothing. */
export interface Check {
  says: string;
  holds: boolean;
}

/** Figures that are no comparison of contenders. */
export interface FiguresTable {
  title: string;
  /** The first row is the header; all columns but the first are numbers. */
  rows: string[][];
}

export interface Findings {
  comparisons: MeasuredComparison[];
  tables?: FiguresTable[];
  checks: Check[];
  /** What a reader of the figures has to know. */
  remarks: string[];
  /** Of the engines that were started for it. */
  engines: Record<string, string>;
}

/** What the runner lends to a benchmark. */
export interface Workshop {
  options: Options;
  running: Running;
  /** A line about what is going on. */
  say: (line: string) => void;
  compare: (comparison: Comparison) => Promise<MeasuredComparison>;
}

export interface Benchmark {
  name: string;
  about: string;
  run: (workshop: Workshop) => Promise<Findings>;
}

/** The benchmark cannot run on this machine; says what is missing. */
export class Unavailable extends Error {}
