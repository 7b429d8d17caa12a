/** What a partner is told, the same by whatever way it hears of it. */
import type { PartnerEventType } from '../ledger/news';

export interface PartnerEvent {
  /** Numbers of one programme follow each other without a gap: who has them all has missed nothing. */
  id: string;
  type: PartnerEventType;
  /** When it became true, by the clock of the programme. RFC 3339, UTC. */
  timestamp: string;
  data: Record<string, unknown>;
}

export interface EventRow {
  id: string;
  type: PartnerEventType;
  data: Record<string, unknown>;
  at: Date;
}

/** As JSON it is the same bytes wherever it is told. */
export function toldAs({ id, type, data, at }: EventRow): PartnerEvent {
  return { id, type, data, timestamp: at.toISOString() };
}
