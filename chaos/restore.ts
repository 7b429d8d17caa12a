/** `restore`: the database is lost with its disk while payments flow, and made again of a backup; nothing that was told is missing. */
import { Chance } from './support/chance';
import { overAll, playRounds, type FaultRun, type Options, type Verdict } from './support/fault-run';
import { PaymentsStage } from './support/payments-stage';
import { runRestoreRound, type RestoreRound } from './support/restore-round';

export const restoreRun: FaultRun = {
  name: 'restore',
  about:
    'kill -9 of PostgreSQL and its folder removed while messages are on their way; restored from a backup',
  run,
};

async function run(options: Options, say: (line: string) => void, ended: AbortSignal): Promise<Verdict> {
  const { messages, seconds } = options;
  const rounds = await playRounds(options, {
    ...{ say, ended },
    play: async (seed, told) => {
      told('starting Kafka, PostgreSQL, two payments processes and the worker');
      const stage = await PaymentsStage.start();
      try {
        const round = await runRestoreRound(stage, { seed, messages, seconds }, new Chance(seed), told);
        const measured = `after ${Math.round(round.tookMs / 1_000)} s`;
        return { round, measured, lastWords: stage.lastWords };
      } finally {
        await stage.stop();
      }
    },
  });
  return verdictOf(options, rounds);
}

function verdictOf({ seed, messages }: Options, rounds: readonly RestoreRound[]): Verdict {
  return {
    ...{ seed, rounds: rounds.length, kills: rounds.length, messages: messages * rounds.length },
    invariants: overAll(rounds),
    details: rounds.map(({ invariants: _, ...round }) => round),
  };
}
