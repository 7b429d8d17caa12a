/** Kept messages are taken again, whatever became of them, and it is never twice in effect. */
import { AccountsService } from '@plaza/payments';
import {
  announcedAbout,
  customerOf,
  expectCensusCloses,
  refused,
  refusing,
  refusingNoMore,
  replay,
  replayOne,
  reportsAbout,
  stageAlone,
  stateOf,
} from './replay-stage';
import { Stage, accounts, payment } from './stage';

describe('A replayed message', () => {
  let stage: Stage;

  beforeEach(async () => {
    stage = await stageAlone();
  });

  afterEach(() => stage.end());

  const lastPaid = async (accountId: number) => {
    const [row] = await stage.world.rows<{ at: Date | null }>(
      'SELECT last_payment_date AS at FROM payments.accounts WHERE account_id = $1',
      [accountId],
    );
    return row?.at ?? null;
  };

  it('that was rejected is stored once nothing stands against it, and only once', async () => {
    const late = { ...refused(), account_id: 91 };
    await refusing(stage);
    await stage.feed('offline', [payment('offline'), late, 'no payment']);
    expect(await stage.outcomes('offline')).toEqual([
      'stored',
      'rejected: cannot-be-stored',
      'rejected: not-json',
    ]);
    await expectCensusCloses(stage);
    const [kept] = await stage.world.rows(
      'SELECT received_at, produced_at, sealed FROM payments.messages WHERE message_offset = 1',
    );
    const still = await replay(stage.staff, { outcome: 'rejected' });
    expect(still).toMatchObject({ status: 200, body: { examined: 2, changed: 0, more: false, next: null } });
    expect(still.body.counts).toEqual([{ from: 'rejected', to: 'rejected', count: 2 }]);

    await refusingNoMore(stage);
    const done = await replay(stage.staff, { outcome: 'rejected' });
    expect(done.body).toMatchObject({ dryRun: false, examined: 2, changed: 1 });
    expect(done.body.counts).toEqual([
      { from: 'rejected', to: 'stored', count: 1 },
      { from: 'rejected', to: 'rejected', count: 1 },
    ]);
    expect(done.body.places[0]).toMatchObject({ topic: 'offline', offset: 1, after: 'stored' });
    expect(await replayOne(stage.staff, 'offline/0/1')).toMatchObject({
      status: 200,
      body: { before: 'stored', after: 'stored', reason: expect.stringContaining('nothing to do') },
    });
    expect(await stage.outcomes('offline')).toEqual(['stored', 'stored', 'rejected: not-json']);
    await expectCensusCloses(stage);
    expect(
      await stage.world.rows(
        'SELECT received_at, produced_at, sealed FROM payments.messages WHERE message_offset = 1',
      ),
    ).toEqual([kept]);
    const { body } = await stage.staff.get(`/v1/payments/${late.payment_id}`);
    expect(body).toMatchObject({ status: 'captured', amount: 666, cardLast4: '1233', accountId: 91 });
    expect((await lastPaid(91))?.toISOString()).toBe(body.capturedAt);
    expect(await announcedAbout(stage.world, late.payment_id)).toEqual([
      'payment-rejected',
      'payment-captured',
    ]);
    expect(await reportsAbout(stage.world, late.payment_id)).toEqual(['rejected']);
  });

  it('that came again meanwhile is a duplicate, or a conflict where it says something else', async () => {
    const [same, other] = [refused(), refused()];
    await refusing(stage);
    await stage.feed('offline', [same, other]);
    await refusingNoMore(stage);
    await stage.feed('offline', [same, { ...other, amount: 30 }]);
    const { body } = await replay(stage.staff, { outcome: 'rejected', topic: 'offline' });
    expect(body.places).toMatchObject([
      { offset: 0, before: 'rejected', after: 'duplicate' },
      { offset: 1, before: 'rejected', after: 'conflicting' },
    ]);
    await expectCensusCloses(stage);
    expect(await reportsAbout(stage.world, other.payment_id)).toEqual(['rejected', 'conflicting']);
    const again = await replayOne(stage.staff, 'offline/0/1');
    expect(again.body).toMatchObject({ before: 'conflicting', after: 'conflicting' });
    expect(await reportsAbout(stage.world, other.payment_id)).toEqual(['rejected', 'conflicting']);
    expect((await stage.staff.get(`/v1/payments/${other.payment_id}`)).body.amount).toBe(30);
  });

  it('that is parked is taken up when its account is there', async () => {
    const [early, online] = [
      payment('offline', { account_id: 7_001 }),
      payment('online', { account_id: 7_001 }),
    ];
    await stage.feed('offline', [early]);
    await stage.feed('online', [online]);
    expect((await replayOne(stage.staff, 'offline/0/0')).body).toMatchObject({
      before: 'parked',
      after: 'parked',
      reason: 'The account is not known yet',
    });
    await stage.world.app.get(AccountsService).importAccounts(accounts(7_001, 1));
    const { body } = await replay(stage.staff, { outcome: 'parked' });
    expect(body).toMatchObject({ examined: 2, changed: 2, more: false });
    expect(await stage.outcomes('offline')).toEqual(['stored']);
    expect(await stage.outcomes('online')).toEqual(['open']);
    expect(await lastPaid(7_001)).not.toBeNull();
    expect((await replay(stage.staff, { outcome: 'parked' })).body).toMatchObject({ examined: 0 });
    expect(await announcedAbout(stage.world, early.payment_id)).toEqual([
      'payment-parked',
      'payment-captured',
    ]);
    expect(await reportsAbout(stage.world, early.payment_id)).toEqual(['parked']);
    await expectCensusCloses(stage);
  });

  it('that conflicts stays so while the other payment stands', async () => {
    const sound = payment('offline');
    await stage.feed('offline', [sound, { ...sound, amount: 31 }, sound]);
    const before = await stage.outcomes('offline');
    const { body } = await replay(stage.staff, { paymentId: sound.payment_id });
    expect(body).toMatchObject({ examined: 3, changed: 0 });
    expect(await stage.outcomes('offline')).toEqual(before);
    expect(await announcedAbout(stage.world, sound.payment_id)).toEqual(['payment-captured']);
    expect(await reportsAbout(stage.world, sound.payment_id)).toEqual(['conflicting']);
  });

  it('is found by its payment, its outcome and the time in which it was received', async () => {
    await stage.feed('offline', ['one', 'two']);
    stage.world.clock.forwardMinutes(1);
    const from = stage.world.clock.now();
    await stage.feed('offline', ['three']);
    await stage.feed('online', ['four']);
    stage.world.clock.forwardMinutes(1);
    const to = stage.world.clock.now();
    await stage.feed('offline', ['five']);
    const found = async (filter: object) =>
      ((await replay(stage.staff, { outcome: 'rejected', dryRun: true, ...filter })).body.places as object[])
        .length;
    expect(await found({})).toBe(5);
    expect(await found({ from: from.toISOString() })).toBe(3);
    expect(await found({ from: from.toISOString(), to: to.toISOString() })).toBe(2);
    expect(await found({ to: from.toISOString() })).toBe(2);
    expect(await found({ from: from.toISOString(), topic: 'online' })).toBe(1);
    expect(await found({ outcome: 'conflicting' })).toBe(0);
  });

  it('is one of at most a thousand; the answer says how to go on', async () => {
    await stage.feed(
      'offline',
      Array.from({ length: 1_100 }, () => 'paper jam'),
    );
    const first = (await replay(stage.staff, { outcome: 'rejected' })).body;
    expect(first).toMatchObject({ examined: 1_000, changed: 0, more: true });
    expect(first.places).toHaveLength(100);
    const rest = (await replay(stage.staff, { outcome: 'rejected', after: first.next })).body;
    expect(rest).toMatchObject({ examined: 100, more: false, next: null });
    expect(rest.places[0]).toMatchObject({ offset: 1_000 });
  });

  it('is only looked at by a dry run', async () => {
    await refusing(stage);
    await stage.feed('offline', [refused(), payment('offline', { account_id: 7_001 }), 'paper jam']);
    await refusingNoMore(stage);
    await stage.world.app.get(AccountsService).importAccounts(accounts(7_001, 1));
    const before = await stateOf(stage.world);
    const rejected = await replay(stage.staff, { outcome: 'rejected', dryRun: true });
    expect(rejected.body).toMatchObject({ dryRun: true, examined: 2, changed: 1 });
    expect(await replayOne(stage.staff, 'offline/0/1', '?dryRun=true')).toMatchObject({
      body: { before: 'parked', after: 'stored' },
    });
    expect(await stateOf(stage.world)).toEqual(before);
    const meant = await replay(stage.staff, { outcome: 'rejected' });
    expect(meant.body).toEqual({ ...rejected.body, dryRun: false });
  });

  it('tells its story: what became of it, who replayed it, and never the card', async () => {
    const late = refused();
    await refusing(stage);
    await stage.feed('offline', [late]);
    await replayOne(stage.staff, 'offline/0/0');
    await refusingNoMore(stage);
    await replay(stage.staff, { paymentId: late.payment_id });
    const { status, body } = await stage.staff.get('/v1/payments/messages/offline/0/0');
    const { id } = (await stage.staff.get('/v1/identity/me')).body;
    expect(status).toBe(200);
    expect(body).toMatchObject({
      topic: 'offline',
      partition: 0,
      offset: 0,
      outcome: 'stored',
      reason: null,
      paymentId: late.payment_id,
      payment: { id: late.payment_id, status: 'captured' },
      attempts: [],
      errorReports: [{ kind: 'rejected', errorType: 'database' }],
      replays: [
        { actor: { kind: 'staff', id }, before: 'rejected', after: 'rejected' },
        { actor: { kind: 'staff', id }, before: 'rejected', after: 'stored' },
      ],
    });
    expect(JSON.stringify(body)).not.toContain(late.credit_card);
    const log = await stage.world.rows(
      'SELECT actor_kind, actor_id, filter, examined, changed, counts FROM payments.replays ORDER BY replay_id',
    );
    expect(log).toMatchObject([
      { filter: { place: { topic: 'offline', partition: 0, offset: 0 } }, examined: 1, changed: 0 },
      {
        actor_kind: 'staff',
        actor_id: id,
        filter: { paymentId: late.payment_id },
        changed: 1,
        counts: [{ from: 'rejected', to: 'stored', count: 1 }],
      },
    ]);
    await expect(stage.world.rows('DELETE FROM payments.replays')).rejects.toThrow('permission denied');
    await expect(
      stage.world.rows('UPDATE payments.replayed_messages SET reason = $1', ['x']),
    ).rejects.toThrow('permission denied');
  });

  it('is for staff alone to see and to replay', async () => {
    await stage.feed('offline', ['paper jam']);
    const place = '/v1/payments/messages/offline/0/0';
    for (const [client, status] of [
      [stage.world.anyone, 401],
      [await customerOf(stage), 403],
      [stage.machine, 403],
    ] as const) {
      expect(await client.get(place)).toMatchObject({ status });
      expect(await client.post(`${place}/replay`)).toMatchObject({ status });
      expect(await replay(client, { outcome: 'rejected' })).toMatchObject({ status });
    }
    expect((await stage.staff.get(place)).body.replays).toEqual([]);
  });

  it('has to be there, and to be named', async () => {
    const unknown = { status: 404, body: { code: 'payments.message-unknown', topic: 'offline', offset: 9 } };
    expect(await replayOne(stage.staff, 'offline/0/9')).toMatchObject(unknown);
    expect(await stage.staff.get('/v1/payments/messages/offline/0/9')).toMatchObject(unknown);
    expect(await stage.staff.get('/v1/payments/messages/elsewhere/0/9')).toMatchObject({ status: 404 });
    expect(await stage.staff.get('/v1/payments/messages/offline/zero/9')).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '/partition' }] },
    });
    expect(await replay(stage.staff, {})).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '/outcome' }] },
    });
    expect(await replay(stage.staff, { outcome: 'stored' })).toMatchObject({ status: 400 });
    expect(await replay(stage.staff, { outcome: 'rejected', after: 'x' })).toMatchObject({ status: 400 });
  });
});
