/** `crossings`: thousands of crossings of a partner's lines while two workers are killed in turn; each is heard once by every way. */
import { setTimeout as pause } from 'node:timers/promises';
import { until } from '@plaza/engines';
import { Chance } from './support/chance';
import {
  checkCrossings,
  crossingOf,
  feedOf,
  type Crossings,
  type Invariant,
} from './support/crossings-invariants';
import { CrossingsStage } from './support/crossings-stage';
import { overAll, playRounds, type FaultRun, type Options, type Verdict } from './support/fault-run';

const membersMax = 64;
const above = 1_001;
const balanceAbove = 1_000;
/**
 * What lies there all the time and what the pump adds are above the line for the total, however few of the members have points; without
 * the pump the total is not, however many have some.
 */
const [totalAbove, base, pumped] = [1_000_000, 935_000, 65_001];
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
    const members = Array.from({ length: membersMax }, (_, at) => `member-${String(at + 1)}`);
    for (const externalId of [...members, 'base', 'pump'])
      await stage.ask('POST', '/members', { externalId });
    await stage.ask('PUT', '/settings', { thresholds: { balanceAbove, totalAbove } });
    await stage.move('accruals', 'base', base);
    const times = timesFor(crossings);
    const ending = new AbortController();
    const killing = killInTurn(stage, chance, ending.signal);
    await Promise.all([
      ...members.map((member) => swing(stage, { member, points: above, times })),
      swing(stage, { member: 'pump', points: pumped, times }),
    ]);
    ending.abort();
    const kills = await killing;
    const wanted = wantedOf(members, times);
    const all = [...wanted.values()].reduce((sum, each) => sum + each, 0);
    const isAtRest = () =>
      Promise.resolve(stage.streamed.length >= all && new Set(stage.called.map(({ id }) => id)).size >= all);
    await until(isAtRest, comeToRestMs, lookEveryMs);
    const invariants = checkCrossings(await feedOf(stage), stage, wanted);
    return { seed, kills, tookMs: performance.now() - beganAt, calls: stage.called.length, invariants };
  } finally {
    await stage.stop();
  }
}

/** How often each has to swing: over the line and back to nothing are two crossings, and those of the pump take the total along. */
function timesFor(crossings: number): number {
  return Math.max(1, Math.ceil(crossings / (2 * membersMax + 3)));
}

function wantedOf(members: readonly string[], times: number): Crossings {
  const ofMember = (member: string): [string, number][] =>
    ['member.balance_above', 'member.balance_zero'].map((type) => [crossingOf(type, member), times]);
  return new Map([
    ...[...members, 'pump'].flatMap(ofMember),
    [crossingOf('member.balance_above', 'base'), 1],
    [crossingOf('programme.total_above'), times],
  ]);
}

async function swing(
  stage: CrossingsStage,
  { member, points, times }: { member: string; points: number; times: number },
): Promise<void> {
  for (let time = 0; time < times; time += 1) {
    await stage.move('accruals', member, points);
    await stage.move('redemptions', member, points);
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
