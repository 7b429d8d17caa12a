/** What staff send about customers, field by field. */
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { CustomerFilter, IssuedClaimCode } from '@plaza/identity';
import { IsOptional, Matches } from 'class-validator';
import { EmailField, IfGiven, LineField, staffListBy } from '../http/fields';
import { documentNumber, documentNumberRule, personNameCharactersMax } from './identity.dto';

const documentCharactersMax = 40;
const searchCharactersMax = 100;

export class CounterCustomerDto {
  @ApiProperty({ maxLength: personNameCharactersMax })
  @LineField(personNameCharactersMax)
  fullName!: string;

  @ApiProperty({ pattern: documentNumber.source })
  @Matches(documentNumber, documentNumberRule)
  documentNumber!: string;

  @ApiPropertyOptional({ type: String, format: 'email', nullable: true, maxLength: 254 })
  @IsOptional()
  @EmailField()
  email?: string | null;
}

export class ChangeCustomerDto {
  @ApiPropertyOptional({
    type: String,
    nullable: true,
    maxLength: personNameCharactersMax,
    description: 'null takes the name away',
  })
  @IsOptional()
  @LineField(personNameCharactersMax)
  fullName?: string | null;

  @ApiPropertyOptional({
    type: String,
    format: 'email',
    nullable: true,
    maxLength: 254,
    description: 'null takes the address away, from a customer without a login',
  })
  @IsOptional()
  @EmailField()
  email?: string | null;

  @ApiPropertyOptional({
    type: String,
    nullable: true,
    pattern: documentNumber.source,
    description: 'null takes the number away, from a customer with a login',
  })
  @IsOptional()
  @Matches(documentNumber, documentNumberRule)
  documentNumber?: string | null;
}

export class CustomerListQuery extends staffListBy('createdAt') implements CustomerFilter {
  @ApiPropertyOptional({ maxLength: documentCharactersMax, description: 'The whole document number' })
  @IfGiven()
  @LineField(documentCharactersMax)
  document?: string;

  @ApiPropertyOptional({
    maxLength: searchCharactersMax,
    description: 'Words that are part of the name, username, e-mail address or document number',
  })
  @IfGiven()
  @LineField(searchCharactersMax)
  q?: string;
}

export class ClaimCodeAnswer implements IssuedClaimCode {
  @ApiProperty({ example: 'K7WM-3HQX', description: 'Told this once; good for one registration' })
  code!: string;

  @ApiProperty()
  expiresAt!: Date;
}
