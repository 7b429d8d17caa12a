/** A shop. One of them has no door: `online`. */
import { newId } from '@plaza/platform';
import { Check, Column, Entity, PrimaryColumn, Unique } from 'typeorm';
import { onlineStays } from '../catalog.errors';

/** The branch that sells by itself; it is there from the first migration on. */
export const ONLINE_BRANCH_ID = '019a9f3c-5c00-7000-8000-000000000001';

export interface BranchFields {
  code: string;
  name: string;
}

@Entity({ schema: 'catalog', name: 'branches' })
@Unique('branches_code_unique', ['code'])
@Check('branches_online_stays_open', `closed_at IS NULL OR id <> '${ONLINE_BRANCH_ID}'`)
export class Branch {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'branches_pk' })
  readonly id!: string;

  @Column('text')
  readonly code!: string;

  @Column('text')
  readonly name!: string;

  @Column('timestamptz', { name: 'created_at' })
  readonly createdAt!: Date;

  @Column('timestamptz', { name: 'closed_at', nullable: true })
  readonly closedAt!: Date | null;

  static open({ code, name }: BranchFields, now: Date): Branch {
    return Object.assign(new Branch(), { id: newId(), code, name, createdAt: now, closedAt: null });
  }

  /** @throws PlazaError `catalog.online-stays` when `online` is given another code */
  change(fields: Partial<BranchFields>): void {
    const { code = this.code } = fields;
    if (this.id === ONLINE_BRANCH_ID && code !== this.code) throw onlineStays();
    Object.assign(this, fields);
  }

  /** @throws PlazaError `catalog.online-stays` */
  close(now: Date): void {
    if (this.id === ONLINE_BRANCH_ID) throw onlineStays();
    Object.assign(this, { closedAt: this.closedAt ?? now });
  }
}
