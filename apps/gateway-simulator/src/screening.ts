/*
 * What the screening service answers about an audio stream. Like the gateway's, its answers come from the address and how often it was
 * asked about, so that a run can be repeated.
 */
import { defaultScreeningScenario, type ScreeningScenario } from './screening-scenario';
import { digest, fraction } from './seeded';

export type ScreeningAnswer = 'whole' | keyof ScreeningScenario['shares'];

const streamsKeptMax = 100_000;

export class Screening {
  scenario: ScreeningScenario = defaultScreeningScenario;
  /** Requests without the right authorisation. */
  refused = 0;
  private readonly byAnswer = new Map<ScreeningAnswer, number>();
  private readonly asked = new Map<string, number>();

  answer(audioStreamUrl: string): ScreeningAnswer {
    const before = this.asked.get(audioStreamUrl) ?? 0;
    if (this.asked.size < streamsKeptMax || before > 0) this.asked.set(audioStreamUrl, before + 1);
    const answer = decide(audioStreamUrl, before, this.scenario);
    this.byAnswer.set(answer, (this.byAnswer.get(answer) ?? 0) + 1);
    return answer;
  }

  get record(): object {
    return {
      requests: [...this.byAnswer.values()].reduce((sum, number) => sum + number, 0),
      refused: this.refused,
      byAnswer: Object.fromEntries(this.byAnswer),
      perStream: Object.fromEntries(this.asked),
    };
  }
}

/** 0 to 100. */
export function riskOf(audioStreamUrl: string, { risk, riskMax }: ScreeningScenario): number {
  return risk ?? Math.floor(fraction(digest('risk', audioStreamUrl), 0) * (riskMax + 1));
}

function decide(
  audioStreamUrl: string,
  asked: number,
  { shares, nonAnswersMax }: ScreeningScenario,
): ScreeningAnswer {
  let lot = fraction(digest('screening', audioStreamUrl), 0);
  for (const answer of ['empty', 'fault', 'malformed', 'error', 'timeout', 'reset'] as const) {
    if (lot < shares[answer]) return answer === 'empty' || asked < nonAnswersMax ? answer : 'whole';
    lot -= shares[answer];
  }
  return 'whole';
}
