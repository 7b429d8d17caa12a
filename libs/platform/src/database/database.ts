/**
 * The door to PostgreSQL. Writes go through `transaction`, which alone hands out a `Tx`: what must be atomic takes a `Tx` as
 * its first argument, so calling it outside a transaction does not compile.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { DataSource, type EntityManager } from 'typeorm';
import { RecordedRefusal } from '../errors';
import { inSpan, SpanKind } from '../process/spans';
import { requestContext } from '../request-context';
import { asPlazaError, isWorthRepeating, tookTooLong } from './database-errors';
import type { Replicas } from './replicas';
import {
  inOneStatement,
  inPlannedTransaction,
  inTransaction,
  LateTransaction,
  type Run,
} from './transaction';

declare const transactionBrand: unique symbol;
/** An entity manager inside an open transaction. */
export type Tx = EntityManager & { readonly [transactionBrand]: true };

/** Is told of a read that TypeORM does not see; the rows are not given before it is done with it. */
export type ReadListener = (
  sql: string,
  parameters: readonly unknown[],
  rows: number,
) => Promise<void> | undefined;

interface OpenTransaction {
  /** Undefined while one that begins late has not begun. */
  readonly tx: Tx | undefined;
  begin: () => Promise<Tx>;
  afterCommit: (() => void)[];
}

/** A transaction that lost a deadlock or a serialisation race is run again at most this often. */
const attemptsMax = 4;
const ofTransactions = {
  kind: SpanKind.CLIENT,
  attributes: { 'db.system.name': 'postgresql' },
  onlyWithin: true,
} as const;

export class Database {
  private readonly open = new AsyncLocalStorage<OpenTransaction>();
  private replicaRead: ReadListener | undefined;

  constructor(
    readonly dataSource: DataSource,
    private readonly replicas: Replicas,
  ) {}

  /**
   * Runs `work` in one transaction: committed when it resolves or throws a {@link RecordedRefusal}, rolled back when it throws
   * anything else. Inside another transaction of the same call chain it joins that one. Run again when PostgreSQL broke a deadlock, so `work` must touch nothing else.
   * @throws PlazaError of kind `unavailable` when the database cannot be reached
   */
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.inOne(work, inTransaction);
  }

  /**
   * As {@link transaction}, for work that sends prepared statements all the time: PostgreSQL keeps to the plan that it made of each,
   * however many rows it is given. So no plan of theirs may depend on that.
   */
  plannedTransaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.inOne(work, inPlannedTransaction);
  }

  /** As {@link transaction}, for work that is one statement and needs no other to be undone. */
  statement<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.inOne(work, inOneStatement);
  }

  /**
   * As {@link transaction}, but begun only when `work` first has something to do in one. Until then it holds no connection, however long
   * it takes for anything else, and reads as if it were outside.
   * @param first done in it before anything else
   */
  async lateTransaction<T>(first: (tx: Tx) => Promise<void>, work: () => Promise<T>): Promise<T> {
    const outer = this.open.getStore();
    if (!outer) return this.repeatedly(() => this.onceBegunLate(first, work));
    await first(await outer.begin());
    return work();
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

  /**
   * Reads that may lag a moment: from a replica that has everything the caller of this request has written, when there is one, else
   * from the primary. Outside of a request, inside a transaction and in a request that writes nothing may lag.
   */
  async readReplica<Row>(sql: string, parameters: unknown[] = []): Promise<Row[]> {
    if (!this.replicas.areConfigured || this.open.getStore()) return this.read(sql, parameters);
    const replica = await this.replicas.having(
      await requestContext.callerWroteAt(),
      requestContext.known()?.awaitsReplicaUntil,
    );
    if (!replica) return this.read(sql, parameters);
    let rows: Row[];
    try {
      rows = await replica.query<Row>(sql, parameters);
    } catch (error) {
      // What takes too long there would take too long here, too; everything else the primary may do better.
      if (tookTooLong(error)) throw error;
      return this.read(sql, parameters);
    }
    await this.replicaRead?.(sql, parameters, rows.length);
    return rows;
  }

  /** Has `listener` told of what is read from replicas from now on. */
  onReplicaRead(listener: ReadListener): void {
    this.replicaRead = listener;
  }

  private async inOne<T>(work: (tx: Tx) => Promise<T>, run: Run): Promise<T> {
    const outer = this.open.getStore();
    if (outer) return work(outer.tx ?? (await outer.begin()));
    return this.repeatedly(() => this.once(work, run));
  }

  private async repeatedly<T>(once: () => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await once();
      } catch (error) {
        if (attempt === attemptsMax || !isWorthRepeating(error)) throw asPlazaError(error);
      }
    }
  }

  private async once<T>(work: (tx: Tx) => Promise<T>, run: Run): Promise<T> {
    const afterCommit: (() => void)[] = [];
    const result = await inSpan('transaction', ofTransactions, () =>
      run(this.dataSource, (manager) => {
        const tx = manager as Tx;
        const open = { tx, begin: () => Promise.resolve(tx), afterCommit };
        return this.open.run(open, () => work(tx).catch(asResultIfRecorded));
      }),
    );
    return committed(result, afterCommit);
  }

  private async onceBegunLate<T>(first: (tx: Tx) => Promise<void>, work: () => Promise<T>): Promise<T> {
    const late = new LateTransaction(
      (inside) => inSpan('transaction', ofTransactions, () => inTransaction(this.dataSource, inside)),
      (manager) => first(manager as Tx),
    );
    const afterCommit: (() => void)[] = [];
    const open = {
      get tx() {
        return late.manager as Tx | undefined;
      },
      begin: async () => (await late.begin()) as Tx,
      afterCommit,
    };
    const result = await late.around(() => this.open.run(open, () => work().catch(asResultIfRecorded)));
    return committed(result, afterCommit);
  }
}

function asResultIfRecorded(error: unknown): RecordedRefusal {
  if (error instanceof RecordedRefusal) return error;
  throw error;
}

function committed<T>(result: T | RecordedRefusal, afterCommit: (() => void)[]): T {
  for (const callback of afterCommit) callback();
  if (result instanceof RecordedRefusal) throw result;
  return result;
}
