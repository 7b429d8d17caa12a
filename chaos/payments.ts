/** `payments`: thousands of payments over Kafka while every part is killed once in each round. */
import { Chance } from './support/chance';
import { overAll, tellRound, type FaultRun, type Options, type Verdict } from './support/fault-run';
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
  const rounds: Round[] = [];
  try {
    for (let number = 1; number <= options.rounds && !ended.aborted; number += 1) {
      const seed = `${options.seed}-${number}`;
      const name = `round ${number}/${options.rounds}`;
      const told = (line: string) => say(`${name}  ${line}`);
      const plan = { seed, messages: options.messages, seconds: options.seconds, victims: parts };
      const round = await runRound(stage, plan, new Chance(seed), told);
      rounds.push(round);
      const measured = `after ${Math.round(round.tookMs / 1_000)} s`;
      if (tellRound(say, name, round.invariants, measured)) continue;
      // What this one left undone would be taken for a fault of the next.
      say(stage.lastWords);
      break;
    }
  } finally {
    await stage.stop();
  }
  return verdictOf(options, rounds);
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
