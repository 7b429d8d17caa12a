/** Engines over TLS, as their settings say so: spoken to where their certificate is vouched for, and left where it is not. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Authority, type Certificate } from '#test/certificates';
import { serverUrl } from '#test/database';
import { address, describeWith } from '#test/needs';
import { frontOfKafka, frontOfPostgres, frontOfRedis, type Front } from '#test/tls-fronts';
import { World } from '#test/world';
import { RunningCommand } from './command';

interface Result {
  check: string;
  verdict: string;
  found: string[];
}

/** Each of them needs another engine to answer. */
const asked = ['database.primary', 'redis.bounded', 'kafka.brokers'] as const;
const commandMs = 120_000;

describeWith('redis', 'Plaza over TLS', () => {
  describeWith('kafka', 'Plaza over TLS', () => {
    const ours = new Authority('Plaza test authority');
    const folder = mkdtempSync(join(tmpdir(), 'plaza-tls-'));
    const authorityFile = join(folder, 'authority.pem');
    let world: World;
    let opened: Front[] = [];

    beforeAll(async () => {
      writeFileSync(authorityFile, ours.certificate);
      world = await World.start({ processes: ['api'] });
    });

    afterEach(async () => {
      await Promise.all(opened.splice(0).map((front) => front.close()));
    });

    afterAll(async () => {
      await world.end();
      rmSync(folder, { recursive: true, force: true });
    });

    /** What comes of the checks that ask each engine, where all of them show this certificate. */
    async function verdicts(certificate: Certificate): Promise<(Result | undefined)[]> {
      const [postgres, redis, kafka] = await Promise.all([
        frontOfPostgres(placeOf(serverUrl()), certificate),
        frontOfRedis(placeOf(address('redis')), certificate),
        frontOfKafka(placeOf(`kafka://${address('kafka')}`), certificate),
      ]);
      opened = [postgres, redis, kafka];
      const database = new URL(world.database.appUrl);
      database.port = String(postgres.port);
      database.searchParams.set('sslmode', 'verify-full');
      const command = new RunningCommand(world, ['check', '--deploy', '--json'], {
        DATABASE_URL: database.toString(),
        DATABASE_OWNER_URL: database.toString(),
        REDIS_URL: `rediss://127.0.0.1:${String(redis.port)}`,
        KAFKA_BROKERS: `127.0.0.1:${String(kafka.port)}`,
        KAFKA_TLS: '1',
        NODE_EXTRA_CA_CERTS: authorityFile,
      });
      const { stdout } = await command.ended;
      const { checks } = JSON.parse(stdout) as { checks: Result[] };
      return asked.map((name) => checks.find(({ check }) => check === name));
    }

    it(
      'asks engines whose certificate an authority of its own vouches for',
      async () => {
        const results = await verdicts(ours.vouchFor(['localhost', '127.0.0.1']));
        expect(results.map((result) => result?.verdict)).not.toContain('unknown');
        expect(results).not.toContain(undefined);
      },
      commandMs,
    );

    it.each<[string, () => Certificate]>([
      [
        'an unknown authority vouches for',
        () => new Authority('Somebody').vouchFor(['localhost', '127.0.0.1']),
      ],
      ['is for another host', () => ours.vouchFor(['elsewhere.example.org'])],
    ])(
      'tells nothing to engines whose certificate %s',
      async (_which, certificate) => {
        const results = await verdicts(certificate());
        expect(results.map((result) => result?.verdict)).toEqual(['unknown', 'unknown', 'unknown']);
        expect(JSON.stringify(results)).toMatch(/certificate|altnames/i);
      },
      commandMs,
    );
  });
});

function placeOf(url: string): { host: string; port: number } {
  const { hostname, port } = new URL(url);
  return { host: hostname, port: Number(port) };
}
