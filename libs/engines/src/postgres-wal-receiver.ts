// Takes the write-ahead log of a running server as it is written and keeps it in files, as `pg_receivewal --synchronous` does, which
// the package does not have. A server that names this receiver in `synchronous_standby_names` tells nobody of a commit before it is here.
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';

import { renewSlot, withClient } from './postgres-databases';
import { positionOf, positionText, WalSegments, type WalPiece } from './postgres-wal-segments';
import { until } from './processes';

/** Its name on the server. */
export const BACKUP_NAME = 'plaza_backup';
const CONNECT_WITHIN_MS = 10_000;
const CONNECT_AGAIN_MS = 500;
const TELL_EVERY_MS = 5_000;
const STREAMING_WITHIN_MS = 30_000;
const STREAMING_POLL_MS = 50;
/** What may wait for the disk before the server is held up. */
const WAITING_BYTES_MAX = 16 * 1024 * 1024;

/** What the server sends: https://www.postgresql.org/docs/current/protocol-replication.html. */
const LOG_DATA = 'w'.charCodeAt(0);
const LOG_DATA_HEAD_BYTES = 25;
const KEEP_ALIVE = 'k'.charCodeAt(0);
const KEEP_ALIVE_WANTS_ANSWER_AT = 17;
const COPY_DATA = 'd'.charCodeAt(0);
const STATUS = 'r'.charCodeAt(0);
const STATUS_BYTES = 34;
/** Instants are microseconds since 2000-01-01. */
const POSTGRES_EPOCH_MS = Date.UTC(2000, 0, 1);

export interface WalReceiverOptions {
  /** Of the server's superuser. */
  url: string;
  /** Gets the segments; made when missing. */
  folder: string;
}

export interface WalReceiver {
  stop(): Promise<void>;
}

interface Server {
  timeline: number;
  segmentBytes: number;
  /** What was told to be here; the stream goes on at the beginning of its segment. */
  flushed: bigint;
}

const askServer = (url: string): Promise<Server> =>
  withClient(url, async (client) => {
    const { rows } = await client.query<{ timeline: number; bytes: string; flushed: string }>(
      `SELECT ('x' || left(pg_walfile_name(pg_current_wal_insert_lsn()), 8))::bit(32)::integer AS timeline,
              (SELECT setting FROM pg_settings WHERE name = 'wal_segment_size') AS bytes, restart_lsn::text AS flushed
       FROM pg_replication_slots WHERE slot_name = $1`,
      [BACKUP_NAME],
    );
    const [row] = rows;
    if (!row) throw new Error(`The server has no slot ${BACKUP_NAME} any more.`);
    return {
      timeline: row.timeline,
      segmentBytes: Number(row.bytes),
      flushed: positionOf(row.flushed),
    };
  });

const replicationUrl = (url: string): string => {
  const result = new URL(url);
  result.searchParams.set('replication', 'true');
  return result.toString();
};

const statusOf = (flushed: bigint): Buffer => {
  const frame = Buffer.alloc(1 + 4 + STATUS_BYTES);
  frame.writeUInt8(COPY_DATA, 0);
  frame.writeInt32BE(4 + STATUS_BYTES, 1);
  frame.writeUInt8(STATUS, 5);
  for (const at of [6, 14, 22]) frame.writeBigUInt64BE(flushed, at);
  frame.writeBigInt64BE(BigInt(Date.now() - POSTGRES_EPOCH_MS) * 1_000n, 30);
  return frame;
};

/** One connection's time: from where the slot stands until the connection ends. */
class Stream {
  private waiting: WalPiece[] = [];
  private waitingBytes = 0;
  private writing: Promise<void> | undefined;
  private readonly segments: WalSegments;
  private readonly begin: bigint;

  constructor(
    private readonly client: Client,
    folder: string,
    private readonly server: Server,
  ) {
    this.segments = new WalSegments(folder, server.timeline, server.segmentBytes);
    this.begin = server.flushed - (server.flushed % BigInt(server.segmentBytes));
  }

  /** @throws when the server or the disk goes away */
  async run(): Promise<void> {
    this.client.connection.on('copyData', ({ chunk }: { chunk: Buffer }) => {
      this.take(chunk);
    });
    const telling = setInterval(() => {
      this.tell();
    }, TELL_EVERY_MS);
    try {
      await this.client.query(
        `START_REPLICATION SLOT "${BACKUP_NAME}" PHYSICAL ${positionText(this.begin)} TIMELINE ${this.server.timeline}`,
      );
    } finally {
      clearInterval(telling);
      await this.writing?.catch(() => undefined);
      await this.segments.close();
    }
  }

  private take(message: Buffer): void {
    if (message[0] === LOG_DATA) {
      // The driver uses its memory again.
      const bytes = Buffer.from(message.subarray(LOG_DATA_HEAD_BYTES));
      this.waiting.push({ position: message.readBigUInt64BE(1), bytes });
      this.waitingBytes += bytes.length;
      if (this.waitingBytes > WAITING_BYTES_MAX) this.client.connection.stream.pause();
      this.writing ??= this.writeAll().finally(() => (this.writing = undefined));
      this.writing.catch(() => this.client.connection.stream.destroy());
    }
    if (message[0] === KEEP_ALIVE && message[KEEP_ALIVE_WANTS_ANSWER_AT] === 1) this.tell();
  }

  /** What came while the disk was busy goes to it together. */
  private async writeAll(): Promise<void> {
    while (this.waiting.length > 0) {
      const pieces = this.waiting.splice(0);
      this.waitingBytes = 0;
      await this.segments.write(pieces);
      const last = pieces.at(-1);
      const end = last ? last.position + BigInt(last.bytes.length) : 0n;
      // The beginning of a segment comes again after every connection, and was told of before.
      if (end > this.server.flushed) this.server.flushed = end;
      this.tell();
      this.client.connection.stream.resume();
    }
  }

  private tell(): void {
    const { stream } = this.client.connection;
    if (stream.writable) stream.write(statusOf(this.server.flushed));
  }
}

/**
 * Receives from now on, again and again while the server is away, until it is stopped; resolves when the log arrives. Whatever an
 * earlier receiver had of another server is not ours to judge: give it a folder of its own.
 */
export const receiveWal = async ({ url, folder }: WalReceiverOptions): Promise<WalReceiver> => {
  await renewSlot(url, BACKUP_NAME);
  const stopping = new AbortController();
  let current: Client | undefined;
  const once = async (): Promise<void> => {
    const server = await askServer(url);
    const client = new Client({
      connectionString: replicationUrl(url),
      connectionTimeoutMillis: CONNECT_WITHIN_MS,
      application_name: BACKUP_NAME,
    });
    client.on('error', () => undefined);
    current = client;
    try {
      await client.connect();
      await new Stream(client, folder, server).run();
    } finally {
      await client.end().catch(() => undefined);
    }
  };
  const running = (async () => {
    const { signal } = stopping;
    while (!signal.aborted) {
      await once().catch(() => undefined);
      await pause(CONNECT_AGAIN_MS, undefined, { signal }).catch(() => undefined);
    }
  })();
  const stop = async (): Promise<void> => {
    stopping.abort();
    current?.connection.stream.destroy();
    await running;
  };
  if (!(await until(() => isStreaming(url), STREAMING_WITHIN_MS, STREAMING_POLL_MS))) {
    await stop();
    throw new Error(`The server sends no log to ${BACKUP_NAME} within ${STREAMING_WITHIN_MS} ms.`);
  }
  return { stop };
};

const isStreaming = (url: string): Promise<boolean> =>
  withClient(url, async (client) => {
    const { rowCount } = await client.query(
      `SELECT FROM pg_stat_replication WHERE application_name = $1 AND state = 'streaming'`,
      [BACKUP_NAME],
    );
    return rowCount === 1;
  });
