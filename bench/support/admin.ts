/** An administrator of Plaza, made from a terminal as the first one always is. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { builtProgram } from '@plaza/engines';
import { z } from 'zod';

const run = promisify(execFile);
const admin = { username: 'bench-admin', password: 'a long password of bench-admin' };
const program = builtProgram('apps/cli/src/main.js');
const signedIn = z.object({ accessToken: z.string() });

/** @param environment that of the processes */
export async function adminToken(url: string, environment: Record<string, string>): Promise<string> {
  await run(
    process.execPath,
    [program, 'create-admin', '--username', admin.username, '--email', 'bench-admin@example.com'],
    { env: { ...process.env, ...environment, PLAZA_ADMIN_PASSWORD: admin.password } },
  );
  const answer = await fetch(`${url}/v1/identity/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(admin),
  });
  if (!answer.ok) throw new Error(`Signing in answered ${answer.status}: ${await answer.text()}`);
  return signedIn.parse(await answer.json()).accessToken;
}
