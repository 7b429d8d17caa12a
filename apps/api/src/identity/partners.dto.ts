/** What admins send about partners and their clients, and what they are told. */
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  clientModes,
  partnerScopes,
  type ClientMode,
  type ClientView,
  type PartnerScope,
  type PartnerView,
  type RotatedSecret,
} from '@plaza/identity';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsIn, IsInt, Max, Min } from 'class-validator';
import { IfGiven, LineField, staffListBy } from '../http/fields';

const nameCharactersMax = 200;
const overlapMinutesMax = 10_080;
export const overlapMinutesDefault = 1_440;

export class PartnerDto {
  @ApiProperty({ maxLength: nameCharactersMax })
  @LineField(nameCharactersMax)
  name!: string;
}

export class ChangePartnerDto {
  @ApiPropertyOptional({ maxLength: nameCharactersMax })
  @IfGiven()
  @LineField(nameCharactersMax)
  name?: string;
}

export class NewClientDto {
  @ApiProperty({ maxLength: nameCharactersMax })
  @LineField(nameCharactersMax)
  name!: string;

  @ApiProperty({ enum: partnerScopes, isArray: true, minItems: 1, uniqueItems: true })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(partnerScopes.length)
  @ArrayUnique()
  @IsIn(partnerScopes, { each: true })
  scopes!: PartnerScope[];

  @ApiPropertyOptional({
    ...{ enum: clientModes, default: 'live' },
    description: 'In which programme of the partner it works; in the other one it can do nothing',
  })
  @IsIn(clientModes)
  mode: ClientMode = 'live';
}

export class RotateSecretDto {
  @ApiPropertyOptional({
    type: 'integer',
    minimum: 0,
    maximum: overlapMinutesMax,
    default: overlapMinutesDefault,
    description: 'How long the secret until now stays good',
  })
  @IfGiven()
  @IsInt()
  @Min(0)
  @Max(overlapMinutesMax)
  overlapMinutes: number = overlapMinutesDefault;
}

export class PartnerAnswer implements PartnerView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  name!: string;

  @ApiProperty()
  createdAt!: Date;

  @ApiProperty({ type: Date, nullable: true, description: 'Null while it may come in' })
  disabledAt!: Date | null;
}

export class PartnerPageAnswer {
  @ApiProperty({ type: [PartnerAnswer] })
  items!: PartnerAnswer[];

  @ApiProperty({ type: String, nullable: true })
  next!: string | null;

  @ApiPropertyOptional({ type: 'integer', description: 'With `total=true`' })
  total?: number;
}

export class ClientAnswer implements ClientView {
  @ApiProperty()
  clientId!: string;

  @ApiProperty()
  name!: string;

  @ApiProperty({ type: [String] })
  scopes!: string[];

  @ApiProperty({ enum: clientModes })
  mode!: ClientMode;

  @ApiProperty()
  createdAt!: Date;

  @ApiProperty({ type: Date, nullable: true })
  disabledAt!: Date | null;

  @ApiProperty({ type: Date, nullable: true, description: 'Until when the secret before this one is good' })
  previousSecretExpiresAt!: Date | null;
}

export class ClientPageAnswer {
  @ApiProperty({ type: [ClientAnswer] })
  items!: ClientAnswer[];

  @ApiProperty({ type: String, nullable: true })
  next!: string | null;
}

export class NewClientAnswer {
  @ApiProperty()
  clientId!: string;

  @ApiProperty({ description: 'Told this once; only a hash of it is kept' })
  clientSecret!: string;

  @ApiProperty({ type: [String] })
  scopes!: string[];
}

class PreviousSecretAnswer {
  @ApiProperty({ description: 'From then on only the new secret is good' })
  expiresAt!: Date;
}

export class RotatedSecretAnswer implements RotatedSecret {
  @ApiProperty()
  clientId!: string;

  @ApiProperty({ description: 'Told this once; only a hash of it is kept' })
  clientSecret!: string;

  @ApiProperty({ type: PreviousSecretAnswer })
  previousSecret!: PreviousSecretAnswer;
}

export class PartnerListQuery extends staffListBy('createdAt') {}
