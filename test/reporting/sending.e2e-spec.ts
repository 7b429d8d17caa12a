/** The weekly report gets to its recipients: once each, however many processes are at it and however bad the mail server is. */
import { randomUUID } from 'node:crypto';
import { ReportSending } from '@plaza/reporting';
import { product } from '../catalog/shop';
import { badDay, PostOffice } from '../notifications/post-office';
import { World } from '#test/world';
import { ShopWeeks } from './shop-week';

const readersMax = 24;

describe('The weekly report', () => {
  let office: PostOffice;
  let world: World;
  let other: World;
  let weeks: ShopWeeks;
  let lamp: string;

  beforeAll(async () => {
    office = await PostOffice.open();
    const variables = { SMTP_URL: office.url, MAIL_FROM: 'Plaza <reports@plaza.example>' };
    world = await World.start({ variables });
    const { database, clock } = world;
    other = await World.start({ variables, database, clock, processes: ['worker'] });
    weeks = await ShopWeeks.begin(world);
    lamp = await product(world, { name: 'Lamp', price: 1_000, onHand: 100 });
  });

  beforeEach(() => {
    office.clear();
  });

  afterAll(async () => {
    await other.stop();
    await world.end();
    await office.close();
  });

  const add = async (address: string, more: object = {}): Promise<string> => {
    const wanted = { address, language: 'en', ...more };
    const { status, body } = await weeks.client.post('/v1/reports/recipients', wanted);
    expect(status).toBe(201);
    return body.id;
  };

  const messageTo = (address: string) =>
    office.accepted.find(({ recipient }) => recipient === address)?.message ?? '';

  /** Both processes work off what is due, until no mail waits. */
  async function mailIsOut(): Promise<void> {
    for (;;) {
      await Promise.all([world.settle(), other.settle()]);
      const waiting = await world.rows(`SELECT FROM notifications.mails WHERE status = 'waiting' LIMIT 1`);
      if (waiting.length === 0) break;
      world.clock.forwardMinutes(60);
    }
    await weeks.later(0);
  }

  it('is sent on Monday at seven to everybody who was a recipient by then, once, and not before', async () => {
    const readers = Array.from({ length: readersMax }, (_, at) => `reader.${String(at)}@example.org`).sort();
    for (const [at, address] of readers.entries()) {
      await add(address, { language: ['es', 'en', 'uk'][at % 3] });
    }
    await weeks.sell(lamp, 1);
    const week = weeks.now;
    await weeks.goToMonday(6, 30);
    await mailIsOut();
    expect(office.recipients).toEqual([]);
    office.atRecipient = badDay('recipient', [451, 'cut', 421]);
    office.atMessage = badDay('message', [452, 'cut']);
    await weeks.later(30);
    await Promise.all([world, other].map(({ app }) => app.get(ReportSending).sendDue()));
    await mailIsOut();
    expect(office.recipients).toEqual(readers);
    await add('late@example.org');
    await mailIsOut();
    expect(office.recipients).toEqual(readers);
    const { body } = await weeks.client.get(`/v1/reports/deliveries?week=${week}&limit=100&total=true`);
    expect(body.total).toBe(readersMax);
    expect(
      body.items.every(
        ({ mail, edition }: { mail: string; edition: number }) => mail === 'sent' && edition === 1,
      ),
    ).toBe(true);
  });

  it('is written in the language of each, as text and as HTML, with what they want attached', async () => {
    const id = await add('lector@example.org', { language: 'es', attachments: ['pdf', 'csv'] });
    const week = weeks.now;
    await weeks.sell(lamp, 1);
    await weeks.goToMonday(9);
    const sent = await weeks.client.post('/v1/reports/weekly/send', { week, recipients: [id] });
    expect(sent.body).toMatchObject({ week, edition: 1, delivered: 1, already: 0 });
    await mailIsOut();
    const message = messageTo('lector@example.org');
    expect(message).toContain(`Subject: Informe semanal ${week}`);
    expect(message).toContain('Content-Type: text/plain');
    expect(message).toContain('Content-Type: text/html');
    for (const kind of ['pdf', 'csv']) expect(message).toContain(`filename=plaza-${week}.${kind}`);
  });

  it('is sent again by staff to those alone who have not got it, unless late data have changed it', async () => {
    await weeks.sell(lamp, 2);
    const week = weeks.now;
    await weeks.goToMonday(8);
    await mailIsOut();
    office.clear();
    const again = () => weeks.client.post('/v1/reports/weekly/send', { week });
    const { body: repeated } = await again();
    expect(repeated).toMatchObject({ edition: 1, delivered: 0 });
    const all = repeated.already as number;
    expect((await weeks.report(week)).body).toMatchObject({ sent: { edition: 1 }, isRestated: false });

    const { id } = await weeks.sell(lamp, 3);
    await world.rows(`UPDATE orders.orders SET paid_at = paid_at - interval '2 days' WHERE id = $1`, [id]);
    const late = await weeks.report(week);
    expect(late.body.isRestated).toBe(true);
    expect(late.figure('purchases')).toMatchObject({ value: 2, rows: 2, sent: { value: 1, rows: 1 } });
    expect(late.figure('revenue')).toMatchObject({ value: 5_000, sent: { value: 2_000, rows: 1 } });
    expect(late.figure('payments').sent).toBeNull();
    expect(late.rows('products')).toMatchObject([{ values: { pieces: 5 }, sent: { pieces: 2 } }]);

    expect((await again()).body).toMatchObject({ edition: 2, delivered: all, already: 0 });
    expect((await again()).body).toMatchObject({ edition: 2, delivered: 0, already: all });
    await mailIsOut();
    expect(office.accepted).toHaveLength(all);
    const message = messageTo('late@example.org');
    expect(message).toContain('Data came late');
    expect((await weeks.report(week)).body).toMatchObject({ sent: { edition: 2 }, isRestated: false });
  });

  it('that staff sent before it was due is due to everybody else, with the figures of then', async () => {
    const [first, second] = [await add('first@example.org'), await add('second@example.org')];
    await add('third@example.org');
    await weeks.sell(lamp, 2);
    const week = weeks.now;
    const send = (id: string) => weeks.client.post('/v1/reports/weekly/send', { week, recipients: [id] });
    const sellLate = async (quantity: number) => {
      const { id } = await weeks.sell(lamp, quantity);
      await world.rows(`UPDATE orders.orders SET paid_at = paid_at - interval '2 days' WHERE id = $1`, [id]);
    };
    await weeks.goToMonday(6);
    expect((await send(first)).body).toMatchObject({ edition: 1, delivered: 1 });
    await sellLate(3);
    expect((await send(second)).body).toMatchObject({ edition: 2, delivered: 1 });
    await sellLate(4);
    await weeks.later(60);
    await mailIsOut();
    const told = (address: string) =>
      office.accepted
        .filter(({ recipient }) => recipient === address)
        .map(({ message }) => /Purchases: (\d+)/.exec(message)?.[1]);
    expect(told('first@example.org')).toEqual(['1']);
    expect(told('second@example.org')).toEqual(['2']);
    expect(told('third@example.org')).toEqual(['3']);
    expect(new Set(office.recipients).size).toBe(office.recipients.length);
  });

  it('is not sent while its week goes on, nor to somebody who is no recipient', async () => {
    const early = await weeks.client.post('/v1/reports/weekly/send', { week: weeks.now });
    expect([early.status, early.body.code]).toEqual([409, 'reporting.week-not-over']);
    const id = randomUUID();
    const unknown = await weeks.client.post('/v1/reports/weekly/send', {
      week: '2026-W01',
      recipients: [id],
    });
    expect([unknown.status, unknown.body.code, unknown.body.ids]).toEqual([
      ...[422, 'reporting.recipients-unknown', [id]],
    ]);
  });

  it('has recipients whom staff add, change and remove, each address once', async () => {
    const id = await add('one@example.org');
    const path = `/v1/reports/recipients/${id}`;
    const twice = await weeks.client.post('/v1/reports/recipients', {
      address: 'ONE@example.org',
      language: 'uk',
    });
    expect([twice.status, twice.body.code]).toEqual([409, 'reporting.recipient-known']);
    const changed = await weeks.client.patch(path, { language: 'uk', attachments: [] });
    expect(changed.body).toMatchObject({ id, address: 'one@example.org', language: 'uk', attachments: [] });
    expect((await weeks.client.get(path)).body).toEqual(changed.body);
    const { body: page } = await weeks.client.get('/v1/reports/recipients?limit=100');
    expect(page.items.map(({ id: each }: { id: string }) => each)).toContain(id);
    expect((await weeks.client.delete(path)).status).toBe(204);
    expect((await weeks.client.get(path)).body.code).toBe('reporting.recipient-unknown');
  });
});
