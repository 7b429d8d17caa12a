/** The stranger who keeps the transfer records: tells of their changes, and takes them back with a result. */
import type { Content } from '../records/record-content';
import type { Frame } from './stream-frames';

/** Where a record was looked for: under its key, else in the branch where it was found. */
export interface RecordPlace {
  key: string;
  branch: string;
}

export interface FoundRecord {
  content: Content;
  /** The branch that it stands in. */
  at: string;
  /** By which a write can be refused when it was changed in between; null where the stranger tells none. */
  etag: string | null;
}

/** `changed`: somebody wrote it after it was read. `refused`: it will never be taken. `unknown`: it may have been taken or not. */
export interface Writing {
  outcome: 'written' | 'changed' | 'refused' | 'unknown';
  detail: string;
}

export abstract class TransferSource {
  /**
   * The frames of the stream as they come, until it ends.
   * @throws Error when it cannot be followed, is cut, or says nothing for too long
   */
  abstract follow(signal: AbortSignal): AsyncIterable<Frame[]>;

  /**
   * Null when there is no such record any more.
   * @throws Error when it cannot be told
   */
  abstract read(place: RecordPlace): Promise<FoundRecord | null>;

  /** Writes the whole record; never throws. */
  abstract write(found: FoundRecord): Promise<Writing>;
}
