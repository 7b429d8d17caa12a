/** What becomes of a transfer record when the strangers fail: nothing is lost, nothing is done twice, and nothing goes on for ever. */
import { eventually } from '#test/eventually';
import { newKey, record, Stage } from './stage';

const streamsOf = (key: string) =>
  [1, 2].map((number) => `https://audio.example/${key}/${String(number)}.wav`);

describe('A transfer record', () => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await Stage.start();
    await stage.followed();
  });

  beforeEach(async () => {
    await stage.transfers({});
    await stage.screening({});
  });

  afterAll(() => stage.end());

  /** Waits until its next step has come to nothing so often. */
  const postponed = (key: string, attempts = 1) =>
    eventually(async () => {
      const story = await stage.story(key);
      if (story.attempts < attempts) throw new Error(`It is ${story.status}`);
      return story;
    });

  const writesOf = async (key: string) =>
    (await stage.record()).written.filter(({ path }) => path === `/${key}`).length;

  it.each([
    ['error', /answered 503/],
    ['fault', /Its answer is none/],
    ['malformed', /no JSON/],
    ['timeout', /timeout/],
    ['reset', /./],
  ])('is asked about again after an answer that is none: %s', async (share, reason) => {
    await stage.screening({ shares: { [share]: 1 }, nonAnswersMax: 1 });
    const key = await stage.put(newKey(), record());
    expect(await postponed(key)).toMatchObject({ status: 'taken', reason: expect.stringMatching(reason) });
    await stage.minutesPass(1);
    expect(await stage.until(key, 'written-back')).toMatchObject({ reasonCode: null, attempts: 0 });
  });

  it('is asked about only where there was no answer', async () => {
    const key = newKey();
    // About half of all streams fail at first: a key is looked for of which one does and one does not.
    await stage.screening({ shares: { error: 0.5 }, nonAnswersMax: 1 });
    const mixed = await firstMixed(key);
    await postponed(mixed);
    await stage.minutesPass(1);
    await stage.until(mixed, 'written-back');
    const { perStream } = await stage.asked();
    expect(
      streamsOf(mixed)
        .map((url) => perStream[url])
        .sort(),
    ).toEqual([1, 2]);
  });

  async function firstMixed(start: string): Promise<string> {
    for (let key = await stage.put(start, record()); ; key = await stage.put(newKey(), record())) {
      const { streams, attempts } = await eventually(async () => {
        const story = await stage.story(key);
        if (story.attempts === 0 && story.endedAt === null) throw new Error(`It is ${story.status}`);
        return story;
      });
      if (attempts > 0 && streams.length === 1) return key;
    }
  }

  it('without a risk in the answer fails, with the evidence', async () => {
    await stage.screening({ shares: { empty: 1 } });
    const key = await stage.put(newKey(), record());
    expect(await stage.until(key, 'failed')).toMatchObject({ reasonCode: 'no-score', result: null });
    expect((await stage.story(key)).streams).toMatchObject([{ score: null }, { score: null }]);
    expect(await stage.kept(key)).toMatchObject({ processed: false });
  });

  /** New, without going through the door that fails. */
  async function patchedIn(): Promise<string> {
    const key = newKey();
    await stage.owner.patch('/Transfer.json', { [key]: record() });
    return key;
  }

  it.each([
    [{ readFault: 'error' }, 'taken'],
    [{ readFault: 'cut' }, 'taken'],
    [{ writeFault: 'error' }, 'screened'],
    [{ writeFault: 'cut' }, 'screened'],
  ])('goes on from where it was when its owner could not be reached: %j', async (scenario, status) => {
    await stage.transfers(scenario);
    const key = await patchedIn();
    expect(await postponed(key)).toMatchObject({ status, reasonCode: 'later' });
    await stage.transfers({});
    await stage.minutesPass(1);
    await stage.until(key, 'written-back');
    expect(await writesOf(key)).toBe(1);
    const { perStream } = await stage.asked();
    expect(streamsOf(key).map((url) => perStream[url])).toEqual([1, 1]);
  });

  it('is not written twice when the yes to the first time was lost', async () => {
    await stage.transfers({ writeFault: 'cut-after' });
    const key = await patchedIn();
    expect(await postponed(key)).toMatchObject({ status: 'screened' });
    await stage.transfers({});
    await stage.minutesPass(1);
    await stage.until(key, 'written-back');
    expect(await writesOf(key)).toBe(1);
  });

  it('that its owner will not take back fails', async () => {
    await stage.transfers({ writeFault: 'refuse' });
    const key = await patchedIn();
    expect(await stage.until(key, 'failed')).toMatchObject({
      reasonCode: 'write-refused',
      result: expect.stringMatching(/^\d+\|\d+$/),
    });
  });

  it('that is changed meanwhile keeps the change', async () => {
    const key = newKey();
    await stage.screening({ latencyMs: { min: 300, max: 300 } });
    await stage.put(key, record());
    await stage.until(key, 'taken');
    await stage.owner.patch(`/Transfer/${key}.json`, { visto: true, added: 'late' });
    await stage.until(key, 'written-back');
    expect(await stage.kept(key)).toMatchObject({ visto: true, added: 'late', processed: true });
  });

  it.each([
    ['deleted', null],
    ['processed', { processed: true, resultado: '77' }],
  ])('that is %s meanwhile is left alone', async (reasonCode, change) => {
    const key = newKey();
    await stage.screening({ latencyMs: { min: 300, max: 300 } });
    await stage.put(key, record());
    await stage.until(key, 'taken');
    if (change) await stage.owner.patch(`/Transfer/${key}.json`, change);
    else await stage.owner.delete(`/Transfer/${key}.json`);
    expect(await stage.until(key, 'elsewhere')).toMatchObject({ reasonCode });
    expect(await stage.kept(key)).toEqual(change ? expect.objectContaining(change) : null);
  });
});

describe('A transfer record that waits for days', () => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await Stage.start();
    await stage.followed();
  });

  afterAll(() => stage.end());

  it('is given up when nobody has answered for three of them', async () => {
    await stage.screening({ shares: { error: 1 }, nonAnswersMax: 1_000 });
    const key = await stage.put(newKey(), record());
    await eventually(async () => {
      expect((await stage.story(key)).attempts).toBe(1);
    });
    for (let hours = 0; hours < 60; hours += 12) await stage.minutesPass(12 * 60);
    expect((await stage.story(key)).status).toBe('taken');
    await stage.minutesPass(24 * 60);
    expect(await stage.until(key, 'failed')).toMatchObject({
      reasonCode: 'gave-up',
      reason: expect.stringContaining('503'),
    });
  });

  it('is left alone when it has become too old before its turn came', async () => {
    const key = await stage.put(newKey(), record({ date: stage.world.clock.now().getTime() / 1_000 }));
    await eventually(async () => {
      expect((await stage.story(key)).attempts).toBe(1);
    });
    await stage.world.rows(
      `UPDATE transfers.records SET status = 'new', taken_at = NULL, claimed_until = NULL, round = 0 WHERE key = $1`,
      [key],
    );
    await stage.minutesPass(4_321);
    expect(await stage.until(key, 'too-old')).toMatchObject({ reasonCode: 'too-old' });
  });
});
