/** Who takes part in a partner's programme. */
import { Injectable } from '@nestjs/common';
import { Clock, newId, violatedConstraint, type Tx } from '@plaza/platform';
import { customerTaken, memberDiffers, memberUnknown } from '../loyalty.errors';
import type { Programme, ProgrammeName } from '../programmes/programme';
import { Programmes } from '../programmes/programmes';

export interface NewMember {
  /** The partner's own id. */
  externalId: string;
  name?: string;
  email?: string;
}

@Injectable()
export class MembersService {
  constructor(
    private readonly programmes: Programmes,
    private readonly clock: Clock,
  ) {}

  /**
   * Lets somebody take part. The same again changes nothing.
   * @returns false when they took part already
   * @throws PlazaError `loyalty.member-conflict` naming the fields that differ
   */
  add(name: ProgrammeName, member: NewMember): Promise<boolean> {
    return this.programmes.writeOpened(name, async (tx, programme) => {
      if (await this.insert(tx, programme, member)) return true;
      const [standing] = await tx.query<{ name: string | null; email: string | null }[]>(
        'SELECT name, email FROM loyalty.members WHERE programme_id = $1 AND external_id = $2',
        [programme.id, member.externalId],
      );
      const differs = (['name', 'email'] as const).filter(
        (field) => member[field] !== undefined && member[field] !== standing?.[field],
      );
      if (differs.length > 0) throw memberDiffers(member.externalId, differs);
      return false;
    });
  }

  /**
   * Says which customer of the shop a member is, whose orders earn points from then on; null for none.
   * @throws PlazaError `loyalty.member-unknown`, `loyalty.customer-taken`
   */
  async link(name: ProgrammeName, externalId: string, customerId: string | null): Promise<void> {
    try {
      const [, linked] = await this.programmes.write(name, (tx, programme) =>
        tx.query<[unknown, number]>(
          `UPDATE loyalty.members
           SET customer_id = $3::uuid,
               customer_since = CASE WHEN $3::uuid IS NULL THEN NULL WHEN customer_id = $3 THEN customer_since ELSE $4 END
           WHERE programme_id = $1 AND external_id = $2`,
          [programme?.id ?? null, externalId, customerId, this.clock.now()],
        ),
      );
      if (linked === 0) throw memberUnknown(externalId);
    } catch (error) {
      throw violatedConstraint(error) === 'members_customer_unique' ? customerTaken(externalId) : error;
    }
  }

  /** With the pocket for points that have no date. @returns false when there is a member of this id */
  private async insert(
    tx: Tx,
    programme: Programme,
    { externalId, name, email }: NewMember,
  ): Promise<boolean> {
    const added = await tx.query<unknown[]>(
      `WITH added AS (
         INSERT INTO loyalty.members (id, partner_id, programme_id, external_id, name, email, joined_at, tier_revision)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
         ON CONFLICT ON CONSTRAINT members_external_id_unique DO NOTHING
         RETURNING id
       ), pocket AS (
         INSERT INTO loyalty.accounts (id, partner_id, programme_id, kind, member_id, balance)
         SELECT id, $2, $3, 'available', id, 0 FROM added
       )
       SELECT id FROM added`,
      [
        ...[newId(), programme.name.partnerId, programme.id, externalId, name ?? null, email ?? null],
        ...[programme.at(this.clock.now()), programme.tierRevision],
      ],
    );
    return added.length > 0;
  }
}
