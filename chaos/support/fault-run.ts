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

/** A round that is over. */
export interface Played<Round> {
  round: Round;
  /** What belongs beside the verdict, such as how long it took. */
  measured: string;
  /** What the processes said last: said where something did not hold, for whoever looks for why. */
  lastWords?: string;
}

interface Rounds<Round> {
  say: (line: string) => void;
  ended: AbortSignal;
  /** What a round left undone would be taken for a fault of the next. */
  endWithTheFirstViolated?: boolean;
  play: (seed: string, say: (line: string) => void, number: number) => Promise<Played<Round>>;
}

/** Plays as many rounds as are wished for, each with a seed of its own, and says how each went. */
export async function playRounds<Round extends { invariants: Invariant[] }>(
  { seed, rounds: roundsMax }: Options,
  { say, ended, endWithTheFirstViolated = false, play }: Rounds<Round>,
): Promise<Round[]> {
  const rounds: Round[] = [];
  for (let number = 1; number <= roundsMax && !ended.aborted; number += 1) {
    const name = `round ${number}/${roundsMax}`;
    const told = (line: string) => say(`${name}  ${line}`);
    const { round, measured, lastWords } = await play(`${seed}-${number}`, told, number);
    rounds.push(round);
    if (tellRound(say, name, round.invariants, measured)) continue;
    if (lastWords !== undefined) say(lastWords);
    if (endWithTheFirstViolated) break;
  }
  return rounds;
}

/** @returns whether all of it held */
function tellRound(
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
