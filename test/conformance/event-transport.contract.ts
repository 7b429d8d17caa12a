/** What every event transport promises; run against each of them. */
import { randomUUID } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { DynamicModule, Type } from '@nestjs/common';
import { DeadLetters, Outbox, startConsumers, type Fact } from '@plaza/messaging';
import { createLogger, Database, readSettings, requestContext, startApp } from '@plaza/platform';
import { withClient } from '@plaza/engines';
import { freshDatabase, serverUrl, type FreshDatabase } from '#test/database';
import { eventually } from '#test/eventually';
import { testKeys } from '#test/keys';
import { numberOf, Recorder, recordingModule, SilentModule } from './recording-consumers';

const fact = (number: number, key = 'one key'): Fact => ({ type: 'number-named', key, data: { number } });

/** @param variables the environment that chooses the transport, new for every call */
export function eventTransportContract(variables: () => Record<string, string>): void {
  let database: FreshDatabase;
  let environment: Record<string, string>;
  let topic: string;
  const running: NestFastifyApplication[] = [];

  const start = async (module: Type | DynamicModule): Promise<NestFastifyApplication> => {
    const settings = readSettings({
      ...testKeys,
      NODE_ENV: 'test',
      PORT: '0',
      LOG_LEVEL: 'silent',
      DATABASE_URL: database.appUrl,
      ...environment,
    });
    const app = await startApp({
      name: 'conformance',
      settings,
      logger: createLogger({ level: 'silent', pretty: false, name: 'conformance' }),
      modules: [module],
      prepare: startConsumers,
    });
    running.push(app);
    return app;
  };
  const startRecording = () => start(recordingModule(topic));
  const announce = (app: NestFastifyApplication, facts: Fact[]): Promise<void> =>
    app.get(Database).transaction((tx) =>
      app.get(Outbox).add(
        tx,
        topic,
        facts.map((each) => ({ fact: each, occurredAt: new Date() })),
      ),
    );
  const waiting = async (app: NestFastifyApplication) =>
    (await app.get(DeadLetters).list({ replayed: false, limit: 10 })).items;
  const came = (recorder: Recorder, consumer: string, numbers: number[]): Promise<void> =>
    eventually(() => {
      expect(recorder.numbersOf(consumer)).toEqual(numbers);
    });

  beforeEach(async () => {
    database = await freshDatabase();
    environment = variables();
    topic = `conformance.${randomUUID()}`;
  });

  afterEach(async () => {
    await Promise.all(running.splice(0).map((app) => app.close()));
    await database.drop();
  });

  it('hands a committed event to each consumer of its topic, in its envelope', async () => {
    const app = await startRecording();
    const recorder = app.get(Recorder);
    const context = { correlationId: randomUUID(), actor: { kind: 'customer', id: randomUUID() } as const };
    await requestContext.run(context, () => announce(app, [fact(1)]));
    await came(recorder, 'first', [1]);
    await came(recorder, 'second', [1]);
    const [event] = recorder.batches[0]?.events ?? [];
    expect(event?.id).toMatch(/^[0-9a-f-]{36}$/);
    expect(event?.occurredAt).toMatch(/^\d{4}-.*Z$/);
    expect(event).toMatchObject({
      type: 'number-named',
      correlationId: context.correlationId,
      actor: context.actor,
      data: { number: 1 },
    });
    expect(recorder.batches[0]?.correlationId).toBe(context.correlationId);
  });

  it('never hands over what was rolled back', async () => {
    const app = await startRecording();
    const rolledBack = app.get(Database).transaction(async (tx) => {
      await app.get(Outbox).add(tx, topic, [{ fact: fact(1), occurredAt: new Date() }]);
      throw new Error('Changed my mind');
    });
    await expect(rolledBack).rejects.toThrow('Changed my mind');
    await announce(app, [fact(2)]);
    await came(app.get(Recorder), 'first', [2]);
  });

  it('keeps the order of events with the same key, and takes what waits in batches', async () => {
    const silent = await start(SilentModule);
    const numbers = Array.from({ length: 1_200 }, (_, at) => at);
    for (let from = 0; from < numbers.length; from += 100) {
      await announce(
        silent,
        numbers.slice(from, from + 100).map((number) => fact(number)),
      );
    }
    const recorder = (await startRecording()).get(Recorder);
    await came(recorder, 'first', numbers);
    await came(recorder, 'second', numbers);
    expect(recorder.batches.length).toBeLessThan(numbers.length / 10);
  });

  it('loses nothing when a process ends between commit and delivery', async () => {
    const silent = await start(SilentModule);
    await announce(silent, [fact(1), fact(2)]);
    await silent.close();
    running.splice(running.indexOf(silent), 1);
    await came((await startRecording()).get(Recorder), 'first', [1, 2]);
  });

  it('puts an event that a consumer cannot take in the dead letters of that consumer, and goes on with the rest', async () => {
    const app = await startRecording();
    const recorder = app.get(Recorder);
    recorder.refused.add(2);
    await announce(app, [fact(1), fact(2), fact(3)]);
    await came(recorder, 'second', [1, 2, 3]);
    await came(recorder, 'first', [1, 3]);
    const letters = await eventually(async () => {
      const found = await waiting(app);
      expect(found).toHaveLength(1);
      return found;
    });
    expect(letters[0]).toMatchObject({ consumer: 'first', topic, reason: 'This number is refused' });
  });

  it('sends a replayed dead letter to the consumer that could not take it, and to no other', async () => {
    const app = await startRecording();
    const recorder = app.get(Recorder);
    recorder.refused.add(7);
    await announce(app, [fact(7)]);
    await came(recorder, 'second', [7]);
    await eventually(async () => {
      expect(await waiting(app)).toHaveLength(1);
    });
    recorder.refused.clear();
    expect(await app.get(DeadLetters).replay()).toBe(1);
    await came(recorder, 'first', [7]);
    await announce(app, [fact(8)]);
    await came(recorder, 'second', [7, 8]);
    expect(await waiting(app)).toHaveLength(0);
  });

  it('goes on after every connection to the database was cut, and loses nothing', async () => {
    const app = await startRecording();
    await announce(app, [fact(1)]);
    await withClient(serverUrl(), (client) =>
      client.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [
        new URL(database.appUrl).pathname.slice(1),
      ]),
    );
    await eventually(() => announce(app, [fact(2)]));
    const recorder = app.get(Recorder);
    await eventually(() => {
      expect(new Set(recorder.numbersOf('first'))).toEqual(new Set([1, 2]));
    });
    expect(recorder.batches.flatMap(({ events }) => events).every((event) => numberOf(event) > 0)).toBe(true);
  });
}
