/** One round: a whole simulation, parts killed at random instants of it, rest, and a look at what must be true. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Chance } from './chance';
import { checkPayments, underWay, type Invariant } from './payments-invariants';
import type { Part, PaymentsStage } from './payments-stage';

export interface RoundPlan {
  seed: string;
  messages: number;
  /** Over which they are sent. */
  seconds: number;
  /** Each is killed once. */
  victims: readonly Part[];
}

export interface Round extends RoundPlan {
  kills: { part: Part; atMs: number }[];
  invariants: Invariant[];
  tookMs: number;
}

/** As long as something moves, on a machine that is busy. */
const restWithinMs = 480_000;
const standstillMsMax = 120_000;
const lookEveryMs = 500;
/** Everything that can go wrong at the third party does, to some of the payments. */
export const scenario = {
  shares: { approve: 0.6, refuse: 0.15, malformed: 0.05, error: 0.1, timeout: 0.02, reset: 0.08 },
  nonAnswersMax: 1,
};

export async function runRound(
  stage: PaymentsStage,
  plan: RoundPlan,
  chance: Chance,
  say: (line: string) => void,
): Promise<Round> {
  const { seed, messages, seconds, victims } = plan;
  await stage.beginRound({ seed, messages, seconds, scenario });
  const began = performance.now();
  const kills = chance
    .shuffled(victims)
    .map((part) => ({ part, atMs: Math.round(chance.between(0.05, 0.95) * seconds * 1_000) }))
    .sort((one, other) => one.atMs - other.atMs);
  for (const { part, atMs } of kills) {
    await pause(Math.max(0, atMs - (performance.now() - began)));
    say(`kill -9 ${part} at ${(atMs / 1_000).toFixed(1)} s`);
    await stage.kill(part, (among) => chance.shuffled(among)[0]);
  }
  await untilRest(stage);
  const invariants = await checkPayments(stage);
  return { ...plan, kills, invariants, tookMs: Math.round(performance.now() - began) };
}

/** Waits until the third party has sent everything and Plaza has nothing under way; what is not at rest by then is a violation. */
export async function untilRest(stage: PaymentsStage): Promise<void> {
  const beganAt = performance.now();
  let [left, movedAt] = ['nobody knows', beganAt];
  while (performance.now() - beganAt < restWithinMs && performance.now() - movedAt < standstillMsMax) {
    const now = await leftOn(stage).catch(() => left);
    if (now === '') return;
    if (now !== left) [left, movedAt] = [now, performance.now()];
    await pause(lookEveryMs);
  }
}

/** What is still to be done, in words; nothing at rest. */
async function leftOn(stage: PaymentsStage): Promise<string> {
  const { running } = await stage.told<{ running: boolean }>('/sent');
  const counts = { ...(await underWay(stage)), untaken: await stage.untaken() };
  const left = Object.entries(counts).filter(([, count]) => count > 0);
  return [...(running ? ['being sent'] : []), ...left.map(([what, count]) => `${count} ${what}`)].join(', ');
}
