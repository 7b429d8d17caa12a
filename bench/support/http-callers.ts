/** As many connections as there are requests under way at the same time; one that has its answer asks the next. */
import { HttpCaller, type Answer, type Asker, type Question } from './http-caller';

export class HttpCallers implements Asker {
  private readonly idle: HttpCaller[] = [];

  constructor(private readonly url: string) {}

  async ask(question: Question): Promise<Answer> {
    const caller = this.rested() ?? (await HttpCaller.connect(this.url));
    const answer = await caller.ask(question);
    this.idle.push(caller);
    return answer;
  }

  /** A server closes what was not used for long. */
  private rested(): HttpCaller | undefined {
    for (let caller = this.idle.pop(); caller; caller = this.idle.pop()) if (caller.isOpen) return caller;
    return undefined;
  }
}
