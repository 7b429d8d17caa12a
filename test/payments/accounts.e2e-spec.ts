/** Accounts: payments wait for theirs, and remember nothing older than they know. */
import { AccountsService, PaymentsService } from '@plaza/payments';
import { Stage, accounts, accountsMax, payment } from './stage';

describe('An account', () => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await Stage.start();
    await stage.scenario({ shares: { approve: 1 } });
  });

  afterAll(() => stage.end());

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
    const [account] = await stage.world.rows(
      'SELECT last_payment_date IS NOT NULL AS paid FROM payments.accounts WHERE account_id = 5001',
    );
    expect(account).toEqual({ paid: true });
  });

  it('is made for every customer who registers, with a number behind all that were given', async () => {
    await stage.world.app.get(AccountsService).importAccounts(accounts(9_000, 3));
    const registered = await stage.world.anyone.post('/v1/identity/register', {
      username: 'grace',
      email: 'grace@example.org',
      password: 'correct horse battery',
      fullName: 'Grace Hopper',
    });
    await stage.world.settle();
    const [account] = await stage.world.rows<{ account_id: number }>(
      'SELECT account_id, name, email FROM payments.accounts WHERE customer_id = $1',
      [registered.body.id],
    );
    expect(account).toMatchObject({ name: 'Grace Hopper', email: 'grace@example.org' });
    expect(account?.account_id).toBeGreaterThan(9_002);
  });

  it('is made for a customer of the counter too, and follows what is known of them', async () => {
    const { world, staff } = stage;
    const { id } = (
      await staff.post('/v1/identity/customers', { fullName: 'Emmy Noether', documentNumber: 'en-1882' })
    ).body;
    const account = async () => {
      await world.settle();
      const [found] = await world.rows<{ account_id: number; name: string; email: string | null }>(
        'SELECT account_id, name, email FROM payments.accounts WHERE customer_id = $1',
        [id],
      );
      return found;
    };
    const entered = await account();
    expect(entered).toMatchObject({ name: 'Emmy Noether', email: null });
    await staff.patch(`/v1/identity/customers/${id}`, { email: 'emmy@example.org' });
    expect(await account()).toEqual({ ...entered, email: 'emmy@example.org' });
    await staff.patch(`/v1/identity/customers/${id}`, { email: null });
    expect(await account()).toEqual(entered);
    const { code } = (await staff.post(`/v1/identity/customers/${id}/claim-code`)).body;
    await world.anyone.post('/v1/identity/register', {
      username: 'emmy',
      email: 'noether@example.org',
      password: 'correct horse battery',
      documentNumber: 'EN-1882',
      claimCode: code,
    });
    expect(await account()).toEqual({ ...entered, email: 'noether@example.org' });
  });

  it('can be brought in again: what is there stays', async () => {
    const service = stage.world.app.get(AccountsService);
    const created = async (from: number, count: number) =>
      (await service.importAccounts(accounts(from, count))).filter(({ outcome }) => outcome === 'created')
        .length;
    expect(await created(1, accountsMax)).toBe(0);
    expect(await created(accountsMax - 1, 4)).toBe(2);
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
      const [account] = await stage.world.rows<{ at: Date }>(
        'SELECT last_payment_date AS at FROM payments.accounts WHERE account_id = 77',
      );
      dates.push(account?.at.toISOString().slice(14, 16) ?? '');
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
