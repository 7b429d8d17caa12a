/** The gateway simulator as a process of its own, which sends its messages to the stack's Kafka. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { builtProgram, runningEngine, startEngine, stopEngine } from '@plaza/engines';
import type { Plan } from '../plan';
import { brokersOf } from './kafka';
import type { Part } from './part';

const program = builtProgram('apps/gateway-simulator/src/main.js');
const answerWithinMs = 2_000;
const readyWithinMs = 20_000;

export const simulatorUrlOf = ({ ports }: Plan): string => `http://127.0.0.1:${ports.simulator}`;

export function simulatorPart(plan: Plan): Part {
  const folder = join(plan.folder, 'simulator');
  const pidFile = join(folder, 'simulator.pid.json');
  const answers = async (): Promise<boolean> => {
    try {
      const signal = AbortSignal.timeout(answerWithinMs);
      return (await fetch(`${simulatorUrlOf(plan)}/scenario`, { signal })).ok;
    } catch {
      return false;
    }
  };
  return {
    name: 'simulator',
    title: 'Gateway simulator',
    port: plan.ports.simulator,
    portNames: ['simulator'],
    pid: async () => (await runningEngine(pidFile))?.pid,
    start: async () => {
      await mkdir(folder, { recursive: true });
      await startEngine({
        name: 'The gateway simulator',
        command: process.execPath,
        args: [program],
        environment: {
          PORT: String(plan.ports.simulator),
          HOST: '127.0.0.1',
          KAFKA_BROKERS: brokersOf(plan),
        },
        logFile: join(folder, 'simulator.log'),
        ready: answers,
        readyWithinMs,
        detached: true,
        pidFile,
      });
    },
    fault: async () => ((await answers()) ? undefined : 'it does not answer'),
    stop: async () => {
      await stopEngine(pidFile);
    },
  };
}
