/** The third party that listens to an audio stream and says how risky it sounds. */

/**
 * What came of one asking. `answered`: a whole answer; its score is null where it says no risk. `refused`: it will never answer about
 * this stream. `unknown`: no answer at all, so it has to be asked again.
 */
export type ScreeningAnswer =
  | { outcome: 'answered'; score: number | null; answer: object }
  | { outcome: 'refused' | 'unknown'; detail: string };

export abstract class Screening {
  /** Asks once; never throws. */
  abstract ask(audioUrl: string): Promise<ScreeningAnswer>;
}
