/** Reads the risk out of an answer of the screening service; what cannot be read is no answer, and says why. */

export type Reading = { risk: number } | { fault: string };

const riskMin = 5;
const riskMax = 95;

/**
 * The risk is the last field of the first entry of `RISKREPQ`, whose fields stand between semicolons, brought into 5 to 95. The
 * result that the service's own clients make of it is 100 less the risk.
 */
export function readRisk(text: string): Reading {
  let answer: unknown;
  try {
    answer = JSON.parse(text);
  } catch {
    return { fault: 'The answer is not JSON' };
  }
  const status = fieldOf(answer, 'Status');
  if (status !== 'OK') return { fault: 'The answer does not say that all is well' };
  const entries = fieldOf(fieldOf(answer, 'Data'), 'RISKREPQ');
  if (!Array.isArray(entries)) return { fault: 'The answer has no RISKREPQ' };
  const [first] = entries as unknown[];
  if (first === undefined) return { fault: 'RISKREPQ is empty' };
  const number = typeof first === 'string' ? numberIn(first.split(';').at(-1)) : undefined;
  if (number === undefined) return { fault: 'RISKREPQ holds no number' };
  return { risk: Math.round(Math.min(riskMax, Math.max(riskMin, number))) };
}

function numberIn(text = ''): number | undefined {
  return /^\s*-?\d{1,9}(?:\.\d{1,9})?\s*$/.test(text) ? Number(text) : undefined;
}

function fieldOf(of: unknown, name: string): unknown {
  return typeof of === 'object' && of !== null ? (of as Record<string, unknown>)[name] : undefined;
}
