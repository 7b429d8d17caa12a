/** `rolling`: every process is replaced by itself, one after the other, while requests come in; none of them fails. */
import { until } from '@plaza/engines';
import {
  overAll,
  playRounds,
  type FaultRun,
  type Invariant,
  type Options,
  type Verdict,
} from './support/fault-run';
import { wordsFor } from './support/insistent';
import { RollingStage } from './support/rolling-stage';

const membersMax = 16;
const pointsEach = 3;
const comeToRestMs = 120_000;
const lookEveryMs = 250;
const violationsMax = 10;

export const rollingRun: FaultRun = {
  name: 'rolling',
  about: 'replaces two apis and two workers one by one, as a deployment does, while requests come in',
  run,
};

interface Round {
  seed: string;
  replaced: number;
  requests: number;
  invariants: Invariant[];
}

async function run(options: Options, say: (line: string) => void, ended: AbortSignal): Promise<Verdict> {
  say('starting PostgreSQL, two apis and two workers');
  const stage = await RollingStage.start();
  try {
    const rounds = await playRounds(options, {
      ...{ say, ended },
      play: async (seed) => {
        const round = await runRound(stage, seed);
        return { round, measured: `over ${round.requests} requests` };
      },
    });
    return verdictOf(options, rounds);
  } finally {
    await stage.stop();
  }
}

function verdictOf({ seed }: Options, rounds: readonly Round[]): Verdict {
  return {
    ...{ seed, rounds: rounds.length },
    kills: rounds.reduce((sum, { replaced }) => sum + replaced, 0),
    messages: rounds.reduce((sum, { requests }) => sum + requests, 0),
    invariants: overAll(rounds),
    details: rounds.map(({ invariants: _, ...round }) => round),
  };
}

async function runRound(stage: RollingStage, seed: string): Promise<Round> {
  const members = Array.from({ length: membersMax }, (_, at) => `${seed}-${String(at + 1)}`);
  for (const externalId of members) await stage.ask('POST', '/members', { externalId });
  const failed: string[] = [];
  const given = new Map<string, number>();
  const replacing = new AbortController();
  const visiting = members.map(async (member) => {
    while (!replacing.signal.aborted) {
      try {
        await stage.accrue(member, pointsEach);
        given.set(member, (given.get(member) ?? 0) + 1);
      } catch (error) {
        failed.push(wordsFor(error));
      }
    }
  });
  const endings: string[] = [];
  for (const process of stage.processes) endings.push(...(await stage.replace(process)));
  replacing.abort();
  await Promise.all(visiting);
  const requests = [...given.values()].reduce((sum, count) => sum + count, failed.length);
  const invariants = [
    { says: 'every request is answered as if nothing happened', violations: failed.slice(0, violationsMax) },
    { says: 'every process finishes what it has, and ends by itself', violations: endings },
    {
      says: 'every member has the points that were given, and no others',
      violations: await wrong(stage, given),
    },
    { says: 'no event is left behind, or became a dead letter', violations: await left(stage) },
  ];
  return { seed, replaced: stage.processes.length, requests, invariants };
}

async function wrong(stage: RollingStage, given: ReadonlyMap<string, number>): Promise<string[]> {
  const faults: string[] = [];
  for (const [member, times] of given) {
    const { balance } = await stage.ask<{ balance: number }>('GET', `/members/${member}/balance`);
    const wanted = times * pointsEach;
    if (balance !== wanted)
      faults.push(`${member} has ${String(balance)} points instead of ${String(wanted)}`);
  }
  return given.size > 0 ? faults : ['nothing was asked, so nothing was shown'];
}

async function left(stage: RollingStage): Promise<string[]> {
  const waiting = async () => {
    const [row] = await stage.rows<{ waiting: number; dead: number }>(
      `SELECT (SELECT count(*)::integer FROM messaging.outbox) AS waiting,
              (SELECT count(*)::integer FROM messaging.dead_letters) AS dead`,
    );
    return row ?? { waiting: 0, dead: 0 };
  };
  await until(async () => (await waiting()).waiting === 0, comeToRestMs, lookEveryMs);
  return Object.entries(await waiting()).flatMap(([what, count]) =>
    count > 0 ? [`${String(count)} ${what}`] : [],
  );
}
