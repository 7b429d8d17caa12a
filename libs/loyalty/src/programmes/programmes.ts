/**
 * The door to the rows of one programme. PostgreSQL shows rows of one partner at a time, and of nobody before it was told whose:
 * everything here goes through `loyalty.enter`, which says it for one transaction. Whoever forgets sees nothing.
 */
import { Inject, Injectable } from '@nestjs/common';
import {
  Clock,
  Conditions,
  Database,
  LOGGER,
  newId,
  PlazaError,
  prepared,
  type PlazaLogger,
  type Read,
  type Tx,
} from '@plaza/platform';
import { moveWebhooks } from '../webhooks/webhook-rows';
import { Programme, thresholdsDefault, type ProgrammeName, type ProgrammeRow } from './programme';

/** Stripes of a programme's own accounts: as many transactions write them side by side. */
export const stripesMax = 16;

@Injectable()
export class Programmes {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    @Inject(LOGGER) private readonly logger: PlazaLogger,
  ) {}

  /** Runs `work` in one transaction that sees this programme's partner; `programme` is undefined before it was opened. */
  write<T>(name: ProgrammeName, work: (tx: Tx, programme: Programme | undefined) => Promise<T>): Promise<T> {
    return this.database.transaction((tx) => enter(tx, name, work));
  }

  /** As `write`, for what is done all the time by statements that are prepared. */
  writePlanned<T>(
    name: ProgrammeName,
    work: (tx: Tx, programme: Programme | undefined) => Promise<T>,
  ): Promise<T> {
    return this.database.plannedTransaction((tx) => enter(tx, name, work));
  }

  /** As `write`, in a programme that is there: it is opened when it was not. */
  writeOpened<T>(name: ProgrammeName, work: (tx: Tx, programme: Programme) => Promise<T>): Promise<T> {
    return this.write(name, async (tx, programme) => work(tx, programme ?? (await this.open(tx, name))));
  }

  /**
   * Reads in one statement, from the primary.
   * @param sql a query that speaks of `programme`, the row that was entered; `$1` and `$2` are taken, so its parameters begin
   *   with `$3`. No rows before the programme was opened.
   */
  read<Row>(name: ProgrammeName, sql: string, parameters: unknown[] = []): Promise<Row[]> {
    return this.database.read<Row>(entering(sql), [name.partnerId, name.mode, ...parameters]);
  }

  /** As `read`, for what is asked all the time: always the same text, which names its columns. */
  readPrepared<Row>(name: ProgrammeName, sql: string, parameters: unknown[]): Promise<Row[]> {
    const { partnerId, mode } = name;
    return this.database.read<Row>(prepared(entering(sql)), [partnerId, mode, ...parameters]);
  }

  /** As `read`, for what may lag a moment. */
  readReplica<Row>(name: ProgrammeName, sql: string, parameters: unknown[] = []): Promise<Row[]> {
    return this.database.readReplica<Row>(entering(sql), [name.partnerId, name.mode, ...parameters]);
  }

  /** For `readList`: the conditions that a list of rows of `table` begins with, and what reads it. */
  list({ partnerId, mode }: ProgrammeName, table: string): { conditions: Conditions; read: Read } {
    return {
      conditions: new Conditions(partnerId, mode).add(`${table}.programme_id = programme.id`),
      read: (sql, parameters) => this.database.readReplica(entering(sql), parameters),
    };
  }

  /** Undefined before it was opened. */
  async find(name: ProgrammeName): Promise<Programme | undefined> {
    const [row] = await this.read<ProgrammeRow>(name, 'SELECT programme.*');
    return row && new Programme(row);
  }

  /**
   * For jobs: does `work` for one programme after the other. One that cannot be worked holds up no other.
   * @param work true when it got on
   * @returns true when any of them got on, so that there may be more to do
   */
  async oneByOne<Named extends ProgrammeName>(
    names: readonly Named[],
    work: (name: Named) => Promise<boolean>,
  ): Promise<boolean> {
    let gotOn = false;
    for (const name of names) {
      try {
        gotOn = (await work(name)) || gotOn;
      } catch (error) {
        if (error instanceof PlazaError && error.kind === 'unavailable') throw error;
        const { partnerId, mode } = name;
        this.logger.error(
          { err: error, partnerId, mode },
          'A programme could not be worked; the others go on',
        );
      }
    }
    return gotOn;
  }

  /** Who has news that were not followed yet. */
  withNews(limit: number): Promise<ProgrammeName[]> {
    return this.asked('programmes_with_news($1)', [limit]);
  }

  /** Who has points that time alone has moved. */
  due(limit: number): Promise<ProgrammeName[]> {
    return this.asked('programmes_due($1, $2)', [this.clock.now(), limit]);
  }

  /** Who has members whose tier has to be looked at. */
  withTiersDue(limit: number): Promise<ProgrammeName[]> {
    return this.asked('programmes_with_tiers_due($1, $2)', [this.clock.now(), limit]);
  }

  /** Who is to be told of points that are about to expire. */
  withExpiring(limit: number): Promise<ProgrammeName[]> {
    return this.asked('programmes_with_expiring($1, $2)', [this.clock.now(), limit]);
  }

  /** Whose programmes these customers of the shop are in, where its orders earn points. */
  ofCustomers(customerIds: readonly string[]): Promise<(ProgrammeName & { customerId: string })[]> {
    return this.database.read(
      `SELECT of_partner AS "partnerId", of_mode AS mode, of_customer AS "customerId"
       FROM loyalty.programmes_of_customers($1)`,
      [customerIds],
    );
  }

  /** In which programmes these orders have earned points, by the source ids of these. */
  withOrders(sourceIds: readonly string[]): Promise<(ProgrammeName & { sourceId: string })[]> {
    return this.database.read(
      `SELECT of_partner AS "partnerId", of_mode AS mode, of_source AS "sourceId"
       FROM loyalty.programmes_with_orders($1)`,
      [sourceIds],
    );
  }

  /** In place of a programme that ends there is another one, with its settings and webhooks and nothing else. Doing it twice at once does it once. */
  async beginAnew(tx: Tx, { id: endedId, name }: Programme): Promise<void> {
    // Whoever follows the old one waits, and then finds nobody to follow.
    await tx.query('SELECT FROM loyalty.followed WHERE programme_id = $1 FOR NO KEY UPDATE', [endedId]);
    const [, ended] = await tx.query<[unknown, number]>(
      'UPDATE loyalty.programmes SET ended_at = $2 WHERE id = $1 AND ended_at IS NULL',
      [endedId, this.clock.now()],
    );
    if (ended === 0) return;
    const { id } = await this.open(tx, name);
    await tx.query(
      `WITH rules AS (
         INSERT INTO loyalty.earning_rules (programme_id, partner_id, declared_at, rules)
         SELECT $1, partner_id, declared_at, rules FROM loyalty.earning_rules WHERE programme_id = $2
       ), numbers AS (
         UPDATE loyalty.followed SET events = ended.events
         FROM loyalty.followed AS ended WHERE followed.programme_id = $1 AND ended.programme_id = $2
       )
       UPDATE loyalty.programmes
       SET balance_above = ended.balance_above, total_above = ended.total_above, tiers = ended.tiers,
           expiry_notice_days = ended.expiry_notice_days
       FROM loyalty.programmes AS ended WHERE programmes.id = $1 AND ended.id = $2`,
      [id, endedId],
    );
    await moveWebhooks(tx, endedId, id);
  }

  /** Removes a bounded number of rows of sandboxes that ended before an instant; true when there may be more. */
  removeEnded(before: Date, rowsMax: number): Promise<boolean> {
    return this.database.transaction(async (tx) => {
      const [row] = await tx.query<{ removed: boolean }[]>(
        'SELECT loyalty.remove_ended_sandbox($1, $2) AS removed',
        [before, rowsMax],
      );
      return row?.removed === true;
    });
  }

  private asked(question: string, parameters: unknown[]): Promise<ProgrammeName[]> {
    return this.database.read<ProgrammeName>(
      `SELECT of_partner AS "partnerId", of_mode AS mode FROM loyalty.${question}`,
      parameters,
    );
  }

  private async open(tx: Tx, { partnerId, mode }: ProgrammeName): Promise<Programme> {
    const { balanceAbove, totalAbove } = thresholdsDefault;
    const opened = await tx.query<unknown[]>(
      `INSERT INTO loyalty.programmes (id, partner_id, mode, balance_above, total_above, opened_at)
       VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (partner_id, mode) WHERE ended_at IS NULL DO NOTHING RETURNING id`,
      [newId(), partnerId, mode, balanceAbove, totalAbove, this.clock.now()],
    );
    const [row] = await tx.query<ProgrammeRow[]>(
      'SELECT * FROM loyalty.programmes WHERE partner_id = $1 AND mode = $2 AND ended_at IS NULL',
      [partnerId, mode],
    );
    if (!row) throw new Error('A programme that was opened is not there');
    if (opened.length > 0) await openAccounts(tx, row);
    return new Programme(row);
  }
}

const entered = prepared(`
  SELECT id, partner_id, mode, balance_above, total_above, clock_ahead_ms, tiers, tier_revision, expiry_notice_days
  FROM loyalty.enter($1, $2)`);

async function enter<T>(
  tx: Tx,
  name: ProgrammeName,
  work: (tx: Tx, programme: Programme | undefined) => Promise<T>,
): Promise<T> {
  const [row] = await tx.query<ProgrammeRow[]>(entered, [name.partnerId, name.mode]);
  return work(tx, row && new Programme(row));
}

async function openAccounts(tx: Tx, { id, partner_id: partnerId }: ProgrammeRow): Promise<void> {
  await tx.query(
    `WITH own AS (
       INSERT INTO loyalty.accounts (id, partner_id, programme_id, kind, stripe, balance)
       SELECT gen_random_uuid(), $2, $1, kind, stripe, 0
       FROM unnest(ARRAY['issued', 'redeemed', 'expired', 'transit']) AS kind
       CROSS JOIN generate_series(0, $3::integer - 1) AS stripe
     )
     INSERT INTO loyalty.followed (programme_id, partner_id) VALUES ($1, $2)`,
    [id, partnerId, stripesMax],
  );
}

/**
 * The query depends on the row that was entered, and OFFSET keeps it apart: PostgreSQL cannot read a row of it before it has
 * entered. If it did, row security would show nothing.
 */
function entering(sql: string): string {
  return `SELECT answer.* FROM loyalty.enter($1, $2) AS programme
     CROSS JOIN LATERAL (SELECT * FROM (${sql}) AS asked OFFSET 0) AS answer`;
}
