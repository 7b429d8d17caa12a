/**
 * How much of the processor a process and its children use: on a machine where server, load and database share two cores, a
 * figure says little without it. Read from Linux' /proc; elsewhere nothing is told.
 */
import { readdirSync, readFileSync } from 'node:fs';

/** Linux counts processor time in hundredths of a second for every program, whatever the kernel's own clock. */
const ticksPerSecond = 100;

interface Usage {
  parent: number;
  seconds: number;
}

/** Processor seconds used so far, by the given names of processes; their children count with them. */
export function processorSeconds(pids: Readonly<Record<string, number>>): Record<string, number> {
  const usages = allUsages();
  const used: Record<string, number> = {};
  for (const [name, pid] of Object.entries(pids)) {
    const own = usages.get(pid);
    if (own === undefined) continue;
    const children = [...usages.values()].filter(({ parent }) => parent === pid);
    used[name] = children.reduce((sum, { seconds }) => sum + seconds, own.seconds);
  }
  return used;
}

function allUsages(): Map<number, Usage> {
  if (process.platform !== 'linux') return new Map();
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return new Map(
    pids.flatMap((pid): [number, Usage][] => {
      const usage = usageOf(pid);
      return usage === undefined ? [] : [[Number(pid), usage]];
    }),
  );
}

/** Fields by proc(5); the command's name stands in brackets and may hold anything, so they are counted from behind it. */
function usageOf(pid: string): Usage | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const ticks = (at: number) => Number(fields[at]);
    const [parentAt, userAt, systemAt, deadChildrenUserAt, deadChildrenSystemAt] = [1, 11, 12, 13, 14];
    const used = ticks(userAt) + ticks(systemAt) + ticks(deadChildrenUserAt) + ticks(deadChildrenSystemAt);
    return { parent: ticks(parentAt), seconds: used / ticksPerSecond };
  } catch {
    return undefined;
  }
}
