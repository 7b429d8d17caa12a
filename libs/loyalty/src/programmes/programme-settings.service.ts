/** What a partner decides about its programme. */
import { Injectable } from '@nestjs/common';
import { InvalidInput, type Tx } from '@plaza/platform';
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
}

/** What is left out stays as it is. */
export type WishedSettings = Pick<ProgrammeSettings, 'thresholds'> & Partial<ProgrammeSettings>;

@Injectable()
export class ProgrammeSettingsService {
  constructor(private readonly programmes: Programmes) {}

  async get(name: ProgrammeName): Promise<ProgrammeSettings> {
    const [row] = await this.programmes.read<{ programme: ProgrammeRow; earning: unknown }>(
      name,
      `SELECT to_json(programme) AS programme,
              (SELECT rules FROM loyalty.earning_rules WHERE programme_id = programme.id) AS earning`,
    );
    if (!row) return { thresholds: thresholdsDefault, earning: null };
    return { thresholds: new Programme(row.programme).thresholds, earning: earningRulesOf(row.earning) };
  }

  /**
   * From here on these settings count. Nobody is told that lines were drawn anew, only when one is crossed; and what orders have
   * earned stays as it is.
   * @throws InvalidInput
   */
  async put(name: ProgrammeName, { thresholds, earning }: WishedSettings): Promise<ProgrammeSettings> {
    const faults = earning ? contradictionsOf(earning) : [];
    if (faults.length > 0) {
      throw new InvalidInput(
        faults.map(({ pointer, detail }) => ({ pointer: `/earning${pointer}`, detail })),
      );
    }
    await this.programmes.writeOpened(name, async (tx, programme) => {
      await tx.query('UPDATE loyalty.programmes SET balance_above = $2, total_above = $3 WHERE id = $1', [
        programme.id,
        thresholds.balanceAbove,
        thresholds.totalAbove,
      ]);
      if (earning !== undefined) await writeEarning(tx, programme, earning);
    });
    return this.get(name);
  }
}

async function writeEarning(tx: Tx, { id, name }: Programme, earning: EarningRules | null): Promise<void> {
  if (earning === null) {
    await tx.query('DELETE FROM loyalty.earning_rules WHERE programme_id = $1', [id]);
    return;
  }
  await tx.query(
    `INSERT INTO loyalty.earning_rules (programme_id, partner_id, rules) VALUES ($1, $2, $3)
     ON CONFLICT ON CONSTRAINT earning_rules_pk DO UPDATE SET rules = excluded.rules`,
    [id, name.partnerId, JSON.stringify(earning)],
  );
}
