/** Asks the screening service over HTTP. A payment has no recording of its own, so what is asked about is a name made of its id. */
import { fetchFailure } from '../fetch-failure';
import { Screening, type ScreeningAnswer } from './screening';

const answerBytesMax = 64 * 1024;

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
      const text = await readWhole(response);
      if (text === null) return { httpStatus, text, fault: `The answer is over ${answerBytesMax} bytes` };
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

/** Null when it is longer than anything that we keep. */
async function readWhole(response: Response): Promise<string | null> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  if (!response.body) return '';
  const body: AsyncIterable<Uint8Array> = response.body;
  for await (const chunk of body) {
    chunks.push(chunk);
    bytes += chunk.length;
    if (bytes > answerBytesMax) return null;
  }
  return Buffer.concat(chunks).toString('utf8');
}

function faultOf(error: unknown, timeoutMs: number): string {
  const failure = fetchFailure(error);
  return failure === 'TimeoutError' ? `No answer within ${timeoutMs} ms` : failure;
}
