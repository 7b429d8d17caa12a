/** `payments`: thousands of payments over Kafka while every part is killed once in each round. */
import { Chance } from './support/chance';
import { overAll, playRounds, type FaultRun, type Options, type Verdict } from './support/fault-run';
import { runRound, type Round } from './support/payments-round';
import { parts, PaymentsStage } from './support/payments-stage';

export const paymentsRun: FaultRun = {
  name: 'payments',
  about:
    'kill -9 of payments process, worker, PostgreSQL, Kafka and simulator while messages are on their way',
  run,
};

async function run(options: Options, say: (line: string) => void, ended: AbortSignal): Promise<Verdict> {
  say('starting Kafka, PostgreSQL, two payments processes and the worker');
  const stage = await PaymentsStage.start();
  const { messages, seconds } = options;
  try {
    const rounds = await playRounds(options, {
      ...{ say, ended, endWithTheFirstViolated: true },
      play: async (seed, told) => {
        const round = await runRound(
          stage,
          { seed, messages, seconds, victims: parts },
          new Chance(seed),
          told,
        );
        const measured = `after ${Math.round(round.tookMs / 1_000)} s`;
        return { round, measured, lastWords: stage.lastWords };
      },
    });
    return verdictOf(options, rounds);
  } finally {
    await stage.stop();
  }
}

function verdictOf({ seed, messages }: Options, rounds: readonly Round[]): Verdict {
  return {
    seed,
    rounds: rounds.length,
    kills: rounds.reduce((sum, { kills }) => sum + kills.length, 0),
    messages: messages * rounds.length,
    invariants: overAll(rounds),
    details: rounds.map(({ seed: ofRound, kills, tookMs }) => ({ seed: ofRound, kills, tookMs })),
  };
}
