/*
 * The simulator as a process of its own.
 */
import { readEnvironment } from './environment';
import { messageOf } from './destination';
import { startSimulator } from './simulator';

const exitConfiguration = 78;

async function main(): Promise<void> {
  const read = readEnvironment(process.env);
  if ('faults' in read) {
    for (const fault of read.faults) process.stderr.write(`${fault}\n`);
    process.exitCode = exitConfiguration;
    return;
  }
  const simulator = await startSimulator(read.options);
  process.stdout.write(`Gateway simulator: ${simulator.url}\n`);
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, resolve);
  });
  await simulator.close();
}

main().catch((fault: unknown) => {
  process.stderr.write(`${messageOf(fault)}\n`);
  process.exitCode = 1;
});
