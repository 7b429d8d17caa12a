/**
 * Tests that are about a real Kafka, Redis or browser say so with `describeWith`. Where such an engine cannot be had they are skipped by
 * name and with the reason; with CI=true that is a failure.
 */
export type Engine = 'kafka' | 'redis' | 'chromium';

const engines = {
  kafka: { name: 'Kafka', address: 'PLAZA_TEST_KAFKA_BROKERS', missing: 'PLAZA_TEST_KAFKA_MISSING' },
  redis: { name: 'Redis', address: 'PLAZA_TEST_REDIS_URL', missing: 'PLAZA_TEST_REDIS_MISSING' },
  chromium: {
    name: 'Chromium',
    address: 'PLAZA_TEST_CHROMIUM_PROGRAM',
    missing: 'PLAZA_TEST_CHROMIUM_MISSING',
  },
} as const satisfies Record<Engine, object>;

/** A `describe` whose tests need this engine. Inside, `address(engine)` tells where it is. */
export function describeWith(engine: Engine, title: string, tests: () => void): void {
  const { name, address: variable, missing } = engines[engine];
  if (process.env[variable] !== undefined) {
    describe(`${title} on ${name}`, tests);
    return;
  }
  const reason = process.env[missing] ?? 'the run did not ask for it; run the tests by Jest';
  if (process.env['CI'] === 'true') {
    test(`${title} on ${name}`, () => {
      throw new Error(`With CI=true nothing may be skipped, and ${name} is not to be had: ${reason}`);
    });
    return;
  }
  describe.skip(`${title} on ${name} (${reason})`, tests);
}

/** Brokers as `host:port,host:port`, the URL of Redis: the engine that this run started; or the program of the browser, as JSON. */
export function address(engine: Engine): string {
  const { name, address: variable } = engines[engine];
  const value = process.env[variable];
  if (value === undefined)
    throw new Error(`${name} is not running: wrap what needs it in describeWith('${engine}', …)`);
  return value;
}
