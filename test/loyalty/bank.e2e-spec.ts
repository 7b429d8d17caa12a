/** Many clients move points at random while every part is killed: a short round of `npm run chaos -- bank`. */
import { runBankRound } from '../../chaos/support/bank-round';
import { BankStage } from '../../chaos/support/bank-stage';
import { Chance } from '../../chaos/support/chance';

const seconds = 14;
const startMs = 180_000;
const roundMs = 300_000;

describe('A bank of points whose parts are killed', () => {
  let stage: BankStage;

  beforeAll(async () => {
    stage = await BankStage.start();
  }, startMs);

  afterAll(() => stage.stop(), startMs);

  it(
    'balances at every look, loses nothing that was acknowledged and does nothing twice',
    async () => {
      const { kills, acts, looks, invariants } = await runBankRound(
        stage,
        seconds,
        new Chance('bank'),
        () => undefined,
      );
      expect(kills.length).toBeGreaterThan(0);
      expect(acts).toBeGreaterThan(0);
      expect(looks).toBeGreaterThan(0);
      const broken = invariants.filter(({ violations }) => violations.length > 0);
      if (broken.length > 0) throw new Error(`${JSON.stringify(broken, null, 2)}\n${stage.lastWords}`);
    },
    roundMs,
  );
});
