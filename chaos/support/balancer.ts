/**
 * What stands before several apis, as where Plaza is deployed: each gets requests in turn, and one that is to be replaced gets no new ones any
 * more, is asked to end once those it had are answered, and gets requests again when it is ready.
 */
import { until } from '@plaza/engines';
import type { Answer, Asker, Question } from '../../bench/support/http-caller';
import type { PlazaProcess } from './plaza-process';

const readyWithinMs = 60_000;
const lookEveryMs = 100;
const answerWithinMs = 30_000;

export class Balancer implements Asker {
  private readonly serving: Set<PlazaProcess>;
  private readonly underWay = new Map<PlazaProcess, number>();
  private turn = 0;

  /** @param processes whichever there are; apis are asked */
  constructor(readonly processes: readonly PlazaProcess[]) {
    this.serving = new Set(processes.filter(({ app }) => app === 'api'));
  }

  async ask(question: Question): Promise<Answer> {
    const apis = [...this.serving];
    const api = apis[(this.turn += 1) % apis.length];
    if (!api) throw new Error('No api is serving');
    this.count(api, 1);
    try {
      return await askAt(api, question);
    } finally {
      this.count(api, -1);
    }
  }

  /** @returns what went wrong, in words */
  async replace(process: PlazaProcess): Promise<string[]> {
    const isServing = this.serving.delete(process);
    const isAnswered = () => Promise.resolve((this.underWay.get(process) ?? 0) === 0);
    const left = await until(isAnswered, readyWithinMs, lookEveryMs);
    await process.stop();
    const code = process.exitCode;
    await process.startAgain();
    const isReady = async () => (await fetch(`${process.url}/health/ready`)).ok;
    const came = await until(() => isReady().catch(() => false), readyWithinMs, lookEveryMs);
    if (isServing) this.serving.add(process);
    return [
      ...(left ? [] : [`${process.app} did not answer what it was asked`]),
      ...(code === 0 ? [] : [`${process.app} ended with ${String(code)}: ${process.lastWords}`]),
      ...(came ? [] : [`${process.app} did not become ready again`]),
    ];
  }

  private count(api: PlazaProcess, change: number): void {
    this.underWay.set(api, (this.underWay.get(api) ?? 0) + change);
  }
}

async function askAt(api: PlazaProcess, { method, path, headers, body }: Question): Promise<Answer> {
  const lines = headers.split('\r\n').filter((line) => line !== '');
  const named = lines.map((line): [string, string] => {
    const colon = line.indexOf(':');
    return [line.slice(0, colon), line.slice(colon + 1).trim()];
  });
  const answer = await fetch(`${api.url}${path}`, {
    method,
    headers: [
      ...named,
      ...(body === undefined ? [] : [['content-type', 'application/json'] as [string, string]]),
    ],
    signal: AbortSignal.timeout(answerWithinMs),
    ...(body !== undefined && { body }),
  });
  return { status: answer.status, body: await answer.text() };
}
