/**
 * One thing that has to be so before Plaza may be put into production, and what came of looking at it. Whoever adds a check says why
 * it matters and how to mend it: that is what an operator reads.
 */
import { within, type Settings } from '@plaza/platform';
import { faultText } from '../terminal';
import type { Deployment } from './deployment';

/** A fault keeps a deployment from going on; a warning may be meant. */
export type Weight = 'fault' | 'warning';

export interface Check {
  /** Stable, for programs: the group, and what is looked at. */
  name: string;
  weight: Weight;
  why: string;
  mend: string;
  /** Where there is nothing to look at, it is not asked; always by default. */
  concerns?: (settings: Settings) => boolean;
  /** A sentence for each thing that is not as it should be; never with a secret in it. */
  look: (deployment: Deployment) => string[] | Promise<string[]>;
}

/** `unknown`: it could not be looked at, which is as bad as a fault. */
export type Verdict = 'passed' | Weight | 'unknown' | 'not-concerned';

export interface CheckResult {
  check: string;
  verdict: Verdict;
  found: string[];
  why: string;
  mend: string;
}

const lookMsMax = 15_000;

/** One after the other, so that no check disturbs what another measures. */
export async function runChecks(checks: readonly Check[], deployment: Deployment): Promise<CheckResult[]> {
  const results: CheckResult[] = [];
  for (const check of checks) results.push(await resultOf(check, deployment));
  return results;
}

async function resultOf(check: Check, deployment: Deployment): Promise<CheckResult> {
  const { name, weight, why, mend, concerns = () => true } = check;
  const texts = { check: name, why, mend };
  if (!concerns(deployment.settings)) return { ...texts, verdict: 'not-concerned', found: [] };
  try {
    const found = await within(lookMsMax, Promise.resolve(check.look(deployment)));
    return { ...texts, verdict: found.length === 0 ? 'passed' : weight, found };
  } catch (error) {
    return { ...texts, verdict: 'unknown', found: [`could not be looked at: ${faultText(error)}`] };
  }
}

/** For checks that find one thing or nothing. */
export function foundWhere(isWrong: boolean, sentence: string): string[] {
  return isWrong ? [sentence] : [];
}
