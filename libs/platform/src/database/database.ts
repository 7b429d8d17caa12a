/**
 * The door to PostgreSQL. Writes go through `transaction`, which alone hands out a `Tx`: what must be atomic takes a `Tx` as
 * its first argument, so calling it outside a transaction does not compile.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { DataSource, type EntityManager } from 'typeorm';
import { asPlazaError, isWorthRepeating } from './database-errors';

declare const transactionBrand: unique symbol;
/** An entity manager inside an open transaction. */
export type Tx = EntityManager & { readonly [transactionBrand]: true };

interface OpenTransaction {
  tx: Tx;
  afterCommit: (() => void)[];
}

/** A transaction that lost a deadlock or a serialisation race is run again at most this often. */
const attemptsMax = 4;

export class Database {
  private readonly open = new AsyncLocalStorage<OpenTransaction>();

  constructor(readonly dataSource: DataSource) {}

  /**
   * Runs `work` in one transaction: committed when it resolves, rolled back when it throws. Inside another transaction of
   * the same call chain it joins that one. Run again when PostgreSQL broke a deadlock, so `work` must touch nothing else.
   * @throws PlazaError of kind `unavailable` when the database cannot be reached
   */
  async transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    const outer = this.open.getStore();
    if (outer) return work(outer.tx);
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.once(work);
      } catch (error) {
        if (attempt === attemptsMax || !isWorthRepeating(error)) throw asPlazaError(error);
      }
    }
  }

  /** Runs `callback` once the transaction of this call chain has been committed, and not at all when it is rolled back. */
  afterCommit(callback: () => void): void {
    const open = this.open.getStore();
    if (!open) throw new Error('afterCommit was called outside a transaction');
    open.afterCommit.push(callback);
  }

  /** Reads from the primary: sees every committed write. */
  async read<Row>(sql: string, parameters: unknown[] = []): Promise<Row[]> {
    const open = this.open.getStore();
    try {
      return await (open?.tx ?? this.dataSource).query<Row[]>(sql, parameters);
    } catch (error) {
      throw asPlazaError(error);
    }
  }

  /** Reads where a moment's lag is allowed: from a replica when there is one. */
  async readReplica<Row>(sql: string, parameters: unknown[] = []): Promise<Row[]> {
    const runner = this.dataSource.createQueryRunner('slave');
    try {
      return (await runner.query(sql, parameters)) as Row[];
    } catch (error) {
      throw asPlazaError(error);
    } finally {
      await runner.release();
    }
  }

  private async once<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    const afterCommit: (() => void)[] = [];
    const result = await this.dataSource.transaction((manager) => {
      const tx = manager as Tx;
      return this.open.run({ tx, afterCommit }, () => work(tx));
    });
    for (const callback of afterCommit) callback();
    return result;
  }
}
