/** What transfers are asked and told, field by field. */
import { Param, type PipeTransform } from '@nestjs/common';
import { ApiParam, ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { InvalidInput, languages, type Language } from '@plaza/platform';
import {
  isUsableKey,
  keyCharactersMax,
  recordStatuses,
  type RecordStatus,
  type TransferFilter,
} from '@plaza/transfers';
import { IsIn, ValidateIf } from 'class-validator';
import { AddressField } from '../http/address-field';
import { IfGiven, LineField, staffListBy } from '../http/fields';

class KeyPipe implements PipeTransform<string, string> {
  transform(key: string): string {
    if (isUsableKey(key)) return key;
    throw new InvalidInput([{ pointer: '/key', detail: 'must be the key of a transfer record' }]);
  }
}

export const KeyParam = () => Param('key', new KeyPipe());
export const ApiKeyParam = () =>
  ApiParam({ name: 'key', schema: { type: 'string', maxLength: keyCharactersMax } });

/** Null stands for all companies, so unlike elsewhere it may be sent. */
const IfGivenAndNotNull = () =>
  ValidateIf((_object, value: unknown) => value !== undefined && value !== null);

export class TransferListQuery extends staffListBy('notedAt') implements TransferFilter {
  @ApiPropertyOptional({ enum: recordStatuses })
  @IfGiven()
  @IsIn(recordStatuses)
  status?: RecordStatus;
}

export class SubscriptionDto {
  @ApiProperty({ format: 'email' })
  @AddressField()
  address!: string;

  @ApiPropertyOptional({
    type: String,
    nullable: true,
    description: 'Only transfers of this company; those of all without it',
  })
  @IfGivenAndNotNull()
  @LineField(keyCharactersMax)
  companyKey?: string | null;

  @ApiProperty({ enum: languages })
  @IsIn(languages)
  language!: Language;
}

export class ChangeSubscriptionDto {
  @ApiPropertyOptional({ format: 'email' })
  @IfGiven()
  @AddressField()
  address?: string;

  @ApiPropertyOptional({
    type: String,
    nullable: true,
    description: 'Null for the transfers of all companies',
  })
  @IfGivenAndNotNull()
  @LineField(keyCharactersMax)
  companyKey?: string | null;

  @ApiPropertyOptional({ enum: languages })
  @IfGiven()
  @IsIn(languages)
  language?: Language;
}

export class SubscriptionListQuery extends staffListBy('createdAt') {}
