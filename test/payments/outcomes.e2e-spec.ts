/** What becomes of each kind of message, and that the census accounts for all of them. */
import { randomUUID } from 'node:crypto';
import { outcomes, type CensusEntry } from '@plaza/payments';
import { eventually } from '#test/eventually';
import { Stage, payment, sumOf } from './stage';

describe('The payment stream', () => {
  let stage: Stage;

  beforeEach(async () => {
    stage = await Stage.start();
    await stage.scenario({ shares: { approve: 1 } });
  });

  afterEach(() => stage.end());

  it('gives every message an outcome with its reason', async () => {
    const sound = payment('offline');
    const answer = await stage.feed('offline', [
      sound,
      sound,
      { ...sound, amount: 31 },
      { ...sound, delay: 99, till: 7 },
      payment('offline', { account_id: 1_000_547 }),
      payment('offline', { account_id: 0 }),
      payment('online'),
      payment('offline', { amount: 30.5 }),
      payment('offline', { credit_card: null }),
      payment('offline', { credit_card: '12345' }),
      'till 71 is out of paper',
      `{'payment_id':'${randomUUID()}'}`,
      [payment('offline')],
      Buffer.from(JSON.stringify({ ...payment('offline'), note: 'señal' }), 'latin1'),
      '',
      { ...payment('offline'), note: 'x'.repeat(1_000_000) },
    ]);
    expect(answer).toMatchObject({
      status: 202,
      body: { topic: 'offline', partition: 0, firstOffset: 0, lastOffset: 15, count: 16 },
    });
    expect(await stage.outcomes('offline')).toEqual([
      'stored',
      'duplicate: repeated',
      'conflicting: content-differs',
      'duplicate: repeated',
      'parked: account-unknown',
      'rejected: account-invalid',
      'rejected: type-contradicts-topic',
      'rejected: amount-invalid',
      'stored',
      'stored',
      'rejected: not-json',
      'rejected: not-json',
      'rejected: not-an-object',
      'rejected: not-utf8',
      'rejected: no-value',
      'stored',
    ]);
    expect(await stage.census()).toEqual([
      {
        topic: 'offline',
        partition: 0,
        received: 16,
        stored: 4,
        duplicate: 2,
        conflicting: 1,
        declined: 0,
        rejected: 8,
        parked: 1,
        open: 0,
        review: 0,
        firstOffset: 0,
        lastOffset: 15,
        gaps: 0,
        missing: [],
      },
    ]);
  });

  it('keeps the first content of a payment, whatever comes later under its id', async () => {
    const sound = payment('offline', { amount: 30, account_id: 7 });
    await stage.feed('offline', [sound]);
    await stage.feed('offline', [{ ...sound, amount: 9_999 }]);
    await stage.feed('online', [{ ...sound, payment_type: 'online' }]);
    const { body } = await stage.staff.get(`/v1/payments/${sound.payment_id}`);
    expect(body).toMatchObject({
      amount: 30,
      accountId: 7,
      type: 'offline',
      status: 'captured',
      cardLast4: '1233',
    });
    expect(await stage.outcomes('online')).toEqual(['conflicting: content-differs']);
  });

  it('adds up at every instant while messages come and the gateway answers', async () => {
    await stage.scenario({
      shares: { approve: 0.5, refuse: 0.2, error: 0.1, timeout: 0.1, reset: 0.1 },
      nonAnswersMax: 1,
      latencyMs: { min: 1, max: 20 },
    });
    const looks = { made: 0, enough: false };
    const watching = watch(stage, looks);
    try {
      for (let batch = 0; batch < 20; batch += 1) {
        await Promise.all([
          stage.feed(
            'online',
            Array.from({ length: 15 }, () => payment('online')),
          ),
          stage.feed(
            'offline',
            Array.from({ length: 25 }, () => payment('offline')),
          ),
        ]);
      }
      await eventually(async () => {
        const [offline, online] = await stage.census();
        expect(offline).toMatchObject({ received: 500, stored: 500 });
        expect(online).toMatchObject({ received: 300, open: 0 });
      }, 40_000);
    } finally {
      looks.enough = true;
      await watching;
    }
    expect(looks.made).toBeGreaterThan(10);
  }, 60_000);

  it('names offsets that are missing, and tells the same census to those who measure', async () => {
    const sound = Array.from({ length: 10 }, () => payment('offline'));
    await stage.feed('offline', [...sound, ...sound.slice(0, 2), 'till 71 is out of paper']);
    await stage.world.rows(`DELETE FROM payments.messages WHERE message_offset IN (3, 6, 7)`);
    const census = await stage.census();
    expect(census).toMatchObject([
      {
        ...{ received: 10, stored: 7, duplicate: 2, rejected: 1 },
        firstOffset: 0,
        lastOffset: 12,
        gaps: 3,
        missing: [
          { from: 3, to: 3 },
          { from: 6, to: 7 },
        ],
      },
    ]);
    const { body } = await stage.world.anyone.get<string>('/metrics');
    const measured = body.split('\n').filter((line) => /^plaza_payments_(?:census|gaps)\{/.test(line));
    expect(measured.sort()).toEqual(census.flatMap(measuredOf).sort());
  });
});

/** As `/metrics` has it. */
function measuredOf({ topic, partition, gaps, ...counts }: CensusEntry): string[] {
  const place = `topic="${topic}",partition="${partition}"`;
  return [
    `plaza_payments_gaps{${place},process="test"} ${gaps}`,
    ...outcomes.map(
      (outcome) => `plaza_payments_census{${place},outcome="${outcome}",process="test"} ${counts[outcome]}`,
    ),
  ];
}

/** Looks at the census again and again, and at every instant it has to add up. */
async function watch(stage: Stage, looks: { made: number; enough: boolean }): Promise<void> {
  while (!looks.enough) {
    for (const entry of await stage.census()) {
      looks.made += 1;
      expect(sumOf(entry)).toBe(entry.received);
      expect(entry.received).toBe(entry.lastOffset - entry.firstOffset + 1);
      expect(entry).toMatchObject({ gaps: 0, missing: [] });
    }
  }
}
