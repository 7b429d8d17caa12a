/** Asks the screening service over HTTP. A payment has no recording of its own, so what is asked about is a name made of its id. */
import { screeningAnswerBytesMax, screeningAnswerOf } from '@plaza/platform';
import { fetchFailure } from '../fetch-failure';
import { Screening, type ScreeningAnswer } from './screening';

export interface ScreeningOptions {
  url: string;
  authorization: string | undefined;
  /** From the start of a request to the last byte of its answer. */
  timeoutMs: number;
  /** What is asked about, with `{paymentId}` where the id stands. */
  subject: string;
}

export class ScreeningClient extends Screening {
  constructor(private readonly options: ScreeningOptions) {
    super();
  }

  async ask(paymentId: string): Promise<ScreeningAnswer> {
    const { authorization, timeoutMs } = this.options;
    let httpStatus: number | null = null;
    try {
      const response = await fetch(this.addressFor(paymentId), {
        headers: { accept: 'application/json', ...(authorization !== undefined && { authorization }) },
        redirect: 'manual',
        signal: AbortSignal.timeout(timeoutMs),
      });
      httpStatus = response.status;
      const text = await screeningAnswerOf(response);
      if (text === null)
        return { httpStatus, text, fault: `The answer is over ${screeningAnswerBytesMax} bytes` };
      return { httpStatus, text, fault: response.ok ? null : `It answered ${httpStatus}` };
    } catch (error) {
      return { httpStatus, text: null, fault: faultOf(error, timeoutMs) };
    }
  }

  private addressFor(paymentId: string): string {
    const { url, subject } = this.options;
    const about = encodeURIComponent(subject.replaceAll('{paymentId}', paymentId));
    return `${url}/RAnalysis/?actionType=2&audioStreamUrl=${about}`;
  }
}

function faultOf(error: unknown, timeoutMs: number): string {
  const failure = fetchFailure(error);
  return failure === 'TimeoutError' ? `No answer within ${timeoutMs} ms` : failure;
}
