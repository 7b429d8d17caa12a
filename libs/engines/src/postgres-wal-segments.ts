// The files of a write-ahead log, as PostgreSQL names and cuts them: what is written here by position can be put into the `pg_wal`
// of a server that is to be restored.
import { constants } from 'node:fs';
import { mkdir, open, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';

const NAMED_SPACE = 0x1_0000_0000n;

const hexadecimal = (number: bigint): string => number.toString(16).toUpperCase().padStart(8, '0');

/** @param segmentBytes the server's `wal_segment_size` */
export const segmentName = (timeline: number, position: bigint, segmentBytes: number): string => {
  const [number, perName] = [position / BigInt(segmentBytes), NAMED_SPACE / BigInt(segmentBytes)];
  return [BigInt(timeline), number / perName, number % perName].map(hexadecimal).join('');
};

/** `16/B374D848` as a number. */
export const positionOf = (text: string): bigint => {
  const [high = '0', low = '0'] = text.split('/');
  return BigInt(`0x${high}`) * NAMED_SPACE + BigInt(`0x${low}`);
};

/** A position as SQL has it. */
export const positionText = (position: bigint): string =>
  `${(position / NAMED_SPACE).toString(16)}/${(position % NAMED_SPACE).toString(16)}`.toUpperCase();

export interface WalPiece {
  position: bigint;
  bytes: Buffer;
}

/** Writes pieces of the log to where they belong; each file has its full length from the start. */
export class WalSegments {
  private current: { name: string; file: FileHandle } | undefined;

  constructor(
    private readonly folder: string,
    private readonly timeline: number,
    private readonly segmentBytes: number,
  ) {}

  /** @returns once all of it is on the disk */
  async write(pieces: readonly WalPiece[]): Promise<void> {
    for (const piece of pieces) await this.place(piece);
    await this.current?.file.datasync();
  }

  async close(): Promise<void> {
    await this.current?.file.close();
    this.current = undefined;
  }

  /** A piece may reach into the segment behind its own. */
  private async place({ position, bytes }: WalPiece): Promise<void> {
    for (let placed = 0; placed < bytes.length;) {
      const at = position + BigInt(placed);
      const within = Number(at % BigInt(this.segmentBytes));
      const length = Math.min(bytes.length - placed, this.segmentBytes - within);
      const file = await this.fileOf(segmentName(this.timeline, at, this.segmentBytes));
      await file.write(bytes, placed, length, within);
      placed += length;
    }
  }

  private async fileOf(name: string): Promise<FileHandle> {
    if (this.current?.name === name) return this.current.file;
    await this.current?.file.datasync();
    await this.close();
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    const file = await open(join(this.folder, name), constants.O_RDWR | constants.O_CREAT, 0o600);
    await file.truncate(this.segmentBytes);
    await syncFolder(this.folder);
    this.current = { name, file };
    return file;
  }
}

/** A file is lost with the power when only its content is on the disk, and not its name. */
const syncFolder = async (folder: string): Promise<void> => {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};
