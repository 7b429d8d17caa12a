/** Separate processes over a real Kafka, and a `kill -9` of every part in the middle of the stream: one round of `npm run chaos`. */
import { describeWith } from '#test/needs';
import { Chance } from '../../chaos/support/chance';
import { checkPayments } from '../../chaos/support/payments-invariants';
import { runRound } from '../../chaos/support/payments-round';
import { parts, PaymentsStage } from '../../chaos/support/payments-stage';
import { runRestoreRound } from '../../chaos/support/restore-round';

const startMs = 180_000;
const roundMs = 540_000;

describeWith('kafka', 'Killing every part in the middle of a thousand payments', () => {
  let stage: PaymentsStage;

  beforeAll(async () => {
    stage = await PaymentsStage.start();
  }, startMs);

  afterAll(() => stage.stop(), startMs);

  it(
    'loses no message, stores none twice and reports every failure once',
    async () => {
      const plan = { seed: 'kill-anything', messages: 1_000, seconds: 20, victims: parts };
      const { kills, invariants } = await runRound(stage, plan, new Chance('kill-anything'), () => undefined);
      expect(kills).toHaveLength(parts.length);
      expect(invariants.length).toBeGreaterThan(5);
      const broken = invariants.filter(({ violations }) => violations.length > 0);
      if (broken.length > 0) throw new Error(`${JSON.stringify(broken, null, 2)}\n${stage.lastWords}`);
    },
    roundMs,
  );

  it(
    'and losing the database with its disk loses nothing that was committed, once it is restored',
    async () => {
      const plan = { seed: 'restore', messages: 500, seconds: 5 };
      const { committed, invariants } = await runRestoreRound(
        stage,
        plan,
        new Chance('restore'),
        () => undefined,
      );
      expect(committed).toBeGreaterThan(0);
      const broken = invariants.filter(({ violations }) => violations.length > 0);
      if (broken.length > 0) throw new Error(`${JSON.stringify(broken, null, 2)}\n${stage.lastWords}`);
    },
    roundMs,
  );

  it(
    'is noticed where something was lost or made up',
    async () => {
      const latest = (outcome: string) =>
        `(topic, partition, message_offset) IN
         (SELECT topic, partition, message_offset FROM payments.messages WHERE outcome = '${outcome}'
          ORDER BY received_at DESC LIMIT 1)`;
      await stage.rows(
        `DELETE FROM payments.messages WHERE ${latest('stored')};
       UPDATE payments.messages SET outcome = 'duplicate' WHERE ${latest('rejected')};
       UPDATE payments.accounts SET last_payment_date = now() + interval '1 day' WHERE account_id = 1;
       DELETE FROM payments.tallies WHERE position IN (SELECT position FROM payments.tallies LIMIT 1)`,
      );
      stage.line.askings.set('somebody', new Set(['{}']));
      stage.line.reports.pop();
      const broken = (await checkPayments(stage)).filter(({ violations }) => violations.length > 0);
      expect(broken.map(({ says }) => says)).toEqual([
        'every message on Kafka is in the log, at its place',
        'the census closes: no gap, and every tally is what the log says',
        'every message is kept byte by byte as it was sent',
        'every message has the outcome that follows from what was sent and from the word of the gateway',
        'every payment that was sent has exactly one effect, of its account and amount',
        'the gateway is asked about sound online payments alone, as they were sent, by their id',
        'every failure that follows has exactly one report',
        'every account was last paid when its latest payment was',
      ]);
    },
    roundMs,
  );
});
