/** `npm run audit` tells a registry that found nothing from one that could not be asked, and one weakness from another. */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const script = resolve(__dirname, '../../scripts/audit.mjs');
const folder = mkdtempSync(join(tmpdir(), 'plaza-audit-'));

afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** An npm that has this to say. */
function audit(answer: string): Promise<{ code: number; said: string }> {
  const npm = join(folder, 'npm-cli.cjs');
  writeFileSync(npm, `process.stdout.write(${JSON.stringify(answer)});`);
  return new Promise((done) => {
    const env = { ...process.env, npm_execpath: npm };
    const child = execFile(process.execPath, [script], { env }, (_error, said) => {
      done({ code: child.exitCode ?? -1, said });
    });
  });
}

const report = (vulnerabilities: object) => JSON.stringify({ auditReportVersion: 2, vulnerabilities });
const weak = (severity: string) =>
  report({
    brittle: {
      ...{ name: 'brittle', severity, range: '<2.0.1', fixAvailable: true },
      via: [{ title: 'Reads what it should not', url: 'https://example.org/advisory' }],
    },
  });

it.each([
  ['nothing is known', report({}), 0, /No package of production/],
  [
    'something of little weight is known',
    weak('moderate'),
    0,
    /moderate: brittle <2\.0\.1: Reads what it should not/,
  ],
  ['something of weight is known', weak('high'), 1, /1 packages .* 1 of them one of weight/],
  ['the registry does not answer this', '{"message":"405 Method Not Allowed"}', 69, /could be asked.*405/],
  ['there is no answer', '', 69, /could be asked/],
])('Where %s, it ends so that a script can tell', async (_what, answer, code, said) => {
  const ended = await audit(answer);
  expect(ended).toEqual({ code, said: expect.stringMatching(said) as string });
});
