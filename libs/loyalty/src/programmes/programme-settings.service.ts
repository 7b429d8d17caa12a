/** What a partner decides about its programme. */
import { Injectable } from '@nestjs/common';
import { Clock, InvalidInput, Signals, type InputFault, type Tx } from '@plaza/platform';
import { LOYALTY_EARNED_SIGNAL } from '../loyalty.events';
import { contradictionsOfTiers, type Tiers } from '../tiers/tiers';
import { contradictionsOf, earningRulesOf, type EarningRules } from '../rules/earning-rules';
import {
  Programme,
  thresholdsDefault,
  type ProgrammeName,
  type ProgrammeRow,
  type Thresholds,
} from './programme';
import { Programmes } from './programmes';

export interface ProgrammeSettings {
  thresholds: Thresholds;
  /** What orders of the shop earn; null for nothing. */
  earning: EarningRules | null;
  /** What members become by what they have earned; null for nothing. */
  tiers: Tiers | null;
  /** So many days before points expire it is told; null for not at all. */
  expiryNoticeDays: number | null;
}

/** What is left out stays as it is. */
export type WishedSettings = Partial<ProgrammeSettings>;

@Injectable()
export class ProgrammeSettingsService {
  constructor(
    private readonly programmes: Programmes,
    private readonly signals: Signals,
    private readonly clock: Clock,
  ) {}

  async get(name: ProgrammeName): Promise<ProgrammeSettings> {
    const [row] = await this.programmes.read<{ programme: ProgrammeRow; earning: unknown }>(
      name,
      `SELECT to_json(programme) AS programme,
              (SELECT rules FROM loyalty.earning_rules WHERE programme_id = programme.id
               ORDER BY declared_at DESC LIMIT 1) AS earning`,
    );
    if (!row) return { thresholds: thresholdsDefault, earning: null, tiers: null, expiryNoticeDays: null };
    const { thresholds, tiers, expiryNoticeDays } = new Programme(row.programme);
    return { thresholds, earning: earningRulesOf(row.earning), tiers, expiryNoticeDays };
  }

  /**
   * From here on these settings count. Nobody is told that lines were drawn anew, only when one is crossed; what orders have earned
   * stays as it is; members whom new tiers put into another one are told of.
   * @throws InvalidInput
   */
  async put(name: ProgrammeName, wished: WishedSettings): Promise<ProgrammeSettings> {
    refuseContradictions(wished);
    const { thresholds, earning, tiers, expiryNoticeDays } = wished;
    await this.programmes.writeOpened(name, async (tx, programme) => {
      await tx.query(
        `UPDATE loyalty.programmes
         SET balance_above = coalesce($2, balance_above), total_above = coalesce($3, total_above),
             expiry_notice_days = CASE WHEN $4 THEN $5 ELSE expiry_notice_days END
         WHERE id = $1`,
        [
          ...[programme.id, thresholds?.balanceAbove, thresholds?.totalAbove],
          ...[expiryNoticeDays !== undefined, expiryNoticeDays ?? null],
        ],
      );
      if (earning !== undefined) await this.declare(tx, programme, earning);
      if (tiers !== undefined) await this.writeTiers(tx, programme, tiers);
    });
    return this.get(name);
  }

  /** The same again is no other declaration. */
  private async declare(tx: Tx, { id, name }: Programme, earning: EarningRules | null): Promise<void> {
    await tx.query(
      `WITH latest AS (
         SELECT declared_at, rules FROM loyalty.earning_rules WHERE programme_id = $1 ORDER BY declared_at DESC LIMIT 1
       )
       INSERT INTO loyalty.earning_rules (programme_id, partner_id, declared_at, rules)
       SELECT $1, $2, greatest($3, (SELECT declared_at FROM latest)), $4::jsonb
       WHERE (SELECT rules FROM latest) IS DISTINCT FROM $4::jsonb
       ON CONFLICT ON CONSTRAINT earning_rules_pk DO UPDATE SET rules = excluded.rules`,
      [id, name.partnerId, this.clock.now(), earning && JSON.stringify(earning)],
    );
  }

  private async writeTiers(tx: Tx, { id }: Programme, tiers: Tiers | null): Promise<void> {
    await tx.query(
      `UPDATE loyalty.programmes SET tiers = $2::jsonb, tier_revision = tier_revision + 1
       WHERE id = $1 AND tiers IS DISTINCT FROM $2::jsonb`,
      [id, tiers === null ? null : JSON.stringify(tiers)],
    );
    this.signals.raiseAfterCommit(LOYALTY_EARNED_SIGNAL);
  }
}

function refuseContradictions({ earning, tiers }: WishedSettings): void {
  const within = (parent: string, faults: readonly InputFault[]) =>
    faults.map(({ pointer, detail }) => ({ pointer: parent + pointer, detail }));
  const faults = [
    ...within('/earning', earning ? contradictionsOf(earning) : []),
    ...within('/tiers', tiers ? contradictionsOfTiers(tiers) : []),
  ];
  if (faults.length > 0) throw new InvalidInput(faults);
}
