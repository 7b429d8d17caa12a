/** Card numbers go in on every way that there is, and come out on none: not in a log, a report, a dead letter or a table. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { withClient } from '@plaza/engines';
import type { ForeignMessage } from '@plaza/messaging';
import { AccountsService, PaymentsService, Replays } from '@plaza/payments';
import { World } from '#test/world';
import { customer, product } from '../catalog/shop';
import { accounts, payment } from './stage';

/** A third party that repeats whatever it is told, in what it answers. */
class Echo {
  readonly reports: string[] = [];
  url = '';
  private server: Server | undefined;

  async open(): Promise<this> {
    const server = createServer((request, response) => {
      void buffer(request).then((body) => {
        const text = body.toString();
        const isReport = request.url === '/log';
        if (isReport) this.reports.push(text);
        // Some are taken, some refused, some fail; each answer says again what was asked.
        const status =
          isReport || text.includes('"amount":1') ? 200 : text.includes('"amount":2') ? 402 : 500;
        response.writeHead(status, { 'content-type': 'application/json' });
        response.end(isReport ? text : `{"asked":${text}}`);
      });
    });
    this.server = server;
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    this.url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
    return this;
  }

  async close(): Promise<void> {
    await new Promise((resolve) => this.server?.close(resolve));
  }
}

describe('A card number', () => {
  const sent: string[] = [];
  const lines: string[] = [];
  let echo: Echo;
  let world: World;

  /** A new one, which will be looked for everywhere. */
  const card = () => {
    const number = String(4_980_276_000_000_000 + sent.length * 7_919);
    sent.push(number);
    return number;
  };
  /** Where it is written out, and where it is written as bytes. */
  const found = (text: string) =>
    sent.filter((one) => text.includes(one) || text.includes(Buffer.from(one).toString('hex')));

  beforeAll(async () => {
    echo = await new Echo().open();
    world = await World.start({
      log: (line) => void lines.push(line),
      variables: { GATEWAY_URL: echo.url, ERROR_LOG_URL: echo.url, GATEWAY_TIMEOUT_MS: '2000' },
    });
    await world.app.get(AccountsService).importAccounts(accounts(1, 600));
    await asOwner('ALTER TABLE payments.payments ADD CONSTRAINT no_such_amount CHECK (amount <> 666)');
    await stream();
    await orders();
  }, 60_000);

  afterAll(async () => {
    await world.end();
    await echo.close();
  });

  const asOwner = (sql: string) => withClient(world.database.ownerUrl, (owner) => owner.query(sql));

  /** Everything that comes over the topics: what is sound, what is not, and what the database will not take. */
  async function stream(): Promise<void> {
    const sound = (amount: number, fields: object = {}) => ({
      ...payment('online', { amount, credit_card: card() }),
      ...fields,
    });
    const repeated = sound(1);
    const values = [
      ...[1, 2, 3, 666].map((amount) => JSON.stringify(sound(amount))),
      ...[repeated, repeated, { ...repeated, credit_card: card() }].map((one) => JSON.stringify(one)),
      JSON.stringify(sound(1, { account_id: 9_999 })),
      JSON.stringify(sound(-1)),
      JSON.stringify(sound(1, { credit_card: Number(card()) })),
      JSON.stringify(sound(1, { payment_id: card() })),
      JSON.stringify(sound(1, { note: `called about ${card()}`, account_id: card() })),
      JSON.stringify([sound(1)]),
      JSON.stringify(sound(1)).slice(0, -4),
      JSON.stringify(sound(1)).replaceAll('"', "'"),
      `till 7 read ${card()} and ran out of paper`,
      Buffer.from(JSON.stringify(sound(1, { note: 'señal' })), 'latin1'),
    ];
    const messages = values.map((value, at): ForeignMessage => ({
      topic: 'online',
      partition: 0,
      offset: BigInt(at),
      key: Buffer.from(card()),
      value: Buffer.from(value),
      headers: { card: card() },
      timestamp: new Date(),
    }));
    await world.app.get(PaymentsService).receive(messages);
    await world.settle();
    await world.app.get(Replays).replay({ outcome: 'rejected' });
    await world.settle();
  }

  /** What comes over the REST face, and an event about it that a consumer cannot take. */
  async function orders(): Promise<void> {
    const { client } = await customer(world);
    const productId = await product(world, { onHand: 10, price: 1 });
    const order = await client.post('/v1/orders', { items: [{ productId, quantity: 1 }] });
    await asOwner(`ALTER TABLE orders.orders ADD CONSTRAINT never_paid CHECK (status <> 'paid') NOT VALID`);
    const orderId = String(order.body.id);
    const headers = { 'idempotency-key': 'once' };
    await client.post('/v1/payments', { orderId, creditCard: `${card()}x` });
    await client.post('/v1/payments', { orderId: card(), creditCard: card() });
    await client.post(`/v1/payments?creditCard=${card()}`, { orderId });
    await client.post('/v1/orders', { items: [{ productId, quantity: 1 }], note: card() }, { headers });
    await client.post('/v1/payments', { orderId, creditCard: card() });
    await client.post('/v1/payments', { orderId, creditCard: card() });
    await world.settle();
    await world.settle();
  }

  it('was sent often, in every way', async () => {
    const [log] = await world.rows<{ outcomes: number; messages: number }>(
      'SELECT count(DISTINCT outcome)::integer AS outcomes, count(*)::integer AS messages FROM payments.messages',
    );
    expect(sent.length).toBeGreaterThan(50);
    expect(log?.outcomes).toBe(7);
    expect(log?.messages).toBeGreaterThan(17);
  });

  it('is in no line of the log, however much is logged', () => {
    expect(lines.length).toBeGreaterThan(10);
    expect(found(lines.join('\n'))).toEqual([]);
  });

  it('is in no error report', () => {
    expect(echo.reports.length).toBeGreaterThan(5);
    expect(found(echo.reports.join('\n'))).toEqual([]);
  });

  it('is in no dead letter', async () => {
    const letters = await world.rows<{ text: string }>(
      'SELECT d::text AS text FROM messaging.dead_letters d',
    );
    expect(letters).not.toEqual([]);
    expect(found(letters.map(({ text }) => text).join('\n'))).toEqual([]);
  });

  it('is in no column of any table', async () => {
    const tables = await world.rows<{ name: string }>(
      `SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables
       WHERE table_type = 'BASE TABLE' AND table_schema !~ '^(pg_|information_schema)'`,
    );
    expect(tables.length).toBeGreaterThan(20);
    for (const { name } of tables) {
      const rows = await world.rows<{ text: string }>(`SELECT t::text AS text FROM ${name} t`);
      expect({ name, found: found(rows.map(({ text }) => text).join('\n')) }).toEqual({ name, found: [] });
    }
  });

  it('would be found there', async () => {
    const one = String(sent[0]);
    await asOwner(`INSERT INTO payments.error_reports
      (report_id, cause, kind, error_type, description, created_at, next_attempt_at)
      VALUES (gen_random_uuid(), 'x', 'declined', 'other', '${one}', now(), now())`);
    const [row] = await world.rows<{ text: string }>(
      `SELECT t::text AS text FROM payments.error_reports t WHERE cause = 'x'`,
    );
    expect(found(row?.text ?? '')).toEqual([one]);
    expect(found(`\\x${Buffer.from(one).toString('hex')}`)).toEqual([one]);
  });
});
