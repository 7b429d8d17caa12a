/** A transfer record is taken, screened and written back once, and what became of it can be asked and is mailed. */
import { readDate, type SubscriptionView } from './reading';
import { newKey, record, Stage } from './stage';

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

  it('is screened stream by stream and written back whole, with the scores and when that was', async () => {
    const fields = record({ note: 'hers', nested: { deep: [1, 2] } });
    const key = await stage.put(newKey(), fields);
    const story = await stage.until(key, 'written-back');
    const urls = [1, 2].map((number) => `https://audio.example/${key}/${String(number)}.wav`);
    expect(story.streams.map(({ audioUrl }) => audioUrl)).toEqual(urls);
    expect(story.result).toBe(story.streams.map(({ score }) => score).join('|'));
    expect(story.result).toMatch(/^\d{1,2}\|\d{1,2}$/);
    const kept = await stage.kept(key);
    expect(kept).toEqual({
      ...fields,
      processed: true,
      resultado: story.result,
      date_final: expect.stringMatching(/^\d{4}\/\d\d\/\d\d - \d\d:\d\d:\d\d UTC$/),
    });
    expect(Math.abs(readDate(kept['date_final']) - Date.now())).toBeLessThan(60_000);
  });

  it('has the score that follows from the risk', async () => {
    await stage.screening({ risk: 78 });
    const key = await stage.put(newKey(), record());
    expect((await stage.until(key, 'written-back')).result).toBe('22|22');
  });

  it('names its streams itself where it can', async () => {
    const audios = { '-La': 'https://audio.example/a.wav', '-Lb': 'https://audio.example/b.wav?c=d&e=f' };
    const key = await stage.put(newKey(), record({ audios }));
    const { streams } = await stage.until(key, 'written-back');
    expect(streams.map(({ audioUrl }) => audioUrl)).toEqual(Object.values(audios));
  });

  it('that is known by another key is found and written back where it stands', async () => {
    const [branch, key] = [newKey(), newKey()];
    await stage.put(branch, record({ key }));
    await stage.until(key, 'written-back');
    expect(await stage.kept(branch)).toMatchObject({ processed: true });
    expect(await stage.kept(key)).toBeNull();
  });

  it('is made by patches below it as well', async () => {
    const key = newKey();
    await stage.owner.patch('/Transfer.json', {
      [`${key}/key_encuesta`]: '-Kone',
      [`${key}/processed`]: false,
    });
    expect(await stage.until(key, 'written-back')).toMatchObject({ datedAt: null });
  });

  it.each([
    ['text', () => '2018/02/18 - 20:56:42'],
    ['unix seconds', () => 1_518_987_402],
  ])('that is too old is left alone and counted, its date being %s', async (_what, date) => {
    const fields = record({ date: date() });
    const key = await stage.put(newKey(), fields);
    expect(await stage.until(key, 'too-old')).toMatchObject({ datedAt: '2018-02-18T20:56:42.000Z' });
    expect(await stage.kept(key)).toEqual(fields);
    const { body } = await stage.clerk.get('/v1/transfers?status=too-old&total=true&limit=1');
    expect(body.total).toBeGreaterThan(0);
  });

  it('without a date has that of its beginning', async () => {
    const { date: _date, ...rest } = record();
    const key = await stage.put(newKey(), { ...rest, date_inicio: '2018/02/18 - 20:56:42' });
    await stage.until(key, 'too-old');
  });

  it('that somebody else processed is left alone, and taken when its owner resets it', async () => {
    const key = await stage.put(newKey(), record({ processed: true, resultado: '50' }));
    await stage.until(key, 'elsewhere');
    expect((await stage.asked()).perStream).not.toHaveProperty([`https://audio.example/${key}/1.wav`]);
    await stage.owner.patch(`/Transfer/${key}.json`, { processed: false });
    await stage.until(key, 'written-back');
  });

  it('is never taken twice, whatever its owner does to it afterwards', async () => {
    const key = await stage.put(newKey(), record());
    await stage.until(key, 'written-back');
    const { requests } = await stage.asked();
    await stage.owner.patch(`/Transfer/${key}.json`, { processed: false });
    const next = await stage.put(newKey(), record());
    await stage.until(next, 'written-back');
    expect((await stage.asked()).requests).toBe(requests + 2);
    expect((await stage.story(key)).status).toBe('written-back');
  });

  it('that can be none is kept once, with the reason, however often it comes', async () => {
    const rubbish = { [newKey()]: 5, [newKey()]: [1], [newKey()]: { foo: 1 } };
    const rejected = () => stage.world.rows('SELECT FROM transfers.rejections');
    const before = (await rejected()).length;
    for (const [key, value] of [...Object.entries(rubbish), ...Object.entries(rubbish)])
      await stage.put(key, value);
    await stage.until(await stage.put(newKey(), record()), 'written-back');
    expect(await rejected()).toHaveLength(before + 3);
    const metrics = await (await fetch(`${stage.world.url}/metrics`)).text();
    expect(metrics).toMatch(/plaza_transfer_records_noted_total\{status="rejected".*\} \d+/);
    expect(metrics).toMatch(/plaza_transfers_stream_age_seconds\{.*\} \d/);
    expect(metrics).toMatch(/plaza_transfer_records_waiting\{status="taken".*\} 0/);
  });
});

describe('The outcome of a transfer', () => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await Stage.start();
    await stage.followed();
  });

  afterAll(() => stage.end());

  const subscribe = async (wanted: object): Promise<SubscriptionView> =>
    (await stage.clerk.post('/v1/transfers/subscriptions', wanted)).body;

  async function mailed(): Promise<{ recipient: string; subject: string; id: string }[]> {
    await stage.world.settle();
    return (await stage.clerk.get('/v1/mail?limit=100')).body.items;
  }

  it('is mailed once to each address that is subscribed to it, in its language', async () => {
    await subscribe({ address: 'all@example.org', language: 'en' });
    await subscribe({ address: 'one@example.org', language: 'es', companyKey: '-Kone' });
    await subscribe({ address: 'both@example.org', language: 'en' });
    await subscribe({ address: 'Both@example.org', language: 'uk', companyKey: '-Kone' });
    await subscribe({ address: 'two@example.org', language: 'en', companyKey: '-Ktwo' });
    const key = await stage.put(newKey(), record({ key_empresa: '-Kone' }));
    const { result } = await stage.until(key, 'written-back');
    const mails = await mailed();
    expect(mails.map(({ recipient, subject }) => [recipient, subject]).sort()).toEqual([
      ['Both@example.org', `Переказ перевірено: ${key}`],
      ['all@example.org', `Transfer screened: ${key}`],
      ['one@example.org', `Transferencia analizada: ${key}`],
    ]);
    const id = mails.find(({ recipient }) => recipient === 'one@example.org')?.id ?? '';
    const { body } = await stage.clerk.get(`/v1/mail/${id}`);
    expect(body.text).toContain(`Resultado: ${String(result)}`);
    expect(body.html).toContain(String(result));
  });

  it('is mailed when it failed, too, with the reason', async () => {
    const key = await stage.put(newKey(), record({ key_empresa: '-Ktwo', audios: 'ftp://audio.example/1' }));
    await stage.until(key, 'failed');
    const [mail] = (await mailed()).filter(({ recipient }) => recipient === 'two@example.org');
    expect(mail?.subject).toBe(`Transfer could not be screened: ${key}`);
    const { body } = await stage.clerk.get(`/v1/mail/${mail?.id ?? ''}`);
    expect(body.text).toContain('no http or https address');
  });

  it('is mailed once, however often its event is delivered', async () => {
    const before = await mailed();
    const [event] = await stage.world.rows<{ cause: string }>(
      `SELECT cause FROM notifications.mails WHERE recipient = 'one@example.org'`,
    );
    await stage.world.rows(
      `INSERT INTO messaging.outbox (topic, key, envelope)
       SELECT 'transfers.events', key, json_build_object('id', $1::text, 'type', 'transfer-written-back',
         'occurredAt', now(), 'correlationId', 'again', 'actor', null,
         'data', json_build_object('key', key, 'companyKey', company_key, 'result', result))
       FROM transfers.records WHERE status = 'written-back'`,
      [event?.cause.split(' ')[1]],
    );
    expect(await mailed()).toHaveLength(before.length);
  });

  it('is subscribed to, changed and ended by staff', async () => {
    const wanted = { address: 'new@example.org', language: 'en', companyKey: '-Kthree' };
    const made = await subscribe(wanted);
    expect(made).toMatchObject(wanted);
    const path = `/v1/transfers/subscriptions/${made.id}`;
    const again = await stage.clerk.post('/v1/transfers/subscriptions', {
      ...wanted,
      address: 'NEW@example.org',
    });
    expect([again.status, again.body.code]).toEqual([409, 'transfers.subscribed-already']);
    expect((await stage.clerk.patch(path, { companyKey: null, language: 'uk' })).body).toMatchObject({
      companyKey: null,
      language: 'uk',
    });
    expect((await stage.clerk.get(path)).body.companyKey).toBeNull();
    const { body } = await stage.clerk.get('/v1/transfers/subscriptions?limit=100&total=true');
    expect(body.total).toBe(body.items.length);
    expect((await stage.clerk.delete(path)).status).toBe(204);
    expect((await stage.clerk.delete(path)).status).toBe(404);
    for (const address of ['none', 'a@b, c@d', 'a@b\r\nBcc: c@d']) {
      expect((await stage.clerk.post('/v1/transfers/subscriptions', { ...wanted, address })).status).toBe(
        400,
      );
    }
  });
});
