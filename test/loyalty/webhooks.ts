/** The webhooks of one partner in a test's world, and what makes events for them. */
import { Webhook } from 'standardwebhooks';
import type { World } from '#test/world';
import { expectOk, type PartnerProgramme } from './programme';
import type { Received } from './receiver';

export const hooksPath = '/v1/loyalty/webhooks';
export const minute = 60;
export const hour = 60 * minute;

export class Hooks {
  constructor(
    private readonly world: World,
    private readonly programme: PartnerProgramme,
    private readonly url: string,
    private readonly member: string,
  ) {}

  async add(wanted: object = {}): Promise<{ id: string; secret: string }> {
    return (await expectOk(this.programme.client.post(hooksPath, { url: this.url, ...wanted }))).body;
  }

  async see(id: string): Promise<Record<string, unknown>> {
    return (await expectOk(this.programme.client.get(`${hooksPath}/${id}`))).body;
  }

  async deliveries(id: string, query = ''): Promise<Record<string, unknown>[]> {
    return (await expectOk(this.programme.client.get(`${hooksPath}/${id}/deliveries${query}`))).body.items;
  }

  /** Two events: the balance rises above 1,000, and is used up, so that it can rise once more. */
  async crossing(): Promise<void> {
    await expectOk(this.programme.accrue(this.member, 1_001));
    await expectOk(this.programme.redeem(this.member, 1_001));
  }

  async later(seconds: number): Promise<void> {
    this.world.clock.forwardSeconds(seconds);
    await this.programme.signIn();
    await this.world.settle();
  }
}

/** As the public library signs, whatever time it is by now: a test moves its clock, and the library would find a call too old. */
export function isSignedWith(secret: string, { id, headers, body }: Received): boolean {
  const sentAt = new Date(Number(headers['webhook-timestamp']) * 1_000);
  const signatures = String(headers['webhook-signature']).split(' ');
  return signatures.includes(new Webhook(secret).sign(id, sentAt, body));
}
