/** `bank`: sixty-four clients move points at random while api, worker and PostgreSQL are killed; the books balance all the time. */
import { runBankRound, type BankRound } from './support/bank-round';
import { BankStage } from './support/bank-stage';
import { Chance } from './support/chance';
import { overAll, playRounds, type FaultRun, type Options, type Verdict } from './support/fault-run';

export const bankRun: FaultRun = {
  name: 'bank',
  about: 'kill -9 of api, worker and PostgreSQL while points are moved at random for --seconds',
  run,
};

type Round = BankRound & { seed: string };

async function run(options: Options, say: (line: string) => void, ended: AbortSignal): Promise<Verdict> {
  const rounds = await playRounds<Round>(options, {
    ...{ say, ended },
    play: async (seed, told) => {
      const stage = await BankStage.start();
      try {
        const round = { seed, ...(await runBankRound(stage, options.seconds, new Chance(seed), told)) };
        const measured = `over ${round.acts} acts and ${round.looks} looks at the books`;
        return { round, measured, lastWords: stage.lastWords };
      } finally {
        await stage.stop();
      }
    },
  });
  return verdictOf(options, rounds);
}

function verdictOf({ seed }: Options, rounds: readonly Round[]): Verdict {
  return {
    ...{ seed, rounds: rounds.length },
    kills: rounds.reduce((sum, { kills }) => sum + kills.length, 0),
    messages: rounds.reduce((sum, { acts }) => sum + acts, 0),
    invariants: overAll(rounds),
    details: rounds.map(({ invariants: _, ...round }) => round),
  };
}
