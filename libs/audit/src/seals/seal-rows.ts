/** The statements that read the log for sealing it, and that write and read seals. */
import type { Database, Tx } from '@plaza/platform';
import type { LastSeal, ReadSeal, Seal, SealedRow } from './seal';

const contentOfRow = `
  ARRAY[(extract(epoch FROM log.at) * 1000000)::bigint::text, log.transaction_id::text, log.action::text, log.listed::text,
        tables.schema_name, tables.table_name, log.row_id, log.actor_kind, log.actor_id, log.request_id, log.old_values,
        log.new_values, statement.text, log.parameters, log.row_count::text]`;

/** The rows of a stretch of ids in their order, at most so many. */
export function readRows(
  database: Database,
  { fromId, toId }: Pick<Seal, 'fromId' | 'toId'>,
  limit: number | null = null,
): Promise<SealedRow[]> {
  return database.read<SealedRow>(
    `SELECT log.id::text AS id, audit.month_of(log.at)::text AS month, log.at, ${contentOfRow} AS content
     FROM (SELECT * FROM audit.log WHERE id BETWEEN $1::bigint AND $2::bigint ORDER BY id LIMIT $3) AS log
     LEFT JOIN audit.tables ON tables.number = log.table_no
     LEFT JOIN audit.statements statement ON statement.id = log.statement_id
     ORDER BY log.id`,
    [fromId, toId, limit],
  );
}

const columnsOfSeal = `
  number::float8 AS number, from_id::text AS "fromId", to_id::text AS "toId", month::text AS month, first_at AS "firstAt",
  last_at AS "lastAt", row_ids::text[] AS "rowIds", row_digests AS "rowDigests", sealed_at AS "sealedAt",
  previous_hash AS "previousHash", hash`;

/** Instants are written by the millisecond, and what was added to one below that would not be in a hash. */
const isAsWritten = `
  (first_at, last_at, sealed_at) = (date_trunc('milliseconds', first_at), date_trunc('milliseconds', last_at),
                                    date_trunc('milliseconds', sealed_at)) AS "isAsWritten"`;

export function readSeals(database: Database, from: number, limit: number): Promise<ReadSeal[]> {
  return database.read<ReadSeal>(
    `SELECT ${columnsOfSeal}, ${isAsWritten} FROM audit.seals WHERE number >= $1 ORDER BY number LIMIT $2`,
    [from, limit],
  );
}

/** The last one that was made, whether it is still there or not; number 0 before the first one. */
export async function readLastSeal(database: Database): Promise<LastSeal | undefined> {
  const [last] = await database.read<LastSeal>(
    'SELECT number::float8 AS number, to_id::text AS "toId", hash FROM audit.last_seal',
  );
  return last;
}

/** The last one before a number that is there. */
export async function readSealBefore(database: Database, number: number): Promise<LastSeal | undefined> {
  const [before] = await database.read<LastSeal>(
    `SELECT number::float8 AS number, to_id::text AS "toId", hash FROM audit.seals
     WHERE number < $1 ORDER BY number DESC LIMIT 1`,
    [number],
  );
  return before;
}

/** Rows whose ids were never given, at most so many on either side. */
export async function readIdsNeverGiven(database: Database, limit: number): Promise<string[]> {
  const rows = await database.read<{ id: string }>(
    `(SELECT id::text AS id FROM audit.log WHERE id < 1 ORDER BY log.id LIMIT $1)
     UNION ALL
     (SELECT id::text FROM audit.log
      WHERE id > (SELECT CASE WHEN is_called THEN last_value ELSE 0 END FROM audit.log_id_seq)
      ORDER BY log.id DESC LIMIT $1)`,
    [limit],
  );
  return rows.map(({ id }) => id);
}

export async function insertSeal(tx: Tx, seal: Seal): Promise<void> {
  await tx.query(
    `INSERT INTO audit.seals
       (number, from_id, to_id, month, first_at, last_at, row_ids, row_digests, sealed_at, previous_hash, hash)
     VALUES ($1, $2, $3, $4, $5, $6, $7::bigint[], $8, $9, $10, $11)`,
    [
      seal.number,
      seal.fromId,
      seal.toId,
      seal.month,
      seal.firstAt,
      seal.lastAt,
      seal.rowIds,
      seal.rowDigests,
      seal.sealedAt,
      seal.previousHash,
      seal.hash,
    ],
  );
}
