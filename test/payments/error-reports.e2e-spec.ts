/** The error log hears of every failure exactly once, however bad the line to it is. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Stage, payment } from './stage';

type Treatment =
  | 'take'
  | 'take-late'
  | 'take-and-cut'
  | 'take-and-fail'
  | 'cut'
  | 'refuse'
  | 'not-there'
  | 'no-list'
  | 'list-fails';

/** What is taken by nobody, by how that is answered. */
const refusals: Partial<Record<Treatment, number>> = { refuse: 422, 'not-there': 404 };

/** An error log with a weak line: it can take a report and still not say so. */
class WeakLog {
  readonly taken: string[] = [];
  told = 0;
  private readonly onTheWay: (() => void)[] = [];
  treatment: Treatment = 'take';
  private server: Server | undefined;

  async open(): Promise<string> {
    const server = createServer((request, response) => {
      if (request.method === 'GET') this.list(response);
      else this.take(request, response);
    });
    this.server = server;
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  }

  async close(): Promise<void> {
    this.server?.closeAllConnections();
    await new Promise((resolve) => this.server?.close(resolve));
  }

  /** What was told and not taken yet arrives. */
  arrive(): void {
    for (const take of this.onTheWay.splice(0)) take();
  }

  private list(response: ServerResponse): void {
    if (this.treatment === 'no-list') response.writeHead(404).end();
    else if (this.treatment === 'list-fails') response.writeHead(500).end();
    else response.end(`[${this.taken.join(',')}]`);
  }

  private take(request: IncomingMessage, response: ServerResponse): void {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      const { treatment } = this;
      this.told += 1;
      if (treatment === 'take-late') {
        this.onTheWay.push(() => this.taken.push(body));
        return;
      }
      const refusal = refusals[treatment];
      if (treatment !== 'cut' && refusal === undefined) this.taken.push(body);
      if (treatment === 'cut' || treatment === 'take-and-cut') request.socket.destroy();
      else if (treatment === 'take-and-fail') response.writeHead(500).end();
      else if (refusal !== undefined) response.writeHead(refusal).end();
      else response.end('{}');
    });
  }
}

const rubbish = (count: number) => Array.from({ length: count }, () => payment('offline', { amount: 0 }));

describe('The error log', () => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await Stage.start();
  });

  afterAll(() => stage.end());

  it('hears what failed and why, once for each payment', async () => {
    await stage.scenario({ shares: { refuse: 1 } });
    const declined = payment('online');
    const rejected = payment('offline', { amount: 0 });
    const parked = payment('offline', { account_id: 1_000_001 });
    const stored = payment('offline');
    await stage.feed('online', [declined, declined]);
    await stage.feed('offline', [
      rejected,
      rejected,
      parked,
      parked,
      stored,
      stored,
      { ...stored, amount: 1 },
      'no json',
    ]);
    await stage.world.settle();
    const logged = (await stage.logged()).map(
      ({ payment_id: id, error_type: type, error_description: text }) => [
        id,
        type,
        text.replace(/ \[report .*\]$/, ''),
      ],
    );
    expect(logged).toHaveLength(5);
    expect(logged).toEqual(
      expect.arrayContaining([
        [
          declined.payment_id,
          'network',
          expect.stringMatching(/^The gateway refused the payment \(4\d\d\)$/),
        ],
        [rejected.payment_id, 'other', 'amount is not a positive whole number'],
        [parked.payment_id, 'other', 'The account is not known yet'],
        [stored.payment_id, 'other', 'This payment came before with other content'],
        [null, 'other', 'The message is not JSON'],
      ]),
    );
  });

  it.each(['unavailable', 'reset'])(
    'hears of everything once when it comes back from being down (%s)',
    async (fault) => {
      const before = (await stage.logged()).length;
      await stage.scenario({ shares: { approve: 1 }, log: { down: true, fault } });
      await stage.feed('offline', rubbish(40));
      for (let minute = 0; minute < 10; minute += 1) await stage.minutesPass(1);
      expect(await stage.logged()).toHaveLength(before);
      const { body } = await stage.staff.get('/v1/payments/errors?limit=100');
      expect(body.items.filter(({ status }: { status: string }) => status !== 'delivered')).toHaveLength(40);

      await stage.scenario({ shares: { approve: 1 } });
      for (let minute = 0; minute < 3; minute += 1) await stage.minutesPass(1);
      expect(await stage.logged()).toHaveLength(before + 40);
    },
  );

  it('tells staff what was delivered and what is still owed', async () => {
    const { body } = await stage.staff.get('/v1/payments/errors?status=delivered&limit=5');
    expect(body.items).toHaveLength(5);
    expect(body.items[0]).toMatchObject({ kind: 'rejected', errorType: 'other', lastFailure: null });
    const second = await stage.staff.get(`/v1/payments/errors?status=delivered&limit=5&after=${body.next}`);
    expect(second.body.items[0].id).not.toBe(body.items[4].id);
    expect((await stage.staff.get('/v1/payments/errors?status=waiting')).body.items).toEqual([]);
  });
});

describe('A report whose arrival is in doubt', () => {
  let log: WeakLog;
  let stage: Stage;

  beforeEach(async () => {
    log = new WeakLog();
    stage = await Stage.start({ variables: { ERROR_LOG_URL: await log.open() } });
  });

  afterEach(async () => {
    await stage.end();
    await log.close();
  });

  const minutesPass = async (minutes: number) => {
    await stage.world.settle();
    for (let minute = 0; minute < minutes; minute += 2) await stage.minutesPass(4);
  };

  /** As the database is when the process ends between telling and noting. */
  const killedBeforeNoting = () =>
    stage.world.rows(
      `UPDATE payments.error_reports SET status = 'in-doubt', ended_at = NULL, next_attempt_at = now()`,
    );

  it.each(['take-and-cut', 'take-and-fail'] as const)(
    'is not told again when it did arrive (%s)',
    async (treatment) => {
      log.treatment = treatment;
      await stage.feed('offline', rubbish(5));
      await minutesPass(24);
      expect(log.taken).toHaveLength(5);
      expect(new Set(log.taken).size).toBe(5);
      const { body } = await stage.staff.get('/v1/payments/errors');
      expect(body.items.map(({ status }: { status: string }) => status)).toEqual(Array(5).fill('delivered'));
    },
  );

  it('is told again when it did not', async () => {
    log.treatment = 'cut';
    await stage.feed('offline', rubbish(3));
    await minutesPass(6);
    expect(log.taken).toHaveLength(0);
    log.treatment = 'take';
    await minutesPass(4);
    expect(log.taken).toHaveLength(3);
  });

  it('is not told again while it may still be on its way', async () => {
    log.treatment = 'take-late';
    await stage.feed('offline', rubbish(1));
    await stage.world.settle();
    stage.world.clock.forwardSeconds(20);
    await stage.world.settle();
    expect(log.told).toBe(1);
    log.arrive();
    await minutesPass(4);
    expect(log.told).toBe(1);
    const { body } = await stage.staff.get('/v1/payments/errors');
    expect(body.items).toMatchObject([{ status: 'delivered' }]);
  });

  it('is looked for after the process was killed between telling and noting', async () => {
    await stage.feed('offline', rubbish(4));
    await stage.world.settle();
    expect(log.taken).toHaveLength(4);
    await killedBeforeNoting();
    await minutesPass(4);
    expect(log.taken).toHaveLength(4);
    const delivered = await stage.world.rows(`SELECT FROM payments.error_reports WHERE status = 'delivered'`);
    expect(delivered).toHaveLength(4);
  });

  it('is told again where the log has no list to look in', async () => {
    await stage.feed('offline', rubbish(1));
    await stage.world.settle();
    log.treatment = 'no-list';
    await killedBeforeNoting();
    await minutesPass(4);
    expect(log.taken).toHaveLength(2);
  });

  it('keeps no other report waiting while the list cannot be had', async () => {
    await stage.feed('offline', rubbish(1));
    await stage.world.settle();
    log.treatment = 'list-fails';
    await killedBeforeNoting();
    await stage.feed('offline', rubbish(2));
    await minutesPass(2);
    expect(log.taken).toHaveLength(3);
    log.treatment = 'take';
    await minutesPass(2);
    expect(log.told).toBe(3);
    const delivered = await stage.world.rows(`SELECT FROM payments.error_reports WHERE status = 'delivered'`);
    expect(delivered).toHaveLength(3);
  });

  it('waits for a log that is not where it was, however long that takes', async () => {
    log.treatment = 'not-there';
    await stage.feed('offline', rubbish(1));
    await minutesPass(20);
    const { body } = await stage.staff.get('/v1/payments/errors');
    expect(body.items).toMatchObject([{ status: 'waiting', lastFailure: 'It answered 404' }]);
    log.treatment = 'take';
    await minutesPass(2);
    expect(log.taken).toHaveLength(1);
  });

  it('that the log will not take is kept as refused after some tries', async () => {
    log.treatment = 'refuse';
    await stage.feed('offline', rubbish(1));
    await minutesPass(16);
    const { body } = await stage.staff.get('/v1/payments/errors');
    expect(body.items).toMatchObject([{ status: 'refused', attempts: 5, lastFailure: 'It answered 422' }]);
  });
});
