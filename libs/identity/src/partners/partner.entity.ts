/** A business that works with Plaza through clients of its own. */
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { InvalidInput, newId } from '@plaza/platform';

const nameCharactersMax = 200;

export interface PartnerView {
  id: string;
  name: string;
  createdAt: Date;
  /** Null while it may come in. */
  disabledAt: Date | null;
}

@Entity({ schema: 'identity', name: 'partners' })
@Index('partners_name_unique', { synchronize: false })
export class Partner {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'partners_pk' })
  readonly id!: string;

  /** Unique whatever its case. */
  @Column('text')
  name!: string;

  @Column('timestamptz', { name: 'created_at' })
  readonly createdAt!: Date;

  @Column('timestamptz', { name: 'disabled_at', nullable: true })
  disabledAt!: Date | null;

  /** When it was last let in again: tokens from before stay void. */
  @Column('timestamptz', { name: 'enabled_at', nullable: true })
  enabledAt!: Date | null;

  /**
   * TypeORM makes one without arguments and fills it from its row.
   * @throws InvalidInput
   */
  constructor(fresh?: { id?: string; name: string; createdAt: Date }) {
    if (!fresh) return;
    this.id = fresh.id ?? newId();
    this.name = checkedName(fresh.name);
    this.createdAt = fresh.createdAt;
    this.disabledAt = null;
    this.enabledAt = null;
  }

  /** @throws InvalidInput */
  rename(name: string): void {
    this.name = checkedName(name);
  }

  /** @returns false when it was so already */
  disable(at: Date): boolean {
    if (this.disabledAt !== null) return false;
    this.disabledAt = at;
    return true;
  }

  /** @returns false when it was so already */
  enable(at: Date): boolean {
    if (this.disabledAt === null) return false;
    this.disabledAt = null;
    this.enabledAt = at;
    return true;
  }

  view(): PartnerView {
    const { id, name, createdAt, disabledAt } = this;
    return { id, name, createdAt, disabledAt };
  }
}

function checkedName(name: string): string {
  const trimmed = name.trim();
  if (trimmed !== '' && trimmed.length <= nameCharactersMax) return trimmed;
  throw new InvalidInput([
    { pointer: '/name', detail: `must have 1 to ${String(nameCharactersMax)} characters` },
  ]);
}
