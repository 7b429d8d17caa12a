/** What the audit log is asked, field by field. */
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  auditActions,
  type AuditAction,
  type LogFilter,
  type RowAddress,
  type SealFilter,
  type VerificationWish,
} from '@plaza/audit';
import { IsIn, IsInt, Matches, Max, Min } from 'class-validator';
import { IfGiven, InstantField, LineField, PageQuery } from '../http/fields';

const actorCharactersMax = 128;
const rowIdCharactersMax = 200;
const name = /^[a-z_][a-z0-9_]{0,62}$/;

const NameField = () => Matches(name, { message: '$property must be a name of small letters' });

export class LogQuery extends PageQuery implements LogFilter {
  @ApiPropertyOptional({ description: 'The context', example: 'catalog' })
  @IfGiven()
  @NameField()
  schema?: string;

  @ApiPropertyOptional({ example: 'products' })
  @IfGiven()
  @NameField()
  table?: string;

  @ApiPropertyOptional({ description: 'The primary key, its parts with commas between them' })
  @IfGiven()
  @LineField(rowIdCharactersMax)
  rowId?: string;

  @ApiPropertyOptional({ enum: auditActions })
  @IfGiven()
  @IsIn(auditActions)
  action?: AuditAction;

  @ApiPropertyOptional({ description: 'The id of who it was: of a person, a client, a job' })
  @IfGiven()
  @LineField(actorCharactersMax)
  actor?: string;

  @ApiPropertyOptional({ format: 'date-time', description: 'At this instant or later' })
  @IfGiven()
  @InstantField()
  from?: Date;

  @ApiPropertyOptional({ format: 'date-time', description: 'Before this instant' })
  @IfGiven()
  @InstantField()
  to?: Date;
}

export class RowParams implements RowAddress {
  @ApiProperty({ example: 'catalog' })
  @NameField()
  schema!: string;

  @ApiProperty({ example: 'products' })
  @NameField()
  table!: string;

  @ApiProperty({ description: 'The primary key, its parts with commas between them' })
  @LineField(rowIdCharactersMax)
  rowId!: string;
}

export class SealQuery extends PageQuery implements SealFilter {
  @ApiPropertyOptional({
    format: 'date-time',
    description: 'Sealed before this instant: the first of them is the root of the day that ended then',
  })
  @IfGiven()
  @InstantField()
  to?: Date;
}

export class VerifyDto implements VerificationWish {
  @ApiPropertyOptional({ type: 'integer', minimum: 1, description: 'The `next` of the part before' })
  @IfGiven()
  @IsInt()
  @Min(1)
  @Max(Number.MAX_SAFE_INTEGER)
  from?: number;

  @ApiPropertyOptional({ description: 'The hash of a seal as it was told once: it has to be there still' })
  @IfGiven()
  @Matches(/^[0-9a-f]{64}$/, { message: 'root must be 64 hexadecimal digits' })
  root?: string;
}
