/** Weeks in a test's world: the clock is put to a time in one, and what the report says of it is looked up. */
import { ONLINE_BRANCH_ID } from '@plaza/catalog';
import { Week, type Measured } from '@plaza/reporting';
import type { Client } from '#test/client';
import type { World } from '#test/world';
import { staff, type Person } from '../catalog/shop';

const dayMs = 86_400_000;

interface ToldNumber extends Measured {
  name: string;
  currency: string | null;
  before: Measured | null;
  sent: Measured | null;
}

interface ToldRow {
  label: string;
  values: Record<string, number>;
  before: Record<string, number> | null;
  sent: Record<string, number> | null;
}

/** As it is told in JSON. */
export interface ReportBody {
  to: string;
  isOver: boolean;
  isRestated: boolean;
  sent: { edition: number } | null;
  roots: { until: string; hash: string }[];
  sections: { figures: ToldNumber[]; lists: { name: string; rows: ToldRow[] }[] }[];
}

export class ShopWeeks {
  private constructor(
    private readonly world: World,
    private readonly clerk: Person,
  ) {}

  /** On the Wednesday of the next week, at ten. */
  static async begin(world: World): Promise<ShopWeeks> {
    const weeks = new ShopWeeks(world, await staff(world));
    const { to } = Week.at(world.clock.now(), 'UTC').span('UTC');
    await weeks.goTo(new Date(to.getTime() + 2 * dayMs + 10 * 3_600_000));
    return weeks;
  }

  get client(): Client {
    return this.clerk.client;
  }

  get clerkId(): string {
    return this.clerk.id;
  }

  get token(): string {
    return this.clerk.token;
  }

  /** The name of the week that it is. */
  get now(): string {
    return Week.at(this.world.clock.now(), 'UTC').name;
  }

  /** What is under way belongs to the time before. */
  async goTo(at: Date): Promise<void> {
    await this.world.settle();
    this.world.clock.forwardSeconds(Math.ceil((at.getTime() - this.world.clock.now().getTime()) / 1_000));
    await this.clerk.signIn();
  }

  async later(minutes: number): Promise<void> {
    await this.goTo(new Date(this.world.clock.now().getTime() + minutes * 60_000));
  }

  /** To the same time of the next week. */
  async goOn(): Promise<void> {
    await this.later(7 * 24 * 60);
  }

  /** To Monday of the next week, at an hour. */
  async goToMonday(hour: number, minute = 0): Promise<void> {
    const { to } = Week.at(this.world.clock.now(), 'UTC').span('UTC');
    await this.goTo(new Date(to.getTime() + (hour * 60 + minute) * 60_000));
  }

  async sell(productId: string, quantity: number, more: { unitPrice?: number; document?: string } = {}) {
    const { document, ...line } = more;
    const { status, body } = await this.client.post('/v1/orders/sales', {
      ...{ branchId: ONLINE_BRANCH_ID, items: [{ productId, quantity, ...line }] },
      ...(document !== undefined && { document }),
    });
    if (status !== 201) throw new Error(JSON.stringify(body));
    return body as { id: string };
  }

  async report(week: string): Promise<ReportRead> {
    const answer = await this.client.get<ReportBody>('/v1/reports/weekly', { query: { week } });
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
    return new ReportRead(answer.body);
  }
}

export class ReportRead {
  constructor(readonly body: ReportBody) {}

  figure(name: string): ToldNumber {
    const all = this.sections.flatMap(({ figures }) => figures);
    const found = all.find((each) => each.name === name);
    if (!found) throw new Error(`The report does not tell ${name}`);
    return found;
  }

  /** Value and rows, and the same of the week before. */
  numbers(name: string): (number | null | undefined)[] {
    const { value, rows, before } = this.figure(name);
    return [value, rows, before?.value, before?.rows];
  }

  rows(list: string): ToldRow[] {
    const found = this.sections.flatMap(({ lists }) => lists).find((each) => each.name === list);
    if (!found) throw new Error(`The report has no list of ${list}`);
    return found.rows;
  }

  private get sections() {
    return this.body.sections;
  }
}
