/** `stack up`: starts what does not run, on the data it had, and makes the database ready. Safe to repeat at any time. */
import { isPortFree, portHolder, PortTaken, writeSettings } from '@plaza/engines';
import { prepareDatabase, runPlaza } from './database';
import { partsOf, type Parts } from './parts/parts';
import type { Part, Say } from './parts/part';
import { portVariables, rememberPorts, StackError, type Plan } from './plan';
import { settingsFor } from './settings-file';

export async function up(plan: Plan, { demo, say }: { demo: boolean; say: Say }): Promise<void> {
  const parts = partsOf(plan);
  await refuseMovingWhatRuns(plan, parts);
  await refuseTakenPorts(plan, parts);
  rememberPorts(plan);

  await allOf([
    ensure(parts.redis, say),
    ensure(parts.kafka, say).then(() => ensure(parts.simulator, say)),
    ensure(parts.postgres, say).then(() => ensure(parts.replica, say)),
  ]);
  const settings = await settingsFor(plan, await prepareDatabase(plan));
  await writeSettings(plan.settingsFile, settings);
  say('Bringing the schemas up to date');
  await runPlaza('migrate', settings);
  if (demo) {
    say('Seeing to the demo data');
    await runPlaza('seed', settings);
  }
}

async function ensure(part: Part, say: Say): Promise<void> {
  const pid = await part.pid();
  if (pid !== undefined) {
    say(`${part.title} runs already on port ${part.port}`);
    return;
  }
  const startedAt = performance.now();
  await part.start(say);
  say(`${part.title} runs on port ${part.port} (${((performance.now() - startedAt) / 1000).toFixed(1)} s)`);
}

/** Waits for all, so that nothing is still starting when a failure is told; tells all failures. */
async function allOf(work: readonly Promise<void>[]): Promise<void> {
  const failures = (await Promise.allSettled(work)).filter((outcome) => outcome.status === 'rejected');
  if (failures.length === 0) return;
  const reasons = failures.map(({ reason }: { reason: unknown }) =>
    reason instanceof Error ? reason.message : String(reason),
  );
  throw new StackError(
    `${reasons.join('\n')}\nWhat has started runs on: \`npm run stack -- down\` stops it.`,
  );
}

async function refuseMovingWhatRuns({ ports, portsBefore }: Plan, parts: Parts): Promise<void> {
  if (portsBefore === undefined || JSON.stringify(ports) === JSON.stringify(portsBefore)) return;
  const pids = await Promise.all(Object.values(parts).map((part: Part) => part.pid()));
  if (pids.every((pid) => pid === undefined)) return;
  throw new StackError('The stack runs on other ports. Move it after `npm run stack -- down`.');
}

async function refuseTakenPorts({ ports }: Plan, parts: Parts): Promise<void> {
  const faults: string[] = [];
  for (const part of Object.values(parts) as Part[]) {
    if ((await part.pid()) !== undefined) continue;
    for (const name of part.portNames) {
      const port = ports[name];
      if (await isPortFree(port)) continue;
      const taken = new PortTaken(port, part.title, await portHolder(port));
      faults.push(`${taken.message} Stop that process, or choose another port by ${portVariables[name]}.`);
    }
  }
  if (faults.length > 0) throw new StackError(faults.join('\n'));
}
