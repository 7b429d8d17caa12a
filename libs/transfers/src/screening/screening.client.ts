/** Asks the screening service over HTTP. What is no whole answer, whatever its status says, is no answer. */
import { screeningAnswerBytesMax, screeningAnswerOf } from '@plaza/platform';
import { scoreOf } from './score';
import { Screening, type ScreeningAnswer } from './screening';

export interface ScreeningOptions {
  url: string;
  /** The value of the header `Authorization`. */
  authorization: string | undefined;
  timeoutMs: number;
}

const detailCharactersMax = 200;
/** What is wrong with the request stays wrong. */
const refusing = new Set([400, 404, 405, 410, 413, 414, 415, 422]);

export class ScreeningClient extends Screening {
  /** @param options without them nothing is ever answered */
  constructor(private readonly options: ScreeningOptions | undefined) {
    super();
  }

  async ask(audioUrl: string): Promise<ScreeningAnswer> {
    if (!this.options) return unknown('No screening service is configured');
    const { url, authorization, timeoutMs } = this.options;
    try {
      const query = `actionType=2&audioStreamUrl=${encodeURIComponent(audioUrl)}`;
      const response = await fetch(`${url}/RAnalysis/?${query}`, {
        headers: { accept: 'application/json', ...(authorization !== undefined && { authorization }) },
        redirect: 'manual',
        signal: AbortSignal.timeout(timeoutMs),
      });
      const text = await screeningAnswerOf(response);
      if (text === null) return unknown(`Its answer is over ${String(screeningAnswerBytesMax)} bytes`);
      if (response.ok) return answerIn(text);
      const detail = `It answered ${String(response.status)}: ${text}`.slice(0, detailCharactersMax);
      return { outcome: refusing.has(response.status) ? 'refused' : 'unknown', detail };
    } catch (error) {
      return unknown(reasonOf(error));
    }
  }
}

function answerIn(text: string): ScreeningAnswer {
  let answer: unknown;
  try {
    answer = JSON.parse(text);
  } catch {
    return unknown(`Its answer is no JSON: ${text}`);
  }
  const score = scoreOf(answer);
  if (score === undefined || typeof answer !== 'object' || answer === null) {
    return unknown(`Its answer is none: ${text}`);
  }
  return { outcome: 'answered', score, answer };
}

function unknown(detail: string): ScreeningAnswer {
  return { outcome: 'unknown', detail: detail.slice(0, detailCharactersMax) };
}

/** What went wrong below `fetch`, where that is told. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message || String(error.cause) : error.message;
}
