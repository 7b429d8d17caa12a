/** An account's last payment date is that of its latest payment, in whatever order and however often messages come. */
import fc from 'fast-check';
import type { ForeignMessage } from '@plaza/messaging';
import { PaymentsService, Replays } from '@plaza/payments';
import { stageAlone } from './replay-stage';
import { payment, type Stage } from './stage';

const accountsAtMost = 3;
const runs = 25;

/** A payment of an account, made at a minute. */
const paid = fc.record({
  account: fc.integer({ min: 1, max: accountsAtMost }),
  minute: fc.nat({ max: 600 }),
});

describe('The last payment date', () => {
  let stage: Stage;
  let partition = 0;

  beforeAll(async () => {
    stage = await stageAlone();
  });

  afterAll(() => stage.end());

  const dates = async (from: number) => {
    const rows = await stage.world.rows<{ id: number; at: Date | null }>(
      'SELECT account_id AS id, last_payment_date AS at FROM payments.accounts WHERE account_id BETWEEN $1 AND $2',
      [from + 1, from + accountsAtMost],
    );
    return new Map(rows.map(({ id, at }) => [id - from, at?.getTime()]));
  };

  it('never goes backwards and ends at the latest, whatever the order, the batches and the repeats', async () => {
    const order = fc.array(fc.nat(), { maxLength: 30 });
    const story = fc.tuple(
      fc.array(paid, { minLength: 1, maxLength: 12 }),
      order,
      fc.integer({ min: 1, max: 5 }),
    );
    await fc.assert(
      fc.asyncProperty(story, async ([payments, lots, batch]) => {
        partition += 1;
        const from = partition * accountsAtMost;
        const messages = payments.map(({ account, minute }, at): ForeignMessage => ({
          topic: 'offline',
          partition,
          offset: BigInt(at),
          key: null,
          headers: {},
          value: Buffer.from(JSON.stringify(payment('offline', { account_id: from + account }))),
          timestamp: new Date(Date.UTC(2026, 0, 1, 0, minute)),
        }));
        // Every message at least once, and some again, by lot.
        const again = lots.flatMap((lot) => messages[lot % messages.length] ?? []);
        const deliveries = [...messages, ...again].sort(
          (one, other) => (Number(one.offset * 7n) % 5) - (Number(other.offset * 7n) % 5),
        );
        let known = await dates(from);
        for (let at = 0; at < deliveries.length; at += batch) {
          const part = [...new Set(deliveries.slice(at, at + batch))];
          await stage.world.app.get(PaymentsService).receive(part);
          const now = await dates(from);
          for (const [account, before] of known)
            expect(now.get(account) ?? 0).toBeGreaterThanOrEqual(before ?? 0);
          known = now;
        }
        await stage.world.app.get(Replays).replay({ paymentId: idOf(messages[0]) });
        for (let account = 1; account <= accountsAtMost; account += 1) {
          const times = payments.filter((one) => one.account === account).map(({ minute }) => minute);
          const latest = times.length === 0 ? undefined : Date.UTC(2026, 0, 1, 0, Math.max(...times));
          expect((await dates(from)).get(account)).toBe(latest);
        }
      }),
      { numRuns: runs },
    );
  }, 120_000);
});

function idOf(message: ForeignMessage | undefined): string {
  const { payment_id: id } = JSON.parse(String(message?.value)) as { payment_id: string };
  return id;
}
