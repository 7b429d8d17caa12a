/** What reports are asked and told, field by field. */
import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { InvalidInput, languages, type Language } from '@plaza/platform';
import {
  attachmentKinds,
  driftKinds,
  driftStatuses,
  Week,
  type AttachmentKind,
  type DriftFilter,
  type DriftKind,
  type DriftStatus,
} from '@plaza/reporting';
import { ArrayMaxSize, ArrayUnique, IsArray, IsIn, Matches, ValidateBy } from 'class-validator';
import { AddressField } from '../http/address-field';
import { IdListField, IfGiven, LineField, staffListBy } from '../http/fields';

const recipientsAtOnceMax = 100;
const reasonCharactersMax = 200;

const weekShape = { example: '2026-W47', description: 'A week as ISO 8601 names it' };

/** The name of a week that there is. */
const WeekField = () =>
  applyDecorators(
    Matches(/^\d{4}-W\d{2}$/, { message: '$property must be a week like 2026-W47' }),
    ValidateBy({
      name: 'week',
      validator: {
        validate: (value) => typeof value === 'string' && Week.named(value) !== undefined,
        defaultMessage: () => '$property must be a week that there is, like 2026-W47',
      },
    }),
  );

/** Of a name that has passed the check of its field. */
export function weekNamed(name: string): Week {
  const week = Week.named(name);
  if (!week) throw new InvalidInput([{ pointer: '/week', detail: 'must be a week that there is' }]);
  return week;
}

export class WeeklyQuery {
  @ApiPropertyOptional({ ...weekShape, description: 'The last week that is over where none is named' })
  @IfGiven()
  @WeekField()
  week?: string;

  @ApiPropertyOptional({ enum: languages, default: 'en' })
  @IfGiven()
  @IsIn(languages)
  language?: Language;
}

export class SendReportDto {
  @ApiProperty(weekShape)
  @WeekField()
  week!: string;

  @ApiPropertyOptional({
    type: 'array',
    items: { type: 'string', format: 'uuid' },
    description: 'Ids of recipients; all of them where none are named',
  })
  @IfGiven()
  @IdListField(recipientsAtOnceMax)
  recipients?: string[];
}

export class RecipientListQuery extends staffListBy('createdAt') {}

export class ReportDeliveryListQuery extends staffListBy('deliveredAt') {
  @ApiPropertyOptional(weekShape)
  @IfGiven()
  @WeekField()
  week?: string;
}

export class DriftListQuery extends staffListBy('foundAt') implements DriftFilter {
  @ApiPropertyOptional({ enum: driftKinds })
  @IfGiven()
  @IsIn(driftKinds)
  kind?: DriftKind;

  @ApiPropertyOptional({ enum: driftStatuses })
  @IfGiven()
  @IsIn(driftStatuses)
  status?: DriftStatus;
}

export class DismissDriftDto {
  @ApiProperty({ maxLength: reasonCharactersMax, description: 'Why nothing is to be mended' })
  @LineField(reasonCharactersMax)
  reason!: string;
}

const AttachmentsField = () =>
  applyDecorators(
    IsArray(),
    ArrayUnique(),
    ArrayMaxSize(attachmentKinds.length),
    IsIn(attachmentKinds, { each: true }),
  );

export class RecipientDto {
  @ApiProperty({ format: 'email' })
  @AddressField()
  address!: string;

  @ApiProperty({ enum: languages })
  @IsIn(languages)
  language!: Language;

  @ApiPropertyOptional({
    enum: attachmentKinds,
    isArray: true,
    default: attachmentKinds,
    description: 'What hangs on the mail, besides the report in the message itself',
  })
  @IfGiven()
  @AttachmentsField()
  attachments?: AttachmentKind[];
}

export class ChangeRecipientDto {
  @ApiPropertyOptional({ format: 'email' })
  @IfGiven()
  @AddressField()
  address?: string;

  @ApiPropertyOptional({ enum: languages })
  @IfGiven()
  @IsIn(languages)
  language?: Language;

  @ApiPropertyOptional({ enum: attachmentKinds, isArray: true })
  @IfGiven()
  @AttachmentsField()
  attachments?: AttachmentKind[];
}
