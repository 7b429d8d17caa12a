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

/** What was true after a round; `violations` where it was not. */
export interface Invariant {
  says: string;
  violations: string[];
}

export interface Verdict {
  seed: string;
  rounds: number;
  kills: number;
  messages: number;
  invariants: (Invariant & { checked: number })[];
  details: object[];
}

export interface FaultRun {
  name: string;
  about: string;
  run: (options: Options, say: (line: string) => void, ended: AbortSignal) => Promise<Verdict>;
}

/** An invariant holds when it held after every round. */
export function overAll(
  rounds: readonly { seed: string; invariants: readonly Invariant[] }[],
): Verdict['invariants'] {
  const says = [...new Set(rounds.flatMap(({ invariants }) => invariants.map((one) => one.says)))];
  return says.map((one) => ({
    says: one,
    checked: rounds.length,
    violations: rounds.flatMap(({ seed, invariants }) =>
      invariants
        .filter((each) => each.says === one)
        .flatMap(({ violations }) => violations.map((violation) => `${seed}: ${violation}`)),
    ),
  }));
}
