/** On what, and with what, a figure was measured: without it a number cannot be compared with another. */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cpus, release, totalmem, type } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';

const run = promisify(execFile);
const packages = ['@nestjs/core', 'fastify', 'typeorm', 'pg', 'kafkajs', 'autocannon'];
const described = z.object({ version: z.string() });

export interface Machine {
  system: string;
  processor: string;
  cores: number;
  memoryGiB: number;
}

export function machine(): Machine {
  const processors = cpus();
  return {
    system: `${type()} ${release()} ${process.arch}`,
    processor: processors[0]?.model.trim() ?? 'unknown',
    cores: processors.length,
    memoryGiB: Math.round(totalmem() / 1024 ** 3),
  };
}

export async function versions(): Promise<Record<string, string>> {
  return {
    plaza: await commit(),
    node: process.version,
    ...Object.fromEntries(packages.map((name) => [name, packageVersion(name)])),
  };
}

/** The commit, and whether files differ from it; "unknown" outside a repository. */
async function commit(): Promise<string> {
  try {
    const { stdout: head } = await run('git', ['rev-parse', '--short=12', 'HEAD']);
    const { stdout: changes } = await run('git', ['status', '--porcelain', '--untracked-files=no']);
    return `${head.trim()}${changes === '' ? '' : ' with changes'}`;
  } catch {
    return 'unknown';
  }
}

function packageVersion(name: string): string {
  try {
    const file = join(process.cwd(), 'node_modules', name, 'package.json');
    return described.parse(JSON.parse(readFileSync(file, 'utf8'))).version;
  } catch {
    return 'unknown';
  }
}
