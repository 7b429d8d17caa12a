/**
 * How a transaction is begun and ended. Connections are pipelined: nobody waits until a transaction has begun, its first statement goes
 * to the server right behind. One statement alone needs neither beginning nor end. Either way the database is told first who is at work.
 */
import type { DataSource, EntityManager, QueryRunner } from 'typeorm';
import { requestContext } from '../request-context';
import { sayingWho } from './saying-who';

export type Run = <T>(dataSource: DataSource, work: (manager: EntityManager) => Promise<T>) => Promise<T>;

/** Committed when `work` resolves, rolled back when it throws. */
export const inTransaction: Run = (dataSource, work) => between(dataSource, work, '');

/** The same, with each prepared statement planned once per connection. */
export const inPlannedTransaction: Run = (dataSource, work) =>
  between(dataSource, work, '; SET LOCAL plan_cache_mode = force_generic_plan');

async function between<T>(
  dataSource: DataSource,
  work: (manager: EntityManager) => Promise<T>,
  saidAhead: string,
): Promise<T> {
  const runner = dataSource.createQueryRunner();
  try {
    await runner.connect();
    const begun = begin(runner, saidAhead);
    const result = await work(runner.manager);
    await begun;
    await runner.query('COMMIT');
    return result;
  } catch (error) {
    await runner.query('ROLLBACK').catch(() => undefined);
    throw error;
  } finally {
    await runner.release();
  }
}

/** Begun when it is first asked for, if it ever is; it ends with the work that it is for. */
export class LateTransaction {
  /** Undefined until it has begun. */
  manager: EntityManager | undefined;
  private begun: Promise<EntityManager> | undefined;
  private ended: Promise<unknown> = Promise.resolve();
  private commit: () => void = () => undefined;
  private rollBack: (reason: unknown) => void = () => undefined;
  private readonly workEnds = new Promise<void>((resolve, reject) => {
    this.commit = resolve;
    this.rollBack = reject;
  });

  /**
   * @param run one that is begun and ended at once
   * @param first done in it before anything else
   */
  constructor(
    private readonly run: (work: (manager: EntityManager) => Promise<void>) => Promise<unknown>,
    private readonly first: (manager: EntityManager) => Promise<void>,
  ) {
    // Where it was never begun, nobody hears how the work ended.
    this.workEnds.catch(() => undefined);
  }

  begin(): Promise<EntityManager> {
    this.begun ??= new Promise((resolve, reject) => {
      this.ended = this.run(async (manager) => {
        await this.first(manager);
        this.manager = manager;
        resolve(manager);
        return this.workEnds;
      });
      this.ended.catch(reject);
    });
    return this.begun;
  }

  /** Committed when `work` resolves, rolled back when it throws. */
  async around<T>(work: () => Promise<T>): Promise<T> {
    try {
      const result = await work();
      this.commit();
      await this.ended;
      return result;
    } catch (error) {
      this.rollBack(error);
      await this.ended.catch(() => undefined);
      throw error;
    }
  }
}

/** What `work` makes of the answer comes too late to undo the statement: only one that fails has no effect. */
export const inOneStatement: Run = async (dataSource, work) => {
  const runner = dataSource.createQueryRunner();
  let sent = false;
  const query = (sql: string, parameters?: unknown[]) => {
    if (sent) throw new Error('What was to be one statement sends another');
    sent = true;
    return runner.query(sql, parameters);
  };
  try {
    await runner.connect();
    const told = sendAhead(runner, sayingWho(requestContext.known()));
    const result = await work(Object.create(runner.manager, { query: { value: query } }) as EntityManager);
    await told;
    return result;
  } finally {
    await runner.release();
  }
};

function begin(runner: QueryRunner, saidAhead: string): Promise<unknown> {
  // TypeORM asks this before it would begin one itself.
  Object.assign(runner, { isTransactionActive: true });
  return sendAhead(runner, `START TRANSACTION; ${sayingWho(requestContext.known(), 'LOCAL')}${saidAhead}`);
}

function sendAhead(runner: QueryRunner, sql: string): Promise<unknown> {
  const answered = runner.query(sql);
  // Where something else fails first, nobody waits for this any more.
  answered.catch(() => undefined);
  return answered;
}
