/** What `docker compose up` promises, read from its files; where the client is installed, it has its say, too. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const root = resolve(__dirname, '../..');
const text = (file: string): string => readFileSync(resolve(root, file), 'utf8');
const composition = text('docker-compose.yml');

/** The lines below each key that is indented by two, in one part of the file. */
function entriesOf(part: string): Map<string, string> {
  const [, body = ''] = composition.split(`\n${part}:\n`);
  const [own = ''] = body.split(/\n(?=\S)/);
  const entries = own.split(/^ {2}(?=[\w-]+:\n)/m).slice(1);
  return new Map(entries.map((entry) => [entry.split(':')[0] ?? '', entry]));
}

function composeIsInstalled(): boolean {
  try {
    execFileSync('docker', ['compose', 'version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

describe('The containers', () => {
  const services = entriesOf('services');
  const lasting = [...services].filter(([, lines]) => !lines.includes("restart: 'no'"));

  test('are all processes and all engines', () => {
    expect(lasting.map(([name]) => name).sort()).toEqual(
      ['api', 'gateway-simulator', 'kafka', 'payments', 'postgres', 'redis', 'replica', 'worker'].sort(),
    );
  });

  test.each([...services])('%s is confined', (_name, lines) => {
    expect(lines).toMatch(/<<: \*(plaza|postgres|contained)\n/);
    expect(lines).not.toMatch(/privileged|read_only: false|cap_add|user: root/);
  });

  test.each(lasting)('%s tells whether it is well', (_name, lines) => {
    expect(lines).toContain('healthcheck:');
  });

  test('come from images of a version that is written down', () => {
    const images = [...composition.matchAll(/image: (.+)/g)].map(([, image]) => image);
    const bases = [...text('Dockerfile').matchAll(/^FROM (\S+:\S+)/gm)].map(([, image]) => image);
    for (const image of [...images.filter((name) => name !== 'plaza'), ...bases]) {
      expect(image).toMatch(/:\d+\.\d+/);
    }
  });

  test('bring no secret along', () => {
    expect(composition).not.toMatch(/(PASSWORD|SECRET|KEYS)\w*: *[^\s$/]/);
  });

  if (composeIsInstalled()) {
    test('are described without a fault', () => {
      const options = { cwd: root, encoding: 'utf8', stdio: 'pipe' } as const;
      expect(execFileSync('docker', ['compose', '--profile', '*', 'config', '--quiet'], options)).toBe('');
    });
  }
});
