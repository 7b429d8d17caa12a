/** What a fault run is to the runner, and what it gives back. */

export interface Options {
  rounds: number;
  messages: number;
  /** Over which the messages of a round are sent. */
  seconds: number;
  /** The same seed kills the same parts at the same instants and sends the same messages. */
  seed: string;
  jsonFile: string | undefined;
}

export interface Verdict {
  seed: string;
  rounds: number;
  kills: number;
  messages: number;
  invariants: { says: string; checked: number; violations: string[] }[];
  details: object[];
}

export interface FaultRun {
  name: string;
  about: string;
  run: (options: Options, say: (line: string) => void, ended: AbortSignal) => Promise<Verdict>;
}
