/**
 * `failover`: while the day's load runs, every process is replaced by itself, one after the other; then the primary is lost with its disk and
 * the replica takes its place. What anybody was answered is there afterwards, and few were not answered at once.
 */
import { checkAcknowledged } from './support/failover-invariants';
import { failedMax, openShop, visit, type Visit } from './support/failover-people';
import { FailoverStage } from './support/failover-stage';
import {
  overAll,
  playRounds,
  type FaultRun,
  type Invariant,
  type Options,
  type Verdict,
} from './support/fault-run';
import type { Failure } from './support/insistent';
import type { Shop } from '../bench/day/visitors';

/** From the loss of the primary on, for so long a request may fail. */
const failedForMsMax = 30_000;
const violationsMax = 5;
const calmMs = 3_000;

export const failoverRun: FaultRun = {
  name: 'failover',
  about:
    "replaces every process and then loses the primary while the day's load runs; the replica takes its place",
  run,
};

interface Round {
  seed: string;
  asked: number;
  failed: number;
  /** From the loss of the primary until the replica was at its address, and until the last request that failed. */
  movedMs: number;
  failedForMs: number;
  replaced: number;
  invariants: Invariant[];
}

async function run(options: Options, say: (line: string) => void, ended: AbortSignal): Promise<Verdict> {
  say('starting PostgreSQL with a replica, Kafka, Redis, and two of every process');
  const stage = await FailoverStage.start();
  try {
    const shop = await openShop(stage);
    const rounds = await playRounds(options, {
      ...{ say, ended },
      play: async (seed, told, number) => {
        const round = await runRound(stage, shop, { seed, number }, told);
        const measured = `over ${round.asked} requests, of which ${round.failed} failed`;
        return { round, measured, lastWords: stage.lastWords };
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
    kills: rounds.reduce((sum, { replaced }) => sum + replaced + 1, 0),
    messages: rounds.reduce((sum, { asked }) => sum + asked, 0),
    invariants: overAll(rounds),
    details: rounds.map(({ invariants: _, ...round }) => round),
  };
}

async function runRound(
  stage: FailoverStage,
  shop: Shop,
  { seed, number }: { seed: string; number: number },
  say: (line: string) => void,
): Promise<Round> {
  const visiting = await visit(stage, shop, number);
  const endings: string[] = [];
  for (const process of stage.processes) endings.push(...(await stage.balancer.replace(process)));
  say(`every process is replaced, over ${String(visiting.people.asked)} requests`);
  const lostAt = performance.now();
  await stage.losePrimary();
  await stage.promoteReplica();
  const movedMs = Math.round(performance.now() - lostAt);
  say(`the replica has taken the place of the primary after ${(movedMs / 1_000).toFixed(1)} s`);
  await stage.replaceReplica();
  const { played, failures, asked } = await ended(visiting);
  const [before, since] = [
    failures.filter(({ atMs }) => atMs < lostAt),
    failures.filter(({ atMs }) => atMs >= lostAt),
  ];
  const failedForMs = Math.round(Math.max(0, ...since.map(({ atMs }) => atMs - lostAt)));
  say(
    `${String(since.length)} requests failed, the last ${(failedForMs / 1_000).toFixed(1)} s after the loss`,
  );
  const invariants = [
    {
      says: 'while processes are replaced, every request is answered as if nothing happened',
      violations: before.slice(0, violationsMax).map(({ reason }) => reason),
    },
    { says: 'every process finishes what it has, and ends by itself', violations: endings },
    withinBudget(failures, failedForMs),
    {
      says: 'whoever has an id to send again is answered in the end',
      violations: ['order', 'pay', 'accrue'].flatMap((kind) => played.of[kind]?.firstFailure ?? []),
    },
    ...(await checkAcknowledged(stage, visiting.people.acknowledged)),
  ];
  const replaced = stage.processes.length;
  return { seed, asked, failed: failures.length, movedMs, failedForMs, replaced, invariants };
}

async function ended(visiting: Visit) {
  // Whatever a fail-over leaves behind would show in the moment after it.
  await new Promise((resume) => setTimeout(resume, calmMs));
  const played = await visiting.end();
  const { failures, asked } = visiting.people;
  return { played, failures, asked };
}

function withinBudget(failures: readonly Failure[], failedForMs: number): Invariant {
  const [first] = failures;
  const told = first === undefined ? '' : `; the first: ${first.reason}`;
  return {
    says: `a fail-over fails requests for ${String(failedForMsMax / 1_000)} s at most, and no more than ${String(failedMax)}: a thousandth of a day's`,
    violations: [
      ...(failedForMs > failedForMsMax ? [`they failed for ${String(failedForMs)} ms${told}`] : []),
      ...(failures.length > failedMax ? [`${String(failures.length)} failed${told}`] : []),
    ],
  };
}
