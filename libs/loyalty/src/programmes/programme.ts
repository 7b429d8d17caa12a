/** A partner's programme: whose points they are, by which clock they live, and from where on its partner wants to hear of it. */
import { dayMs } from '@plaza/platform';
import { exactPoints } from '../ledger/points';
import { tiersOf, type Tiers } from '../tiers/tiers';

export type ProgrammeMode = 'live' | 'sandbox';

/** Which programme is meant. Whoever has one may see and do all that is in it: it comes from a token, or from staff. */
export interface ProgrammeName {
  partnerId: string;
  mode: ProgrammeMode;
}

/** Above these it is worth telling. */
export interface Thresholds {
  /** What a member has. */
  balanceAbove: number;
  /** What all members have together. */
  totalAbove: number;
}

export const thresholdsDefault: Thresholds = { balanceAbove: 1_000, totalAbove: 100_000 };

export interface ProgrammeRow {
  id: string;
  partner_id: string;
  mode: ProgrammeMode;
  balance_above: string;
  total_above: string;
  clock_ahead_ms: string;
  tiers: unknown;
  tier_revision: number;
  expiry_notice_days: number | null;
}

export class Programme {
  readonly id: string;
  readonly name: ProgrammeName;
  readonly thresholds: Thresholds;
  /** So many days before points expire it is told; null for not at all. */
  readonly expiryNoticeDays: number | null;
  /** Goes up when tiers are declared anew. */
  readonly tierRevision: number;
  /** What its clock is ahead of everybody's. */
  readonly aheadMs: number;
  private readonly keptTiers: unknown;

  constructor(row: ProgrammeRow) {
    this.id = row.id;
    this.name = { partnerId: row.partner_id, mode: row.mode };
    this.thresholds = {
      balanceAbove: exactPoints(row.balance_above),
      totalAbove: exactPoints(row.total_above),
    };
    this.aheadMs = Number(row.clock_ahead_ms);
    this.expiryNoticeDays = row.expiry_notice_days;
    this.tierRevision = row.tier_revision;
    this.keptTiers = row.tiers;
  }

  /** Read only where somebody asks: every act of the ledger makes one of these. */
  get tiers(): Tiers | null {
    return tiersOf(this.keptTiers);
  }

  /** What was earned before counts for no tier any more. */
  earnedSince(now: Date): Date {
    return new Date(this.at(now).getTime() - (this.tiers?.windowDays ?? 0) * dayMs);
  }

  get hasTiers(): boolean {
    return this.keptTiers !== null;
  }

  /** What time it is here. */
  at(now: Date): Date {
    return this.aheadMs === 0 ? now : new Date(now.getTime() + this.aheadMs);
  }
}
