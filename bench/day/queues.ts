/**
 * What no single machine can show: many processes and a database of many cores, and how long requests wait for them. Requests come in by
 * chance, go to the api processes in turn and from there to the database, and wait at each for whoever came before. What is waited for
 * other than processors, as the disk at a commit, is not in it.
 */
import { drawing } from '../support/drawing';
import type { Figures } from './figures';
import { kinds, total, type Kind, type Rates } from './model';

export interface Plan {
  apiProcesses: number;
  databaseCores: number;
}

export interface Waited {
  p50: number;
  p99: number;
  /** Of what the plan has, how much is busy. */
  apiShare: number;
  databaseShare: number;
}

const requestsMax = 40_000;
const seed = 7;

/** A line of people and those who serve them, in order of arrival. Times in any unit. */
export class Line {
  private readonly freeAt: number[];
  busy = 0;

  constructor(servers: number) {
    this.freeAt = Array.from({ length: servers }, () => 0);
  }

  /** @returns when the one that arrives then has been served; must be called in order of arrival */
  serve(arrivesAt: number, takes: number): number {
    const first = this.freeAt.indexOf(Math.min(...this.freeAt));
    const done = Math.max(arrivesAt, this.freeAt[first] ?? 0) + takes;
    this.freeAt[first] = done;
    this.busy += takes;
    return done;
  }
}

/** Its password is looked at by threads beside the process, so nobody waits behind it. */
const isWaitedFor = (kind: Kind) => kind !== 'sign-in';

export function simulate(costs: Figures['costs'], rates: Rates, plan: Plan): Waited {
  const drawn = drawing(seed);
  const exponential = (mean: number) => -Math.log(1 - drawn()) * mean;
  const asked = kinds.filter(isWaitedFor);
  const perMs = (total(rates) - rates['sign-in']) / 1_000;
  const apis = Array.from({ length: plan.apiProcesses }, () => new Line(1));
  const database = new Line(plan.databaseCores);
  let arrivesAt = 0;
  const atDatabase: { arrivedAt: number; at: number; takes: number }[] = [];
  for (let number = 0; number < requestsMax; number += 1) {
    arrivesAt += exponential(1 / perMs);
    const { microseconds } = costs[chosen(asked, rates, drawn() * perMs * 1_000)];
    const api = apis[number % apis.length];
    const at = api?.serve(arrivesAt, exponential(microseconds.api / 1_000)) ?? arrivesAt;
    atDatabase.push({ arrivedAt: arrivesAt, at, takes: exponential(microseconds.PostgreSQL / 1_000) });
  }
  const took = atDatabase
    .sort((one, other) => one.at - other.at)
    .map(({ arrivedAt, at, takes }) => database.serve(at, takes) - arrivedAt)
    .sort((one, other) => one - other);
  const percentile = (share: number) => took[Math.floor(share * (took.length - 1))] ?? 0;
  const busyApis = apis.reduce((sum, { busy }) => sum + busy, 0);
  return {
    p50: percentile(0.5),
    p99: percentile(0.99),
    apiShare: busyApis / apis.length / arrivesAt,
    databaseShare: database.busy / plan.databaseCores / arrivesAt,
  };
}

function chosen(among: readonly Kind[], rates: Rates, place: number): Kind {
  let left = place;
  for (const kind of among) {
    left -= rates[kind];
    if (left < 0) return kind;
  }
  return 'browse';
}
