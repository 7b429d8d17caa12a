/** Reads the command line; every fault is told at once. */
import { parseArgs } from 'node:util';

export interface Options {
  /** Length of a round of a fixed time. */
  roundMs: number;
  rounds: number;
  /** Messages of a round of `payments-offline`; of `payments-online` a tenth of it, of `payments-memory` five times as many. */
  messages: number;
  /** Also writes where Plaza's processes spend their time. */
  profile: boolean;
  /** All results in one file. */
  jsonFile: string | undefined;
}

export interface CommandLine {
  names: string[];
  options: Options;
}

export const usage = [
  'npm run bench -- [name …] [--seconds 5] [--rounds 3] [--messages 200000] [--json file] [--profile]',
  '  --seconds   length of a round, for benchmarks whose rounds have one',
  '  --rounds    rounds of every contender, turn by turn',
  '  --messages  messages of a round of payments-offline; payments-online takes a tenth, payments-memory five times as many',
  '  --json      writes the results of all benchmarks to one file, too',
  '  --profile   writes a processor profile of Plaza to .plaza/bench/profiles',
].join('\n');

/** @throws Error with all faults and the usage */
export function readCommandLine(given: readonly string[], known: readonly string[]): CommandLine {
  const { values, positionals } = parse(given);
  const faults: string[] = [];
  const number = (name: 'seconds' | 'rounds' | 'messages', least: number, most: number): number => {
    const value = Number(values[name]);
    if (Number.isFinite(value) && value >= least && value <= most) return value;
    faults.push(`--${name} must be a number from ${least} to ${most}`);
    return least;
  };
  for (const name of positionals) {
    if (!known.includes(name)) faults.push(`There is no benchmark "${name}"; there are ${known.join(', ')}`);
  }
  const options: Options = {
    roundMs: number('seconds', 0.5, 120) * 1000,
    rounds: Math.round(number('rounds', 1, 20)),
    messages: Math.round(number('messages', 1_000, 2_000_000)),
    profile: values.profile,
    jsonFile: values.json,
  };
  if (faults.length > 0) throw new Error(`${faults.join('\n')}\n\n${usage}`);
  return { names: positionals.length > 0 ? positionals : [...known], options };
}

function parse(given: readonly string[]) {
  try {
    return parseArgs({
      args: [...given],
      allowPositionals: true,
      options: {
        seconds: { type: 'string', default: '5' },
        rounds: { type: 'string', default: '3' },
        messages: { type: 'string', default: '200000' },
        json: { type: 'string' },
        profile: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
  }
}
