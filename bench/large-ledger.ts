/**
 * `large-ledger`: what accruing, balances, statements and the feed cost a partner with a million members and ten million entries,
 * beside one with a thousand members; each has a database and a process of its own, and they take turns.
 */
import { z } from 'zod';
import type { PlazaDatabase, PostgresServer } from '@plaza/engines';
import type {
  Benchmark,
  Check,
  Contender,
  Findings,
  MeasuredComparison,
  Workshop,
} from './support/benchmark';
import { startChild, type Child } from './support/child';
import { fillLargeLedger, guest, type LedgerSize } from './support/large-ledger';
import { partnerOf, tokenOf, type Partner } from './support/partner';
import { migratedDatabase, plazaEnvironment, startPlaza, type PlazaProcess } from './support/plaza';
import { rowsOfEveryPartner, serverVersion, settleDatabase, startDatabaseServer } from './support/postgres';
import { roundSchema } from './support/statistics';

const sizes = {
  small: { members: 1_000, entriesOfMember: 10, events: 2_000 },
  large: { members: 1_000_000, entriesOfMember: 10, events: 1_000_000 },
} satisfies Record<string, LedgerSize>;
const tillsMax = 64;
const connectionsMax = 32;
/** Of a ledger so many members are asked about, from one end of it to the other. */
const askedMax = 50_000;
const feedPage = 20;
/** Above a round's own time. */
const patienceMs = 60_000;

const accruedSchema = roundSchema.extend({
  answers: z.record(z.string(), z.number()),
  firstRefusal: z.string().optional(),
});

export const largeLedger: Benchmark = {
  name: 'large-ledger',
  about: `accruals, balances, statements and the feed at ${tell(sizes.large)}, beside ${tell(sizes.small)}`,
  run,
};

async function run(workshop: Workshop): Promise<Findings> {
  const server = await startDatabaseServer(workshop.running);
  const ledgers = [
    await Ledger.fill(workshop, server, 'small', sizes.small),
    await Ledger.fill(workshop, server, 'large', sizes.large),
  ];
  const reads = await workshop.running.start('load', () => startChild('load', 'loyalty-reads.load'));
  const compared = (title: string, contender: (ledger: Ledger) => Promise<Contender>) =>
    compareLedgers(workshop, ledgers, title, contender);
  return {
    comparisons: [
      await compared('accruals, on random members', (ledger) => ledger.accruing()),
      await compared('balances of random members', (ledger) => ledger.reading(reads, ledger.balances)),
      await compared('statements of random members', (ledger) => ledger.reading(reads, ledger.statements)),
      await compared('pages of the feed', (ledger) => ledger.reading(reads, ledger.feed)),
    ],
    checks: await Promise.all(ledgers.map((ledger) => ledger.check())),
    remarks: [
      'The larger one does not fit into PostgreSQL’s own memory; what is missing there comes from that of the system.',
      'The worker does not run, so news and events stay where they were written.',
    ],
    engines: { PostgreSQL: await serverVersion(server.url) },
  };
}

async function compareLedgers(
  { compare }: Workshop,
  ledgers: readonly Ledger[],
  title: string,
  contender: (ledger: Ledger) => Promise<Contender>,
): Promise<MeasuredComparison> {
  const contenders: Contender[] = [];
  for (const ledger of ledgers) contenders.push(await contender(ledger));
  return compare({ title, contenders });
}

function tell({ members, entriesOfMember }: LedgerSize): string {
  const [some, all] = [members, members * entriesOfMember].map((count) => count.toLocaleString('en'));
  return `${some} members and ${all} entries`;
}

/** One size of ledger, with the process that works on it. */
class Ledger {
  private readonly answers: Record<string, number> = {};
  private firstRefusal: string | undefined;

  private constructor(
    private readonly size: LedgerSize,
    private readonly server: PostgresServer,
    private readonly database: PlazaDatabase,
    private readonly api: PlazaProcess,
    private readonly partner: Partner,
    private readonly tills: Child,
  ) {}

  static async fill(
    workshop: Workshop,
    server: PostgresServer,
    name: string,
    size: LedgerSize,
  ): Promise<Ledger> {
    const { running, say } = workshop;
    const database = await migratedDatabase(server, name);
    const environment = plazaEnvironment(database);
    const api = await startPlaza(workshop, 'api', environment);
    const partner = await partnerOf(api.url, environment);
    await open(api.url, partner);
    say(`writing ${tell(size)}`);
    await fillLargeLedger(server, name, partner.id, size);
    const tills = await running.start(name, () => startChild(name, 'accrue.load'));
    return new Ledger(size, server, database, api, partner, tills);
  }

  get balances(): string[] {
    return this.asked.map((externalId) => `/v1/loyalty/members/${externalId}/balance`);
  }

  get statements(): string[] {
    return this.asked.map((externalId) => `/v1/loyalty/members/${externalId}/entries?limit=5`);
  }

  get feed(): string[] {
    const pages = Math.floor(this.size.events / feedPage);
    return drawn(pages).map((page) => `/v1/loyalty/events?after=${String((page - 1) * feedPage)}`);
  }

  async accruing(): Promise<Contender> {
    const { api, tills } = this;
    const token = await this.token();
    await tills.ask(z.null(), { url: api.url, token, externalIds: this.asked, tillsMax });
    return {
      ...this.contender(`${tillsMax} tills`),
      round: async (durationMs) => {
        const wish = { durationMs, hot: false, tillsMax };
        const answer = await tills.ask(accruedSchema, wish, durationMs + patienceMs);
        const { answers, firstRefusal, ...round } = answer;
        Object.assign(this.answers, answers);
        this.firstRefusal = firstRefusal;
        return round;
      },
    };
  }

  async reading(load: Child, paths: readonly string[]): Promise<Contender> {
    const asked = { url: this.api.url, token: await this.token(), paths, connections: connectionsMax };
    return {
      ...this.contender(`${connectionsMax} connections`),
      round: (durationMs) => load.ask(roundSchema, { ...asked, durationMs }, durationMs + patienceMs),
    };
  }

  /** The books balance, with what was accrued here. */
  async check(): Promise<Check> {
    const { size, answers, firstRefusal } = this;
    const [found] = await rowsOfEveryPartner<Record<'entries' | 'sum' | 'members' | 'moved', string>>(
      this.database.ownerUrl,
      `SELECT (SELECT count(*) FROM loyalty.entries) AS entries,
              (SELECT sum(balance) FROM loyalty.accounts) AS sum,
              (SELECT sum(balance) FROM loyalty.members) AS members,
              (SELECT sum(points) FROM loyalty.entries) AS moved`,
    );
    if (!found) throw new Error('The database told nothing about its points');
    const expected = size.members * size.entriesOfMember + (answers['201'] ?? 0);
    const refused = firstRefusal === undefined ? '' : `; the first refusal: ${firstRefusal}`;
    return {
      says: `at ${tell(size)}: entries ${found.entries} of ${expected}, the sum of all accounts is ${found.sum}, members have ${found.members} of ${found.moved}${refused}`,
      holds:
        Number(found.entries) === expected &&
        found.sum === '0' &&
        found.members === found.moved &&
        firstRefusal === undefined,
    };
  }

  private get asked(): string[] {
    return drawn(this.size.members).map(guest);
  }

  /** The fill takes longer than a token lives. */
  private token(): Promise<string> {
    return tokenOf(this.api.url, this.partner.machine);
  }

  private contender(load: string): Omit<Contender, 'round'> {
    const { size, server, api } = this;
    return {
      ...{ label: tell(size), load, role: size === sizes.large ? 'plaza' : 'floor' },
      prepare: () => settleDatabase(server),
      processes: () => ({ api: api.pid, PostgreSQL: server.pid }),
    };
  }
}

/** Numbers from 1 to `count`, in an order in which no two that follow each other are neighbours. */
function drawn(count: number): number[] {
  const step = Math.max(1, Math.floor(count / askedMax));
  const numbers = Array.from({ length: Math.min(count, askedMax) }, (_, at) => 1 + at * step);
  return numbers.map((_, at) => numbers[(at * 7_919) % numbers.length] ?? 1);
}

/** A programme is opened by what its partner decides first. */
async function open(url: string, { token }: Partner): Promise<void> {
  const answer = await fetch(`${url}/v1/loyalty/settings`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ thresholds: { balanceAbove: 1_000, totalAbove: 100_000 } }),
  });
  if (!answer.ok) throw new Error(`The settings answered ${answer.status}: ${await answer.text()}`);
}
