/** What reports answer, field by field. */
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { mailStatuses, type MailStatus } from '@plaza/notifications';
import { languages, type Language } from '@plaza/platform';
import {
  attachmentKinds,
  columnNames,
  figureNames,
  listNames,
  sections,
  units,
  type AttachmentKind,
  type ColumnName,
  type DeliveryView,
  type FigureName,
  type KeptRoot,
  type ListName,
  type Measured,
  type RecipientView,
  type SectionName,
  type Sent,
  type ToldColumn,
  type ToldFigure,
  type ToldList,
  type ToldReport,
  type ToldRow,
  type ToldSection,
  type Unit,
  type Values,
} from '@plaza/reporting';

const currency = {
  type: String,
  nullable: true,
  description: 'ISO 4217, of what is money; null where no currency is known',
} as const;
const values = { type: 'object', additionalProperties: { type: 'number' } } as const;
const before = 'The same of the week before; null where there was none';
const sent = 'What it was when it was sent; null where it is that still, or was not sent';

export class MeasuredAnswer implements Measured {
  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'Minor units where it is money; null where there is nothing to say it of',
  })
  value!: number | null;

  @ApiProperty({ type: 'integer', description: 'The count of rows behind it' })
  rows!: number;
}

export class FigureAnswer extends MeasuredAnswer implements ToldFigure {
  @ApiProperty({ enum: figureNames })
  name!: FigureName;

  @ApiProperty({ description: 'Its name in words' })
  label!: string;

  @ApiProperty({ description: 'What it says, and of what' })
  definition!: string;

  @ApiProperty({ enum: units })
  unit!: Unit;

  @ApiProperty(currency)
  currency!: string | null;

  @ApiProperty({ type: MeasuredAnswer, nullable: true, description: before })
  before!: MeasuredAnswer | null;

  @ApiProperty({ type: MeasuredAnswer, nullable: true, description: sent })
  sent!: MeasuredAnswer | null;
}

export class ColumnAnswer implements ToldColumn {
  @ApiProperty({ enum: columnNames })
  name!: ColumnName;

  @ApiProperty()
  label!: string;

  @ApiProperty({ enum: units })
  unit!: Unit;
}

export class ListRowAnswer implements ToldRow {
  @ApiProperty({ description: 'The id of what it is about, or a word of ours' })
  id!: string;

  @ApiProperty()
  label!: string;

  @ApiProperty(currency)
  currency!: string | null;

  @ApiProperty({ ...values, description: 'By column' })
  values!: Values;

  @ApiProperty({ ...values, description: 'How many rows are behind each of them' })
  counts!: Values;

  @ApiProperty({ ...values, nullable: true, description: before })
  before!: Values | null;

  @ApiProperty({ ...values, nullable: true, description: 'How many rows were behind each of these' })
  beforeCounts!: Values | null;

  @ApiProperty({ ...values, nullable: true, description: sent })
  sent!: Values | null;
}

export class ReportListAnswer implements ToldList {
  @ApiProperty({ enum: listNames })
  name!: ListName;

  @ApiProperty()
  label!: string;

  @ApiProperty()
  definition!: string;

  @ApiProperty({ type: [ColumnAnswer] })
  columns!: ColumnAnswer[];

  @ApiProperty({ type: [ListRowAnswer] })
  rows!: ListRowAnswer[];

  @ApiProperty({ type: 'integer', description: 'How many there are, of which the first are told' })
  all!: number;
}

export class SectionAnswer implements ToldSection {
  @ApiProperty({ enum: sections })
  name!: SectionName;

  @ApiProperty()
  label!: string;

  @ApiProperty({ type: [FigureAnswer] })
  figures!: FigureAnswer[];

  @ApiProperty({ type: [ReportListAnswer] })
  lists!: ReportListAnswer[];
}

export class KeptRootAnswer implements KeptRoot {
  @ApiProperty({ format: 'date-time', description: 'The end of a day' })
  until!: string;

  @ApiProperty({ type: 'integer' })
  seal!: number;

  @ApiProperty()
  hash!: string;
}

export class SentEditionAnswer {
  @ApiProperty({ type: 'integer' })
  edition!: number;

  @ApiProperty({ format: 'date-time' })
  takenAt!: string;
}

export class ReportAnswer implements ToldReport {
  @ApiProperty({ example: '2026-W47' })
  week!: string;

  @ApiProperty({ description: 'In which its days begin and end' })
  zone!: string;

  @ApiProperty({ format: 'date-time' })
  from!: string;

  @ApiProperty({ format: 'date-time', description: 'The first instant of the next week' })
  to!: string;

  @ApiProperty({ format: 'date-time', description: 'When these figures were so' })
  takenAt!: string;

  @ApiProperty({ description: 'False while the week goes on' })
  isOver!: boolean;

  @ApiProperty({ enum: languages })
  language!: Language;

  @ApiProperty({
    type: SentEditionAnswer,
    nullable: true,
    description: 'What it is held against: the edition that was sent last; null where none was',
  })
  sent!: SentEditionAnswer | null;

  @ApiProperty({ description: 'Data came late: something is not as it was sent' })
  isRestated!: boolean;

  @ApiProperty({ type: [SectionAnswer] })
  sections!: SectionAnswer[];

  @ApiProperty({ type: [KeptRootAnswer], description: 'Of the audit log, at the end of each day' })
  roots!: KeptRootAnswer[];
}

export class SentAnswer implements Sent {
  @ApiProperty({ example: '2026-W47' })
  week!: string;

  @ApiProperty({ type: 'integer', description: 'Counted from 1; a new one where data came late' })
  edition!: number;

  @ApiProperty({ type: 'integer', description: 'Recipients who get it now' })
  delivered!: number;

  @ApiProperty({ type: 'integer', description: 'Recipients who had this edition already' })
  already!: number;
}

export class RecipientAnswer implements RecipientView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ format: 'email' })
  address!: string;

  @ApiProperty({ enum: languages })
  language!: Language;

  @ApiProperty({ enum: attachmentKinds, isArray: true })
  attachments!: AttachmentKind[];

  @ApiProperty()
  createdAt!: Date;
}

const total = { type: 'integer', description: 'How many there are, where that was asked' } as const;

export class RecipientPageAnswer {
  @ApiProperty({ type: [RecipientAnswer] })
  items!: RecipientAnswer[];

  @ApiProperty({ type: String, nullable: true })
  next!: string | null;

  @ApiPropertyOptional(total)
  total?: number;
}

export class DeliveryAnswer implements DeliveryView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ example: '2026-W47' })
  week!: string;

  @ApiProperty({ type: 'integer' })
  edition!: number;

  @ApiProperty({ format: 'uuid' })
  recipientId!: string;

  @ApiProperty({ format: 'email' })
  address!: string;

  @ApiProperty({ enum: languages })
  language!: Language;

  @ApiProperty({ description: 'When it was handed to the mail' })
  deliveredAt!: Date;

  @ApiProperty({ enum: mailStatuses, description: 'What became of the mail' })
  mail!: MailStatus;
}

export class DeliveryPageAnswer {
  @ApiProperty({ type: [DeliveryAnswer] })
  items!: DeliveryAnswer[];

  @ApiProperty({ type: String, nullable: true })
  next!: string | null;

  @ApiPropertyOptional(total)
  total?: number;
}
