/**
 * A program of the benchmarks in a process of its own: a floor or a load, which must share no event loop with anything. It is
 * asked by messages and answers by messages; both sides of the wire are here.
 */
import { fork, type ChildProcess } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { builtProgram, endProcess, identify } from '@plaza/engines';
import { z } from 'zod';
import { filesFolder } from './folders';

export interface Child {
  readonly pid: number;
  /** Sends a request and reads the answer. @throws when the child fails at it, ends, or takes longer than `withinMs` */
  ask<T>(answer: z.ZodType<T>, request: unknown, withinMs?: number): Promise<T>;
  stop(): Promise<void>;
}

const answerSchema = z.union([z.object({ answer: z.unknown() }), z.object({ failure: z.string() })]);
const withinMsDefault = 60_000;

/** @param program the compiled file of a `bench/*.ts` program, by its name without ending */
export async function startChild(name: string, program: string): Promise<Child> {
  const log = openSync(join(filesFolder('logs'), `${name}.log`), 'w');
  const child = fork(builtProgram(`bench/${program}.js`), {
    serialization: 'advanced',
    stdio: ['ignore', log, log, 'ipc'],
    // In a process group of its own: Ctrl-C must reach the runner alone, which then stops what it started.
    detached: true,
  });
  closeSync(log);
  await new Promise<void>((resolve, reject) => {
    child.once('spawn', resolve);
    child.once('error', reject);
  });
  const pid = child.pid ?? 0;
  const identity = await identify(pid);
  return {
    pid,
    ask: (schema, request, withinMs = withinMsDefault) => ask(child, name, { schema, request, withinMs }),
    stop: async () => {
      if (child.connected) child.disconnect();
      if (identity) await endProcess(identity);
    },
  };
}

interface Question<T> {
  schema: z.ZodType<T>;
  request: unknown;
  withinMs: number;
}

async function ask<T>(child: ChildProcess, name: string, question: Question<T>): Promise<T> {
  const message = await new Promise<unknown>((resolve, reject) => {
    const settle = (outcome: { message: unknown } | { fault: string }) => {
      clearTimeout(timer);
      child.off('exit', onExit).off('message', onMessage);
      if ('fault' in outcome) reject(new Error(`${name} ${outcome.fault}`));
      else resolve(outcome.message);
    };
    const onMessage = (received: unknown) => {
      settle({ message: received });
    };
    const onExit = () => {
      settle({ fault: `has ended; its log is in ${filesFolder('logs')}` });
    };
    const timer = setTimeout(() => {
      settle({ fault: `gave no answer within ${question.withinMs} ms` });
    }, question.withinMs);
    child.once('exit', onExit).once('message', onMessage);
    child.send({ request: question.request }, (error) => {
      if (error) settle({ fault: `cannot be asked: ${error.message}` });
    });
  });
  const read = answerSchema.parse(message);
  if ('failure' in read) throw new Error(`${name} failed: ${read.failure}`);
  return question.schema.parse(read.answer);
}

/** The child's side: answers every request, and ends when the runner is gone. */
export function answerRequests<T>(request: z.ZodType<T>, answer: (request: T) => Promise<unknown>): void {
  const envelope = z.object({ request });
  process.on('disconnect', () => process.exit(0));
  process.on('message', (message) => {
    Promise.resolve()
      .then(() => answer(envelope.parse(message).request))
      .then(
        (result) => process.send?.({ answer: result }),
        (error: unknown) =>
          process.send?.({
            failure: error instanceof Error ? (error.stack ?? error.message) : String(error),
          }),
      );
  });
}
