/**
 * How a transaction is begun and ended. Connections are pipelined: nobody waits until a transaction has begun, its first statement goes
 * to the server right behind; and behind one that is to be the only one the end goes, too.
 */
import type { DataSource, EntityManager, QueryRunner } from 'typeorm';
import { requestContext } from '../request-context';
import { beginningOf } from './beginning';

export type Run = <T>(dataSource: DataSource, work: (manager: EntityManager) => Promise<T>) => Promise<T>;

/** Committed when `work` resolves, rolled back when it throws. */
export const inTransaction: Run = async (dataSource, work) => {
  const runner = dataSource.createQueryRunner();
  try {
    await runner.connect();
    const begun = begin(runner);
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
};

/** What `work` makes of the answer comes too late to undo the statement: only one that fails has no effect. */
export const inOneStatement: Run = async (dataSource, work) => {
  const runner = dataSource.createQueryRunner();
  let ended: Promise<unknown> | undefined;
  const query = (sql: string, parameters?: unknown[]) => {
    if (ended) throw new Error('What was to be one statement sends another');
    const answer = runner.query(sql, parameters);
    // Of a statement that fails this commits nothing.
    ended = runner.query('COMMIT');
    ended.catch(() => undefined);
    return answer;
  };
  try {
    await runner.connect();
    const begun = begin(runner);
    const result = await work(Object.create(runner.manager, { query: { value: query } }) as EntityManager);
    await begun;
    await (ended ?? runner.query('ROLLBACK'));
    return result;
  } catch (error) {
    await (ended ?? runner.query('ROLLBACK')).catch(() => undefined);
    throw error;
  } finally {
    await runner.release();
  }
};

function begin(runner: QueryRunner): Promise<unknown> {
  // TypeORM asks this before it would begin one itself.
  Object.assign(runner, { isTransactionActive: true });
  const begun = runner.query(beginningOf(requestContext.known()));
  // Where something else fails first, nobody waits for this any more.
  begun.catch(() => undefined);
  return begun;
}
