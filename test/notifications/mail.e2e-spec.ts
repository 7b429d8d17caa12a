/** Mail gets to its recipient once, however bad the mail server is, and is kept with what became of it. */
import * as fc from 'fast-check';
import { freePort } from '@plaza/engines';
import { Mails, type NewMail } from '@plaza/notifications';
import { Database } from '@plaza/platform';
import type { Client } from '#test/client';
import { World } from '#test/world';
import { staff } from '../catalog/shop';
import { badDay, PostOffice } from './post-office';

/** Another one in every test. */
let cause = '';
let causes = 0;

beforeEach(() => {
  cause = `report ${String((causes += 1))}`;
});

const mail = (recipient: string, fields: Partial<NewMail> = {}): NewMail => ({
  cause,
  recipient,
  subject: 'Your report',
  text: 'All is well.',
  ...fields,
});

const add = (world: World, mails: readonly NewMail[]) =>
  world.app.get(Database).transaction((tx) => world.app.get(Mails).add(tx, mails));

const statusesIn = (world: World) =>
  world.rows<{ recipient: string; status: string; attempts: number; last_failure: string | null }>(
    'SELECT recipient, status, attempts, last_failure FROM notifications.mails WHERE cause = $1 ORDER BY recipient',
    [cause],
  );

/** Time passes, and what is due by then is tried. */
async function minutesPass(world: World, minutes: number): Promise<void> {
  world.clock.forwardMinutes(minutes);
  await world.settle();
}

const header = (message: string, name: string) =>
  new RegExp(`^${name}: (.*)$`, 'mi').exec(message)?.[1]?.trim();

describe('Mail with a server', () => {
  let office: PostOffice;
  let world: World;

  beforeAll(async () => {
    office = await PostOffice.open();
    world = await World.start({
      variables: { SMTP_URL: office.url, MAIL_FROM: 'Plaza <reports@plaza.example>' },
    });
  });

  beforeEach(() => {
    office.clear();
  });

  afterAll(async () => {
    await world.end();
    await office.close();
  });

  it('is sent once the transaction is committed, with everything that it holds', async () => {
    const chart = Buffer.from('89504e470d0a1a0a', 'hex');
    await add(world, [
      mail('ana@example.org', {
        subject: 'Informe de mañana',
        html: '<p>All is well <img src="cid:chart-1"></p>',
        attachments: [
          { filename: 'chart.png', contentType: 'image/png', content: chart, contentId: 'chart-1' },
          {
            filename: 'sales.csv',
            contentType: 'text/csv; charset=utf-8',
            content: Buffer.from('a,b\n1,2\n'),
          },
        ],
      }),
    ]);
    await world.settle();
    expect(office.recipients).toEqual(['ana@example.org']);
    const { message } = office.accepted[0] ?? { message: '' };
    expect(header(message, 'From')).toBe('Plaza <reports@plaza.example>');
    expect(header(message, 'Message-ID')).toMatch(/^<[0-9a-f-]{36}@plaza\.example>$/);
    expect(message).toContain('Content-ID: <chart-1>');
    expect(message).toContain(chart.toString('base64'));
    expect(message).toContain('filename=sales.csv');
    expect(message).toContain('All is well.');
    expect(await statusesIn(world)).toMatchObject([{ status: 'sent', attempts: 1, last_failure: null }]);
  });

  it('that is rolled back is never sent', async () => {
    const happening = world.app.get(Database).transaction(async (tx) => {
      await world.app.get(Mails).add(tx, [mail('ana@example.org')]);
      throw new Error('It did not happen');
    });
    await expect(happening).rejects.toThrow('It did not happen');
    await world.settle();
    expect(office.accepted).toEqual([]);
  });

  it('added again for the same cause and recipient is the same mail, whatever the case of its letters', async () => {
    await add(world, [mail('ana@example.org'), mail('ANA@example.org')]);
    await world.settle();
    await add(world, [mail('Ana@Example.org', { text: 'Once more' })]);
    await add(world, [mail('ana@example.org', { cause: `${cause}, the next` })]);
    await world.settle();
    expect(office.recipients).toEqual(['ana@example.org', 'ana@example.org']);
  });

  it('gets to every recipient exactly once from a server that fails half of the time', async () => {
    const recipients = Array.from({ length: 40 }, (_, at) => `reader.${String(at)}@example.org`).sort();
    office.atRecipient = badDay('recipient', [451, 'cut', 421]);
    office.atMessage = badDay('message', [452, 'cut']);
    await add(
      world,
      recipients.map((recipient) => mail(recipient)),
    );
    await world.settle();
    while ((await statusesIn(world)).some(({ status }) => status === 'waiting')) {
      await minutesPass(world, 10);
    }
    expect(office.recipients).toEqual(recipients);
    expect((await statusesIn(world)).every(({ status }) => status === 'sent')).toBe(true);
    expect((await statusesIn(world)).some(({ attempts }) => attempts > 1)).toBe(true);
  });

  it('keeps its id from attempt to attempt, so that a repeat can be told', async () => {
    const ids: (string | undefined)[] = [];
    office.atMessage = () => 451;
    await add(world, [mail('ana@example.org')]);
    await world.settle();
    office.atMessage = () => 'accept';
    const [row] = await world.rows<{ id: string }>(
      'SELECT mail_id AS id FROM notifications.mails WHERE cause = $1',
      [cause],
    );
    await minutesPass(world, 61);
    ids.push(header(office.accepted[0]?.message ?? '', 'Message-ID'));
    // As the database is when the process ends between the server's yes and its note.
    await world.rows(
      `UPDATE notifications.mails SET status = 'waiting', ended_at = NULL, next_attempt_at = now() WHERE cause = $1`,
      [cause],
    );
    await minutesPass(world, 61);
    ids.push(header(office.accepted[1]?.message ?? '', 'Message-ID'));
    expect(ids).toEqual(Array(2).fill(`<${row?.id ?? ''}@plaza.example>`));
  });

  it('to a recipient that the server will never know is refused, and holds nobody else back', async () => {
    office.atRecipient = (recipient) => (recipient.startsWith('nobody') ? 550 : 'accept');
    await add(world, [mail('nobody@example.org'), mail('ana@example.org')]);
    await world.settle();
    expect(office.recipients).toEqual(['ana@example.org']);
    expect(await statusesIn(world)).toMatchObject([
      { recipient: 'ana@example.org', status: 'sent' },
      {
        recipient: 'nobody@example.org',
        status: 'refused',
        last_failure: expect.stringContaining('Not like'),
      },
    ]);
  });

  it('cannot be made to carry other headers or recipients', async () => {
    const sly = fc.constantFrom(
      ...[
        'a@b.example\r\nBcc: c@d.example',
        'a@b.example, c@d.example',
        'a@b.example>',
        '<c@d.example> a@b.example',
      ],
      ...[
        'a@b.example\0',
        'a b@c.example',
        'a@b.example;c@d.example',
        'a',
        'a@',
        '@b',
        `${'a'.repeat(255)}@b.example`,
      ],
    );
    await fc.assert(
      fc.asyncProperty(sly, async (recipient) => {
        await expect(add(world, [mail(recipient)])).rejects.toThrow('cannot be sent');
      }),
    );
    const twoLines = { subject: 'Hello\r\nBcc: c@d.example' };
    await expect(add(world, [mail('ana@example.org', twoLines)])).rejects.toThrow('cannot be sent');
    const large = [
      { filename: 'a.bin', contentType: 'image/png', content: Buffer.alloc(10 * 1024 * 1024 + 1) },
    ];
    await expect(add(world, [mail('ana@example.org', { attachments: large })])).rejects.toThrow(
      'cannot be sent',
    );
    expect(await statusesIn(world)).toEqual([]);
  });

  it('that was sent can be seen by staff to have been, but not read', async () => {
    await add(world, [mail('zoe@example.org')]);
    await world.settle();
    const clerk = (await staff(world)).client;
    const { body } = await clerk.get('/v1/mail?status=sent&limit=1&total=true');
    expect(body).toMatchObject({
      total: expect.any(Number),
      items: [{ recipient: 'zoe@example.org', status: 'sent' }],
    });
    const read = await clerk.get(`/v1/mail/${String(body.items[0].id)}`);
    expect([read.status, read.body.code]).toEqual([404, 'notifications.mail-unknown']);
  });
});

describe('Mail for a server that is down', () => {
  it('waits, and is given up after five days', async () => {
    const variables = {
      SMTP_URL: `smtp://127.0.0.1:${String(await freePort())}`,
      MAIL_FROM: 'plaza@plaza.example',
    };
    const world = await World.start({ variables });
    try {
      await add(world, [mail('ana@example.org'), mail('ben@example.org')]);
      await world.settle();
      for (let hour = 24; hour < 120; hour += 24) await minutesPass(world, 24 * 60);
      expect((await statusesIn(world)).map(({ status }) => status)).toEqual(['waiting', 'waiting']);
      for (const minutes of [24 * 60, 1]) await minutesPass(world, minutes);
      expect(await statusesIn(world)).toMatchObject([
        { status: 'given-up', last_failure: expect.stringContaining('ECONNREFUSED') },
        { status: 'given-up' },
      ]);
    } finally {
      await world.end();
    }
  });
});

describe('Mail without a server', () => {
  let world: World;
  let clerk: Client;

  beforeAll(async () => {
    world = await World.start();
    clerk = (await staff(world)).client;
    await add(world, [
      mail('ana@example.org', {
        html: '<b>All is well</b>',
        attachments: [{ filename: 'año.csv', contentType: 'text/csv', content: Buffer.from('1;2') }],
      }),
      mail('ben@example.org'),
    ]);
    await world.settle();
  });

  afterAll(() => world.end());

  it('is captured, and read whole by staff', async () => {
    const { body: list } = await clerk.get('/v1/mail?status=captured');
    expect(list.items.map(({ recipient }: { recipient: string }) => recipient).sort()).toEqual([
      'ana@example.org',
      'ben@example.org',
    ]);
    const id = list.items.find(({ recipient }: { recipient: string }) => recipient.startsWith('ana')).id;
    expect((await clerk.get(`/v1/mail/${String(id)}`)).body).toMatchObject({
      subject: 'Your report',
      text: 'All is well.',
      html: '<b>All is well</b>',
      attachments: [{ number: 1, filename: 'año.csv', contentType: 'text/csv', bytes: 3, contentId: null }],
    });
  });

  it('gives out what hangs on it as a file, whatever it says that it is', async () => {
    const { body } = await clerk.get('/v1/mail?limit=2');
    const id = body.items.find(({ recipient }: { recipient: string }) => recipient.startsWith('ana')).id;
    const { headers, body: content } = await clerk.get(`/v1/mail/${String(id)}/attachments/1`);
    expect(content).toBe('1;2');
    expect(headers.get('content-type')).toBe('application/octet-stream');
    expect(headers.get('content-disposition')).toBe("attachment; filename*=UTF-8''a%C3%B1o.csv");
    const none = await clerk.get(`/v1/mail/${String(id)}/attachments/2`);
    expect([none.status, none.body.code]).toEqual([404, 'notifications.attachment-unknown']);
  });
});
