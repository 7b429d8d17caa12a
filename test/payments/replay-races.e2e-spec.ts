/** Replays that meet each other, the stream and the gateway: one effect each, and the census closes all the while. */
import fc from 'fast-check';
import { withClient } from '@plaza/engines';
import { AccountsService } from '@plaza/payments';
import { eventually } from '#test/eventually';
import {
  announcedAbout,
  expectCensusCloses,
  refused,
  refusing,
  refusingNoMore,
  replay,
  replayOne,
  reportsAbout,
  stageAlone,
} from './replay-stage';
import { Stage, accounts, payment, type PaymentFields } from './stage';

describe('Replays at once', () => {
  let stage: Stage;

  beforeEach(async () => {
    stage = await stageAlone();
  });

  afterEach(() => stage.end());

  it('with each other and with the stream have one effect', async () => {
    const late = Array.from({ length: 60 }, (_, at) => ({ ...refused(), account_id: 1 + (at % 7) }));
    const strange = Array.from({ length: 40 }, (_, at) =>
      payment('offline', { account_id: 8_001 + (at % 3) }),
    );
    await refusing(stage);
    await stage.feed('offline', [...late, ...strange]);
    await refusingNoMore(stage);
    await stage.world.app.get(AccountsService).importAccounts(accounts(8_001, 3));

    const looks = { enough: false };
    const watching = watch(stage, looks);
    try {
      const answers = await Promise.all([
        replay(stage.staff, { outcome: 'rejected' }),
        replay(stage.staff, { outcome: 'parked' }),
        replay(stage.staff, { outcome: 'rejected' }),
        replay(stage.staff, { outcome: 'parked' }),
        ...late.slice(0, 10).map(({ payment_id }) => replay(stage.staff, { paymentId: payment_id })),
        ...late.slice(0, 10).map((_, at) => replayOne(stage.staff, `offline/0/${String(at)}`)),
        stage.feed('offline', late),
        stage.feed('offline', [...late].reverse()),
      ]);
      expect(answers.map(({ status }) => status).filter((status) => status >= 300)).toEqual([]);
    } finally {
      looks.enough = true;
      await watching;
    }
    const changes = await stage.world.rows<{ before: string; count: number }>(
      `SELECT outcome_before AS before, count(*)::integer AS count FROM payments.replayed_messages
       WHERE outcome_before <> outcome_after GROUP BY 1 ORDER BY 1`,
    );
    expect(changes).toEqual([
      { before: 'parked', count: 40 },
      { before: 'rejected', count: 60 },
    ]);
    await expectOneEffectEach(stage, [...late, ...strange]);
    await expectCensusCloses(stage);
  }, 60_000);

  it('that found the same messages change each of them once, and only one of them says so', async () => {
    const late = refused();
    await refusing(stage);
    await stage.feed('offline', [late, payment('offline', { account_id: 8_001 })]);
    await refusingNoMore(stage);
    await stage.feed('offline', [late]);
    await stage.world.app.get(AccountsService).importAccounts(accounts(8_001, 1));
    const answers = await whileLocked(stage, () =>
      ['rejected', 'rejected', 'parked', 'parked'].map((outcome) => replay(stage.staff, { outcome })),
    );
    const changed = answers.map(({ body }) => body.changed as number);
    expect([changed.slice(0, 2).sort(), changed.slice(2).sort()]).toEqual([
      [0, 1],
      [0, 1],
    ]);
    expect(await stage.outcomes('offline')).toEqual(['duplicate: repeated', 'stored', 'stored']);
    const log = await stage.world.rows(
      'SELECT outcome_before AS before, outcome_after AS after FROM payments.replayed_messages ORDER BY 1',
    );
    expect(log).toEqual([
      { before: 'parked', after: 'stored' },
      { before: 'rejected', after: 'duplicate' },
    ]);
  });

  it('leave the same as replays one after the other, whatever came in whatever order', async () => {
    let account = 20_000;
    const kinds = fc.constantFrom('sound', 'late', 'strange', 'other content', 'rubbish');
    await fc.assert(
      fc.asyncProperty(fc.array(kinds, { minLength: 1, maxLength: 12 }), fc.nat(3), async (came, appears) => {
        account += 2;
        const given = came.map((kind, at) => messageOf(kind, account + (at % 2)));
        await refusing(stage);
        await stage.feed('offline', given);
        await refusingNoMore(stage);
        if (appears > 0) await stage.world.app.get(AccountsService).importAccounts(accounts(account, 1));
        const everything = () =>
          Promise.all(
            ['rejected', 'parked', 'conflicting', 'open'].map((outcome) => replay(stage.staff, { outcome })),
          );
        await Promise.all([everything(), everything()]);
        const settled = await stage.outcomes('offline');
        const again = await everything();
        expect(again.map(({ body }) => body.changed)).toEqual([0, 0, 0, 0]);
        expect(await stage.outcomes('offline')).toEqual(settled);
        await expectOneEffectEach(
          stage,
          given.filter((one) => typeof one !== 'string'),
        );
        await expectCensusCloses(stage);
      }),
      { numRuns: 12, seed: 20_261_121 },
    );
  }, 60_000);
});

describe('A replayed online payment', () => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await Stage.start();
  });

  afterAll(() => stage.end());

  it('that is open is asked about at once, and by its id only once in effect', async () => {
    await stage.scenario({ shares: { error: 1 }, nonAnswersMax: 10 });
    const online = payment('online');
    await stage.feed('online', [online]);
    await stage.minutesPass(1);
    await stage.minutesPass(1);
    const path = `/v1/payments/${online.payment_id}`;
    const asked = (await stage.staff.get<{ attempts: number }>(path)).body.attempts;
    await stage.world.settle();
    expect((await stage.staff.get(path)).body).toMatchObject({ status: 'pending', attempts: asked });

    await stage.scenario({ shares: { approve: 1 } });
    const answers = await Promise.all(
      [1, 2, 3].map(() => replay(stage.staff, { paymentId: online.payment_id })),
    );
    // The gateway may have answered before the last of them came.
    for (const { body } of answers) expect(body).toMatchObject({ examined: 1, changed: 0 });
    expect(answers.flatMap(({ body }) => body.places as object[])).toContainEqual(
      expect.objectContaining({ before: 'open', after: 'open', reason: 'The gateway is asked now' }),
    );
    await stage.world.settle();
    expect((await stage.staff.get(path)).body).toMatchObject({ status: 'captured', attempts: asked + 1 });
    const { body } = await stage.staff.get('/v1/payments/messages/online/0/0');
    expect(body).toMatchObject({ outcome: 'stored', replays: [{}, {}, {}] });
    expect(body.attempts).toHaveLength(asked + 1);
    await expectCensusCloses(stage);
  });

  it('that was rejected is asked about like any other', async () => {
    await stage.scenario({ shares: { approve: 1 } });
    const late = refused('online');
    await refusing(stage);
    await stage.feed('online', [late]);
    await refusingNoMore(stage);
    const { body } = await replay(stage.staff, { paymentId: late.payment_id });
    expect(body.counts).toEqual([{ from: 'rejected', to: 'open', count: 1 }]);
    await stage.world.settle();
    expect((await stage.staff.get(`/v1/payments/${late.payment_id}`)).body.status).toBe('captured');
    expect(await stage.asked(late.payment_id)).toBe(1);
    expect(await reportsAbout(stage.world, late.payment_id)).toEqual(['rejected']);
  });

  it("that was declined stays so: the gateway's clear no is final for its id", async () => {
    await stage.scenario({ shares: { refuse: 1 } });
    const poor = payment('online');
    await stage.feed('online', [poor]);
    await stage.world.settle();
    const asked = await stage.asked(poor.payment_id);
    const { body } = await replay(stage.staff, { paymentId: poor.payment_id });
    expect(body.places).toMatchObject([
      { before: 'declined', after: 'declined', reason: expect.stringContaining('final') },
    ]);
    await stage.world.settle();
    expect(await stage.asked(poor.payment_id)).toBe(asked);
    expect(await reportsAbout(stage.world, poor.payment_id)).toEqual(['declined']);
    await expectCensusCloses(stage);
  });
});

/** One of each kind for an account of its own, or for the one beside it, which nobody knows. */
function messageOf(kind: string, accountId: number): PaymentFields | string {
  switch (kind) {
    case 'late':
      return refused();
    case 'strange':
      return payment('offline', { account_id: accountId });
    case 'other content':
      return payment('offline', { payment_id: contested, amount: accountId });
    case 'rubbish':
      return 'paper jam';
    default:
      return payment('offline');
  }
}

/** Many messages claim it. */
const contested = '3f5379b6-4a95-49b3-a9c0-3a5703df8073';

async function expectOneEffectEach(stage: Stage, payments: readonly PaymentFields[]): Promise<void> {
  for (const { payment_id: id } of payments) {
    const captured = (await announcedAbout(stage.world, id)).filter((type) => type === 'payment-captured');
    expect(captured.length).toBeLessThanOrEqual(1);
    const [held] = await stage.world.rows<{ payments: number; stored: number; status: string | null }>(
      `SELECT (SELECT count(*) FROM payments.messages WHERE payment_id = $1 AND outcome = 'stored')::integer AS stored,
              (SELECT status FROM payments.payments WHERE payment_id = $1) AS status`,
      [id],
    );
    expect(captured.length).toBe(held?.status === 'stored' ? 1 : 0);
    expect(held?.stored).toBe(captured.length);
    const reports = await reportsAbout(stage.world, id);
    expect(new Set(reports).size).toBe(reports.length);
  }
}

/** Somebody holds all messages and payments until every one of these waits for it. */
async function whileLocked<T>(stage: Stage, begin: () => Promise<T>[]): Promise<T[]> {
  return withClient(stage.database.ownerUrl, async (owner) => {
    await owner.query('BEGIN');
    await owner.query('SELECT FROM payments.payments FOR UPDATE');
    await owner.query('SELECT FROM payments.messages FOR UPDATE');
    const begun = begin();
    await eventually(async () => {
      const [row] = await stage.world.rows<{ waiting: number }>(
        `SELECT count(DISTINCT pid)::integer AS waiting FROM pg_locks JOIN pg_stat_activity USING (pid)
         WHERE NOT granted AND datname = current_database()`,
      );
      expect(row?.waiting).toBe(begun.length);
    });
    await owner.query('COMMIT');
    return Promise.all(begun);
  });
}

async function watch(stage: Stage, looks: { enough: boolean }): Promise<void> {
  while (!looks.enough) await expectCensusCloses(stage);
}
