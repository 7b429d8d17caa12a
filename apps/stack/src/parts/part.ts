/** What every part of the stack can do, whatever engine it is. */
import type { PortName } from '../plan';

export type Say = (line: string) => void;

export interface Part {
  /** For programs: `kafka`. */
  readonly name: string;
  /** For people: `Kafka`. */
  readonly title: string;
  readonly port: number;
  /** Every port it listens on. */
  readonly portNames: readonly PortName[];
  /** The pid of its process while that is running. */
  pid(): Promise<number | undefined>;
  /** Starts it on the data of its last start and resolves when it can be used. */
  start(say: Say): Promise<void>;
  /** What is wrong with it while it is running; undefined when it is well. */
  fault(): Promise<string | undefined>;
  stop(): Promise<void>;
}
