/** One round: many move points while parts are killed, and somebody looks at the books all the time. */
import { setTimeout as pause } from 'node:timers/promises';
import { BankClients } from './bank-clients';
import { checkBank } from './bank-invariants';
import { parts, type BankStage, type Part } from './bank-stage';
import type { Chance } from './chance';
import type { Invariant } from './fault-run';

/** The time between two kills is drawn between these. */
const [leastMs, mostMs] = [2_000, 6_000];
/** Where the database was just killed it cannot be looked at. */
const lookAgainMs = 100;

export interface BankRound {
  kills: { part: Part; atMs: number }[];
  acts: number;
  looks: number;
  invariants: Invariant[];
}

/** @param seconds for which points are moved */
export async function runBankRound(
  stage: BankStage,
  seconds: number,
  chance: Chance,
  say: (line: string) => void,
): Promise<BankRound> {
  const clients = new BankClients(stage, chance);
  await clients.open();
  const ended = AbortSignal.timeout(seconds * 1_000);
  const [kills, looks] = await Promise.all([
    killAtRandom(stage, chance, ended, say),
    lookAtBooks(stage, ended),
    clients.move(ended),
  ]);
  const invariants = await checkBank(stage, clients, looks);
  return { kills, acts: clients.acknowledged.size, looks: looks.count, invariants };
}

async function killAtRandom(
  stage: BankStage,
  chance: Chance,
  ended: AbortSignal,
  say: (line: string) => void,
): Promise<BankRound['kills']> {
  const began = performance.now();
  const kills: BankRound['kills'] = [];
  // Each part has its turn before one has its second.
  for (let left = chance.shuffled(parts); ; left = left.length > 0 ? left : chance.shuffled(parts)) {
    await pause(chance.between(leastMs, mostMs), undefined, { signal: ended }).catch(() => undefined);
    const part = left.pop();
    if (ended.aborted || part === undefined) return kills;
    const atMs = Math.round(performance.now() - began);
    say(`kill -9 ${part} at ${(atMs / 1_000).toFixed(1)} s`);
    await stage.kill(part, (among) => chance.shuffled(among)[0]);
    kills.push({ part, atMs });
  }
}

async function lookAtBooks(
  stage: BankStage,
  ended: AbortSignal,
): Promise<{ count: number; faults: string[] }> {
  const faults: string[] = [];
  let count = 0;
  while (!ended.aborted) {
    const found = await stage.faultsOfBooks().catch(() => undefined);
    if (found) count += 1;
    else await pause(lookAgainMs);
    faults.push(...(found ?? []));
  }
  return { count, faults };
}
