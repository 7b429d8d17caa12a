/** How any engine is started, waited for, found again and stopped. Small Node programs stand for the engines. */
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { join } from 'node:path';
import {
  endProcess,
  identify,
  isPortAnswering,
  isPortFree,
  lockFolder,
  portHolder,
  runningEngine,
  startEngine,
  stopEngine,
  type EngineOptions,
} from '@plaza/engines';
import { newFolder, newPort } from './places';

const listening = 'require("node:net").createServer().listen(Number(process.argv[1]), "127.0.0.1");';
const deaf = 'process.on("SIGTERM", () => undefined);';

async function engine(program: string, changes: Partial<EngineOptions> = {}): Promise<EngineOptions> {
  const port = await newPort();
  return {
    name: 'Engine',
    command: process.execPath,
    args: ['-e', program, String(port)],
    logFile: join(newFolder(), 'engine.log'),
    ready: () => isPortAnswering(port),
    readyWithinMs: 15_000,
    ...changes,
  };
}

test('An engine counts as started once it answers, and is gone once stopped', async () => {
  const started = await startEngine(await engine(listening));
  expect(await identify(started.pid)).toEqual(started.identity);
  await started.stop();
  await started.stop();
  expect(await identify(started.pid)).toBeUndefined();
  expect(await started.exited).toEqual({ code: null, signal: 'SIGTERM' });
});

test('An engine that ends while starting fails with the last it had to say', async () => {
  const options = await engine('console.error("no such setting: x"); process.exit(3)');
  await expect(startEngine(options)).rejects.toThrow(/Engine ended while starting.*no such setting: x/s);
});

test('An engine that stays silent is stopped when the time is up', async () => {
  const options = await engine('console.log("thinking"); setInterval(() => undefined, 1000)', {
    readyWithinMs: 1_500,
  });
  await expect(startEngine(options)).rejects.toThrow(/Engine did not answer within 1.5 s.*thinking/s);
});

test('A program that is not there is named', async () => {
  const options = await engine('', { command: '/no/such/program' });
  await expect(startEngine(options)).rejects.toThrow('Engine could not be started (/no/such/program)');
});

test('An engine that does not listen to SIGTERM is killed', async () => {
  const started = await startEngine(await engine(deaf + listening, { stopWithinMs: 200 }));
  await started.stop();
  expect(await started.exited).toEqual({ code: null, signal: 'SIGKILL' });
});

test('An engine is found and stopped by its pid file', async () => {
  const pidFile = join(newFolder(), 'engine.pid');
  const started = await startEngine(await engine(listening, { detached: true, pidFile }));
  expect(await runningEngine(pidFile)).toEqual(started.identity);
  expect(await stopEngine(pidFile)).toBe('stopped');
  expect(await runningEngine(pidFile)).toBeUndefined();
  expect(await stopEngine(pidFile)).toBe('was-not-running');
});

test('A pid that has gone to another process is not mistaken for the engine, and that process is spared', async () => {
  const pidFile = join(newFolder(), 'engine.pid');
  writeFileSync(pidFile, JSON.stringify({ pid: process.pid, started: 'long ago' }));
  expect(await runningEngine(pidFile)).toBeUndefined();
  expect(await stopEngine(pidFile)).toBe('was-not-running');
  expect(await endProcess({ pid: process.pid, started: 'long ago' })).toBe('was-not-running');
});

test('A port tells whether it is free and who has it', async () => {
  const port = await newPort();
  expect(await isPortFree(port)).toBe(true);
  expect(await portHolder(port)).toBeUndefined();
  const server = createServer().listen(port, '127.0.0.1');
  await once(server, 'listening');
  expect(await isPortFree(port)).toBe(false);
  expect(await portHolder(port)).toMatchObject({ pid: process.pid });
  server.close();
});

test('A folder is held by one, handed on, and taken over from the dead', async () => {
  const folder = newFolder();
  const file = join(folder, 'lock.json');
  const lock = await lockFolder(folder, file);
  await expect(lockFolder(folder, file)).rejects.toThrow('in use by this process already');
  lock.release();
  (await lockFolder(folder, file)).release();
  writeFileSync(file, JSON.stringify({ pid: process.pid, started: 'long ago' }));
  (await lockFolder(folder, file)).release();
});

test('Of many who want a dead holder’s folder at once, exactly one gets it', async () => {
  const folder = newFolder();
  const file = join(folder, 'lock.json');
  writeFileSync(file, JSON.stringify({ pid: process.pid, started: 'long ago' }));
  const attempts = await Promise.allSettled(Array.from({ length: 20 }, () => lockFolder(folder, file)));
  expect(attempts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});
