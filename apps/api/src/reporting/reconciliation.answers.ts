/** What reconciliation answers, field by field. */
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  corrections,
  driftKinds,
  driftStatuses,
  type Correction,
  type DriftKind,
  type DriftStatus,
  type DriftView,
} from '@plaza/reporting';

export class DriftAnswer implements DriftView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ enum: driftKinds })
  kind!: DriftKind;

  @ApiProperty({ description: 'What it is about: an order, a payment, a movement, an entry of points' })
  subject!: string;

  @ApiProperty({
    enum: driftStatuses,
    description:
      '`gone` is what was right again when it was looked at later; `dismissed` is what is to stay as it is',
  })
  status!: DriftStatus;

  @ApiProperty({ type: 'object', additionalProperties: true, description: 'What each side says' })
  rows!: Record<string, unknown>;

  @ApiProperty({
    type: 'object',
    nullable: true,
    additionalProperties: true,
    properties: { does: { type: 'string', enum: [...corrections] } },
    required: ['does'],
    description: 'What approving it does; null where somebody has to find out first what is right',
  })
  correction!: Correction | null;

  @ApiProperty()
  occurredAt!: Date;

  @ApiProperty()
  foundAt!: Date;

  @ApiProperty({ description: 'When it was there the last time that somebody looked' })
  seenAt!: Date;

  @ApiProperty({ type: Date, nullable: true, description: 'Null while it is open' })
  closedAt!: Date | null;

  @ApiProperty({
    type: 'object',
    nullable: true,
    properties: { kind: { type: 'string' }, id: { type: 'string' } },
    required: ['kind', 'id'],
  })
  approvedBy!: { kind: string; id: string } | null;

  @ApiProperty({
    type: 'object',
    nullable: true,
    properties: { kind: { type: 'string' }, id: { type: 'string' }, reason: { type: 'string' } },
    required: ['kind', 'id', 'reason'],
    description: 'Who dismissed it, and why',
  })
  dismissed!: { kind: string; id: string; reason: string } | null;

  @ApiProperty({
    type: Date,
    nullable: true,
    description: 'When a correction was approved that did not take: it was there again an hour later',
  })
  triedAt!: Date | null;
}

export class DriftPageAnswer {
  @ApiProperty({ type: [DriftAnswer] })
  items!: DriftAnswer[];

  @ApiProperty({ type: String, nullable: true })
  next!: string | null;

  @ApiPropertyOptional({ type: 'integer', description: 'How many there are, where that was asked' })
  total?: number;
}
