/** `crossings`: thousands of crossings of a partner's lines while two workers are killed in turn; each is heard once by every way. */
import { setTimeout as pause } from 'node:timers/promises';
import { until } from '@plaza/engines';
import { Chance } from './support/chance';
import { checkCrossings, feedOf, type Invariant } from './support/crossings-invariants';
import { CrossingsStage } from './support/crossings-stage';
import { overAll, playRounds, type FaultRun, type Options, type Verdict } from './support/fault-run';

const membersMax = 64;
const above = 1_001;
/** The time between two kills is drawn between these. */
const [leastMs, mostMs] = [500, 3_000];
const comeToRestMs = 180_000;
const lookEveryMs = 250;

export const crossingsRun: FaultRun = {
  name: 'crossings',
  about:
    'kill -9 of two workers in turn while --messages crossings happen; feed, stream and webhook have each',
  run,
};

interface Round {
  seed: string;
  kills: number;
  tookMs: number;
  calls: number;
  invariants: Invariant[];
}

async function run(options: Options, say: (line: string) => void, ended: AbortSignal): Promise<Verdict> {
  const rounds = await playRounds(options, {
    ...{ say, ended },
    play: async (seed) => {
      const round = await runRound(seed, options.messages, new Chance(seed));
      const seconds = Math.round(round.tookMs / 1_000);
      return { round, measured: `after ${round.kills} kills, ${round.calls} calls, ${seconds} s` };
    },
  });
  return verdictOf(options, rounds);
}

async function runRound(seed: string, crossings: number, chance: Chance): Promise<Round> {
  const beganAt = performance.now();
  const stage = await CrossingsStage.start();
  try {
    const swings = swingsOf(crossings);
    for (const member of swings.keys()) await stage.ask('POST', '/members', { externalId: member });
    const ending = new AbortController();
    const killing = killInTurn(stage, chance, ending.signal);
    await Promise.all([...swings].map(([member, times]) => swing(stage, member, times)));
    ending.abort();
    const kills = await killing;
    const wanted = [...swings.values()].reduce((sum, times) => sum + 2 * times, 0);
    const isAtRest = () =>
      Promise.resolve(
        stage.streamed.length >= wanted && new Set(stage.called.map(({ id }) => id)).size >= wanted,
      );
    await until(isAtRest, comeToRestMs, lookEveryMs);
    const invariants = checkCrossings(await feedOf(stage), stage, swings);
    return { seed, kills, tookMs: performance.now() - beganAt, calls: stage.called.length, invariants };
  } finally {
    await stage.stop();
  }
}

/** Over the line and back to nothing are two crossings. */
function swingsOf(crossings: number): Map<string, number> {
  const each = Math.max(1, Math.ceil(crossings / (2 * membersMax)));
  return new Map(Array.from({ length: membersMax }, (_, at) => [`member-${String(at + 1)}`, each]));
}

async function swing(stage: CrossingsStage, member: string, times: number): Promise<void> {
  for (let time = 0; time < times; time += 1) {
    await stage.move('accruals', member, above);
    await stage.move('redemptions', member, above);
  }
}

/** @returns how often it has killed */
async function killInTurn({ workers }: CrossingsStage, chance: Chance, ended: AbortSignal): Promise<number> {
  const goesOn = async () => {
    await pause(chance.between(leastMs, mostMs), undefined, { signal: ended }).catch(() => undefined);
    return !ended.aborted;
  };
  let kills = 0;
  while (await goesOn()) {
    const worker = workers[kills % workers.length];
    await worker?.kill();
    await worker?.startAgain();
    kills += 1;
  }
  return kills;
}

function verdictOf({ seed, messages }: Options, rounds: readonly Round[]): Verdict {
  return {
    ...{ seed, rounds: rounds.length, messages: messages * rounds.length },
    kills: rounds.reduce((sum, { kills }) => sum + kills, 0),
    invariants: overAll(rounds),
    details: rounds.map(({ invariants: _, ...round }) => round),
  };
}
