/** Many who move points at random at the same time: they earn, use, give, set aside and take back, and remember what they were answered. */
import { randomUUID } from 'node:crypto';
import type { Answer, BankStage } from './bank-stage';
import type { Chance } from './chance';

const clientsMax = 64;
const membersMax = 12;
/** One in so many is taken back. */
const reversedOneIn = 5;
const insufficient = 'loyalty.insufficient-points';

export class BankClients {
  /** The points of every act that was acknowledged, by the id under which the ledger must have it. */
  readonly acknowledged = new Map<string, number>();
  /** Answers that nobody may get. */
  readonly surprises: string[] = [];
  private readonly members = Array.from({ length: membersMax }, (_, at) => `member-${at + 1}`);

  constructor(
    private readonly stage: BankStage,
    private readonly chance: Chance,
  ) {}

  async open(): Promise<void> {
    for (const externalId of this.members) await this.stage.ask('/members', { externalId });
  }

  /** Each goes on until that is ended, and finishes what it has begun. */
  async move(ended: AbortSignal): Promise<void> {
    const acts = [() => this.earn(), () => this.use(), () => this.give(), () => this.setAside()];
    const client = async () => {
      while (!ended.aborted) await this.drawn(acts)?.();
    };
    await Promise.all(Array.from({ length: clientsMax }, client));
  }

  private async earn(): Promise<void> {
    const date = this.happens(2) ? { expiresAt: '2040-01-01T00:00:00Z' } : {};
    await this.reversible(`/members/${this.anyone()}/accruals`, { ...this.said(400), ...date });
  }

  private async use(): Promise<void> {
    await this.reversible(`/members/${this.anyone()}/redemptions`, this.said(300));
  }

  private async give(): Promise<void> {
    const [from, to] = [this.anyone(), this.anyone()];
    if (from !== to) await this.act('/transfers', { from, to, ...this.said(200) });
  }

  private async setAside(): Promise<void> {
    const hold = await this.act(`/members/${this.anyone()}/holds`, this.said(200));
    if (hold) await this.act(`/holds/${hold.body.id}/${this.happens(2) ? 'capture' : 'release'}`, {});
  }

  private async reversible(path: string, body: object): Promise<void> {
    const done = await this.act(path, body);
    if (done && this.happens(reversedOneIn))
      await this.act(`/entries/${done.body.id}/reversal`, { description: 'A mistake' });
  }

  /** Undefined when there were not enough points for it. */
  private async act(path: string, body: object): Promise<Answer | undefined> {
    const answer = await this.stage.ask(path, body);
    if (answer.status === 409 && answer.body.code === insufficient) return undefined;
    if (answer.status >= 300) {
      this.surprises.push(`${path} was answered ${answer.status} ${answer.body.code ?? ''}`);
      return undefined;
    }
    this.acknowledged.set(answer.body.id, answer.body.points);
    return answer;
  }

  private said(pointsMax: number) {
    const points = Math.ceil(this.chance.between(0, pointsMax)) || 1;
    return { points, description: 'Coffee', sourceId: randomUUID(), occurredAt: '2026-11-20T08:00:00Z' };
  }

  private anyone(): string {
    return this.drawn(this.members) ?? '';
  }

  private happens(oneIn: number): boolean {
    return this.chance.fraction() < 1 / oneIn;
  }

  private drawn<Member>(members: readonly Member[]): Member | undefined {
    return members[Math.floor(this.chance.fraction() * members.length)];
  }
}
