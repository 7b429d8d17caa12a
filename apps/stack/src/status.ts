/** `stack status`: how each part is, for people and for programs. */
import { partsOf } from './parts/parts';
import type { Part } from './parts/part';
import type { Plan } from './plan';

export interface PartStatus {
  name: string;
  title: string;
  port: number;
  pid: number | null;
  healthy: boolean;
  /** What is wrong; null when it is healthy. */
  fault: string | null;
}

export interface StackStatus {
  healthy: boolean;
  parts: PartStatus[];
}

export async function statusOf(plan: Plan): Promise<StackStatus> {
  const parts = await Promise.all(Object.values(partsOf(plan)).map(partStatus));
  return { healthy: parts.every(({ healthy }) => healthy), parts };
}

async function partStatus(part: Part): Promise<PartStatus> {
  const pid = (await part.pid()) ?? null;
  const fault = pid === null ? 'it does not run' : ((await part.fault()) ?? null);
  return { name: part.name, title: part.title, port: part.port, pid, healthy: fault === null, fault };
}

/** One line a part, in columns. */
export function statusLines({ parts }: StackStatus): string[] {
  const width = Math.max(...parts.map(({ title }) => title.length));
  return parts.map(({ title, port, pid, fault }) => {
    const process = pid === null ? '' : `  pid ${pid}`;
    return `${title.padEnd(width)}  port ${String(port).padEnd(5)}  ${fault ?? 'healthy'}${process}`;
  });
}
