/**
 * Lets contenders do the same thing turn by turn: floor, Plaza, floor, Plaza, … so that whatever else changes on the machine
 * in the meantime meets them alike.
 */
import type { Comparison, Contender, Measured, MeasuredComparison } from './benchmark';
import type { Options } from './options';
import { processorSeconds } from './processor';
import { figureOf, median, perSecond, type MeasuredRound } from './statistics';

/** Until then the engine still compiles what a process of Plaza runs for every request. */
const warmUpMsDefault = 8_000;

export async function compare(
  comparison: Comparison,
  { rounds, roundMs }: Options,
  say: (line: string) => void,
): Promise<MeasuredComparison> {
  const { title, aim, contenders, warmUpMs = warmUpMsDefault } = comparison;
  const measured = contenders.map((contender) => ({ contender, rounds: [] as MeasuredRound[] }));
  if (warmUpMs > 0) {
    for (const contender of contenders) {
      say(`warm-up    ${contender.label}`);
      await measureRound(contender, warmUpMs);
    }
  }
  for (let number = 1; number <= rounds; number += 1) {
    for (const { contender, rounds: done } of measured) {
      const round = await measureRound(contender, roundMs);
      say(`round ${number}/${rounds}  ${contender.label}: ${Math.round(round.perSecond)}/s`);
      done.push(round);
    }
  }
  return {
    title,
    ...(aim && { aim }),
    measured: measured.map((entry) => summary(entry.contender, entry.rounds)),
  };
}

async function measureRound(contender: Contender, durationMs: number): Promise<MeasuredRound> {
  await contender.prepare?.();
  const processes = contender.processes();
  const before = processorSeconds(processes);
  const startedAt = performance.now();
  const round = await contender.round(durationMs);
  const tookSeconds = (performance.now() - startedAt) / 1000;
  const after = processorSeconds(processes);
  await contender.finish?.();
  const processors = Object.fromEntries(
    Object.entries(after).map(([name, total]) => {
      const seconds = total - (before[name] ?? 0);
      return [name, { cores: seconds / tookSeconds, microsecondsEach: (seconds / round.done) * 1e6 }];
    }),
  );
  return { ...round, perSecond: perSecond(round), processors };
}

function summary({ label, role, load }: Contender, rounds: MeasuredRound[]): Measured {
  const latencies = rounds.flatMap(({ latencyMs }) => (latencyMs ? [latencyMs] : []));
  return {
    label,
    role,
    load,
    perSecond: figureOf(rounds.map((round) => round.perSecond)),
    ...(latencies.length > 0 && {
      latencyMs: {
        p50: median(latencies.map(({ p50 }) => p50)),
        p99: median(latencies.map(({ p99 }) => p99)),
      },
    }),
    rounds,
  };
}
