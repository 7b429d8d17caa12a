/** Accounts: payments wait for theirs, and remember nothing older than they know. */
import { AccountsService, PaymentsService, type AccountView } from '@plaza/payments';
import { Stage, accounts, accountsMax, payment } from './stage';

describe('An account', () => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await Stage.start();
    await stage.scenario({ shares: { approve: 1 } });
  });

  afterAll(() => stage.end());

  const look = (id: number) => stage.staff.get<AccountView & { code: string }>(`/v1/payments/accounts/${id}`);
  const ofCustomer = async (id: string) => {
    await stage.world.settle();
    const { body } = await stage.staff.get<{ items: AccountView[] }>(
      `/v1/payments/accounts?customerId=${id}`,
    );
    expect(body.items).toHaveLength(1);
    return body.items[0];
  };

  it('that appears takes up the payments that waited for it', async () => {
    const online = payment('online', { account_id: 5_001 });
    const offline = payment('offline', { account_id: 5_001 });
    const stranger = payment('offline', { account_id: 5_002 });
    await stage.feed('online', [online]);
    await stage.feed('offline', [offline, stranger]);
    await stage.world.settle();
    expect(await stage.outcomes('online')).toEqual(['parked: account-unknown']);
    expect(await stage.asked(online.payment_id)).toBe(0);
    expect((await stage.staff.get('/v1/payments?status=parked')).body.items).toHaveLength(3);

    await stage.world.app.get(AccountsService).importAccounts(accounts(5_001, 1));
    await stage.world.settle();
    // Taken up, it is asked about.
    await stage.world.settle();
    expect(await stage.outcomes('online')).toEqual(['stored']);
    expect(await stage.outcomes('offline')).toEqual(['stored', 'parked: account-unknown']);
    expect(await stage.asked(online.payment_id)).toBe(1);
    const { body } = await stage.staff.get('/v1/payments?account=5001');
    expect(body.items).toMatchObject([{ status: 'captured' }, { status: 'captured' }]);
    const dates = body.items.map(({ capturedAt }: { capturedAt: string }) => capturedAt).sort();
    expect((await look(5_001)).body).toEqual({
      ...{ id: 5_001, customerId: null, name: 'Account 5001', email: 'account.5001@example.org' },
      ...{ birthdate: '1980-02-29', lastPaymentDate: dates[1], createdAt: expect.any(String) },
    });
    expect(await look(5_002)).toMatchObject({
      status: 404,
      body: { code: 'payments.account-unknown', accountId: 5_002 },
    });
  });

  it('is made for every customer who registers, with a number behind all that were given', async () => {
    await stage.world.app.get(AccountsService).importAccounts(accounts(9_000, 3));
    const registered = await stage.world.anyone.post('/v1/identity/register', {
      username: 'grace',
      email: 'grace@example.org',
      password: 'correct horse battery',
      fullName: 'Grace Hopper',
    });
    const account = await ofCustomer(registered.body.id);
    expect(account).toMatchObject({
      name: 'Grace Hopper',
      email: 'grace@example.org',
      lastPaymentDate: null,
    });
    expect(account?.id).toBeGreaterThan(9_002);
  });

  it('is made for a customer of the counter too, and follows what is known of them', async () => {
    const { world, staff } = stage;
    const { id } = (
      await staff.post('/v1/identity/customers', { fullName: 'Emmy Noether', documentNumber: 'en-1882' })
    ).body;
    const entered = await ofCustomer(id);
    expect(entered).toMatchObject({ name: 'Emmy Noether', email: null });
    await staff.patch(`/v1/identity/customers/${id}`, { email: 'emmy@example.org' });
    expect(await ofCustomer(id)).toEqual({ ...entered, email: 'emmy@example.org' });
    await staff.patch(`/v1/identity/customers/${id}`, { email: null });
    expect(await ofCustomer(id)).toEqual(entered);
    const { code } = (await staff.post(`/v1/identity/customers/${id}/claim-code`)).body;
    await world.anyone.post('/v1/identity/register', {
      username: 'emmy',
      email: 'noether@example.org',
      password: 'correct horse battery',
      documentNumber: 'EN-1882',
      claimCode: code,
    });
    expect(await ofCustomer(id)).toEqual({ ...entered, email: 'noether@example.org' });
  });

  it('can be brought in again: what is there stays', async () => {
    const service = stage.world.app.get(AccountsService);
    const created = async (from: number, count: number) =>
      (await service.importAccounts(accounts(from, count))).filter(({ outcome }) => outcome === 'created')
        .length;
    expect(await created(1, accountsMax)).toBe(0);
    expect(await created(accountsMax - 1, 4)).toBe(2);
  });

  it('is found on the list of all, in the order of their numbers, both ways round', async () => {
    const list = async (query: string) => {
      const { body } = await stage.staff.get<{ items: AccountView[]; next: string | null; total?: number }>(
        `/v1/payments/accounts?limit=2${query}`,
      );
      return { ...body, ids: body.items.map(({ id }) => id) };
    };
    const first = await list('&total=true');
    expect(first.ids).toEqual([1, 2]);
    expect((await list(`&after=${String(first.next)}`)).ids).toEqual([3, 4]);
    const [last] = (await list('&sort=-id')).ids;
    expect(last).toBeGreaterThan(9_002);
    expect(first.total).toBeGreaterThan(accountsMax);
  });

  it('moves its last payment date forward only, in whatever order payments come', async () => {
    const messages = [30, 10, 50, 20, 50, 40].map((minute, at) => ({
      topic: 'offline',
      partition: 7,
      offset: BigInt(at),
      key: null,
      headers: {},
      value: Buffer.from(JSON.stringify(payment('offline', { account_id: 77 }))),
      timestamp: new Date(Date.UTC(2026, 0, 1, 10, minute)),
    }));
    const service = stage.world.app.get(PaymentsService);
    const dates: string[] = [];
    for (const message of messages) {
      await service.receive([message]);
      dates.push(String((await look(77)).body.lastPaymentDate).slice(14, 16));
    }
    expect(dates).toEqual(['30', '30', '50', '50', '50', '50']);
  });

  it('does not believe a producer whose clock is wrong', async () => {
    const sound = payment('offline', { account_id: 78 });
    await stage.world.app.get(PaymentsService).receive([
      {
        topic: 'offline',
        partition: 8,
        offset: 0n,
        key: null,
        headers: {},
        value: Buffer.from(JSON.stringify(sound)),
        timestamp: new Date('2999-01-01T00:00:00Z'),
      },
    ]);
    const { body } = await stage.staff.get(`/v1/payments/${sound.payment_id}`);
    expect(body.capturedAt).toBe(body.createdAt);
  });
});
