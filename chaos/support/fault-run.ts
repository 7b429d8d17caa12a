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

/**
 * Says how a round went, and what did not hold.
 * @param measured what belongs beside the verdict, such as how long it took
 * @returns whether all of it held
 */
export function tellRound(
  say: (line: string) => void,
  round: string,
  invariants: readonly Invariant[],
  measured: string,
): boolean {
  const broken = invariants.filter(({ violations }) => violations.length > 0);
  say(`${round}  ${broken.length === 0 ? 'all invariants hold' : 'VIOLATED'} ${measured}`);
  for (const { says, violations } of broken) say(`  ${says}:\n    ${violations.join('\n    ')}`);
  return broken.length === 0;
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
