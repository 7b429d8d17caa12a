/**
 * `day`: a day of a million users against all of Plaza's processes on real engines. What one request of each kind costs is measured, and how
 * much of the day's peak this machine can bear; both are written to `docs/capacity.md` and, for programs, to `docs/capacity.json`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '@plaza/engines';
import { z } from 'zod';
import { commitMs } from './day/commits';
import type { Figures } from './day/figures';
import { DayMeasure, saturatedBy } from './day/measure';
import { withFigures } from './day/page';
import { DayStage } from './day/stage';
import { Unavailable, type Benchmark, type Check, type Findings, type Workshop } from './support/benchmark';
import { startChild } from './support/child';
import { machine, versions } from './support/machine';
import { writeJson } from './support/record';

const users = 1_000_000;
const beginWithinMs = 60_000;

export const wholeDay: Benchmark = {
  name: 'day',
  about: `a day of ${users} users: what each kind of request costs, and how much of the peak one machine bears`,
  run,
};

async function run(workshop: Workshop): Promise<Findings> {
  if (process.platform !== 'linux') throw new Unavailable('Who is busy is told by Linux alone');
  const { running, options, say } = workshop;
  const stage = await DayStage.open(workshop);
  const load = await running.start('load', () => startChild('load', 'day.load'));
  await load.ask(z.null(), { shop: stage.shop }, beginWithinMs);
  const measure = new DayMeasure(stage, load, users, say);
  await measure.warmUp();
  const idleCores = await measure.idleCores();
  const costs = await measure.costs(options.roundMs);
  const day = await measure.wholeDay();
  const rising = await measure.rising(options.roundMs);
  const commits = await commitMs(stage.superuserUrl);
  const engines = await stage.engines();
  const here = machine();
  const figures: Figures = {
    at: new Date().toISOString(),
    machine: here,
    versions: { ...(await versions()), ...engines },
    ...{ idleCores, commitMs: commits, costs, day, rising, saturated: saturatedBy(rising, here.cores) },
  };
  const checks = await checksOf(stage, measure);
  if (checks.every(({ holds }) => holds)) write(figures);
  return {
    comparisons: [],
    checks,
    remarks: [
      `What had no more to give: ${figures.saturated}.`,
      'The tables are in docs/capacity.md, the figures in docs/capacity.json; where a line is broken, both stay as they were.',
    ],
    engines,
  };
}

function write(figures: Figures): void {
  const page = join(projectRoot, 'docs', 'capacity.md');
  writeFileSync(page, withFigures(readFileSync(page, 'utf8'), figures));
  writeJson(join(projectRoot, 'docs', 'capacity.json'), figures);
}

/** Where more was asked than could be answered, more may have been done than anybody heard of; never less. */
async function checksOf(stage: DayStage, { answered, failures }: DayMeasure): Promise<Check[]> {
  const { orders, wishes, payments, paid, entries } = await stage.kept();
  return [
    {
      says: `nobody is turned away while each kind is asked alone${failures.length === 0 ? '' : `: ${failures.join('; ')}`}`,
      holds: failures.length === 0,
    },
    {
      says: `every order that was answered is there: ${orders}, answered ${answered.order}`,
      holds: orders >= answered.order,
    },
    {
      says: `every payment that was answered is captured, and its order paid: ${paid} paid, ${payments} captured of ${wishes}, answered ${answered.pay}`,
      holds: wishes >= answered.pay && payments === wishes && paid === payments,
    },
    {
      says: `every accrual that was answered is in the ledger: ${entries}, answered ${answered.accrue}`,
      holds: entries >= answered.accrue,
    },
  ];
}
