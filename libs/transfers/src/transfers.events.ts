/** What the transfers context announces. */
import type { EnvelopeOf, Fact } from '@plaza/messaging';

export const TRANSFERS_TOPIC = 'transfers.events';

interface TransferData {
  /** The record's key. */
  key: string;
  /** Null where the record names no company. */
  companyKey: string | null;
}

/** The record was screened, and its owner has the result. */
export type TransferWrittenBack = Fact<'transfer-written-back', TransferData & { result: string }>;

/** The record cannot be screened or written back; it is left as its owner wrote it. */
export type TransferFailed = Fact<'transfer-failed', TransferData & { reasonCode: string; reason: string }>;

export type TransferFact = TransferWrittenBack | TransferFailed;
export type TransferEvent = EnvelopeOf<TransferFact>;
