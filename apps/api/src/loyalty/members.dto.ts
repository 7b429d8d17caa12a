/** What is told and asked about members, field by field, and what they are. */
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  categories,
  type BalanceView,
  type Category,
  type EntryView,
  type HoldView,
  type MemberFilter,
  type MemberView,
  type NewMember,
  type StatementFilter,
} from '@plaza/loyalty';
import { IsIn } from 'class-validator';
import { EmailField, IdField, IfGiven, InstantField, LineField, staffListBy } from '../http/fields';
import { ExternalIdField, PartnerIdField, PartnerQuery } from './partner-programmes';

const nameCharactersMax = 200;
const searchCharactersMax = 100;

export class NewMemberDto implements NewMember {
  @ApiProperty({ description: "The partner's own id" })
  @ExternalIdField()
  externalId!: string;

  @ApiPropertyOptional({ maxLength: nameCharactersMax })
  @IfGiven()
  @LineField(nameCharactersMax)
  name?: string;

  @ApiPropertyOptional({ format: 'email' })
  @IfGiven()
  @EmailField()
  email?: string;
}

export class MemberCustomerDto {
  @ApiProperty({ format: 'uuid' })
  @IdField()
  customerId!: string;
}

export class MemberListQuery extends staffListBy('joinedAt') implements MemberFilter {
  @PartnerIdField()
  partnerId?: string;

  @ApiPropertyOptional({ description: 'What the external id or the name begins with' })
  @IfGiven()
  @LineField(searchCharactersMax)
  q?: string;
}

export class StatementQuery extends staffListBy('at') implements StatementFilter {
  @PartnerIdField()
  partnerId?: string;

  @ApiPropertyOptional({ enum: categories })
  @IfGiven()
  @IsIn(categories)
  category?: Category;

  @ApiPropertyOptional({ format: 'date-time', description: 'At this instant or later' })
  @IfGiven()
  @InstantField()
  from?: Date;

  @ApiPropertyOptional({ format: 'date-time', description: 'Before this instant' })
  @IfGiven()
  @InstantField()
  to?: Date;
}

export class BalanceQuery extends PartnerQuery {
  @ApiPropertyOptional({ format: 'date-time', description: 'An instant that has passed; now, unless told' })
  @IfGiven()
  @InstantField()
  asOf?: Date;
}

class SumsAnswer {
  @ApiProperty()
  externalId!: string;

  @ApiProperty({ type: 'integer', description: 'What can be used now' })
  balance!: number;

  @ApiProperty({ type: 'integer', description: 'What can be used later' })
  pending!: number;

  @ApiProperty({ type: 'integer', description: 'What is set aside' })
  held!: number;
}

export class MemberAnswer extends SumsAnswer implements MemberView {
  @ApiProperty({ type: String, nullable: true })
  name!: string | null;

  @ApiProperty({ type: String, nullable: true })
  email!: string | null;

  @ApiProperty()
  joinedAt!: Date;

  @ApiProperty({ description: 'Orders of the shop earn them points: it is known which customer they are' })
  isCustomer!: boolean;

  @ApiProperty({ type: String, nullable: true, description: 'By what they have earned; null for none' })
  tier!: string | null;
}

export class MemberPageAnswer {
  @ApiProperty({ type: [MemberAnswer] })
  items!: MemberAnswer[];

  @ApiProperty({ type: String, nullable: true })
  next!: string | null;

  @ApiPropertyOptional({ type: 'integer', description: 'With `total=true`' })
  total?: number;
}

export class BalanceAnswer extends SumsAnswer implements BalanceView {
  @ApiProperty()
  asOf!: Date;
}

class LiveHoldAnswer implements HoldView {
  @ApiProperty({ format: 'uuid', description: 'By which it is captured or released' })
  id!: string;

  @ApiProperty({ type: 'integer' })
  points!: number;

  @ApiProperty({ type: String, nullable: true })
  description!: string | null;

  @ApiProperty({ type: String, nullable: true })
  sourceId!: string | null;

  @ApiProperty({ description: 'Since when they are held' })
  at!: Date;

  @ApiProperty({ description: 'Until when' })
  expiresAt!: Date;
}

export class HoldListAnswer {
  @ApiProperty({ type: [LiveHoldAnswer] })
  items!: LiveHoldAnswer[];

  @ApiProperty({ type: String, nullable: true, description: 'Null: all that are told come at once' })
  next!: string | null;
}

export class EntryAnswer implements EntryView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ enum: categories })
  category!: Category;

  @ApiProperty({ type: 'integer', description: 'How many were moved; the category says where' })
  points!: number;

  @ApiProperty({ type: 'integer', description: 'What the member could use right after it' })
  balance!: number;

  @ApiProperty({ description: 'When it counted' })
  at!: Date;

  @ApiProperty({ type: String, nullable: true })
  description!: string | null;

  @ApiProperty({ type: Date, nullable: true, description: 'The date of the service' })
  occurredAt!: Date | null;

  @ApiProperty({ type: String, nullable: true })
  sourceId!: string | null;

  @ApiProperty({ type: Date, nullable: true })
  availableFrom!: Date | null;

  @ApiProperty({
    type: Date,
    nullable: true,
    description: 'Of accrued points; of a hold: until when it holds',
  })
  expiresAt!: Date | null;

  @ApiProperty({ type: String, nullable: true, description: 'The other member of a transfer' })
  counterpart!: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  holdId!: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'The entry that it takes back' })
  reverses!: string | null;
}

export class StatementAnswer {
  @ApiProperty({ type: [EntryAnswer] })
  items!: EntryAnswer[];

  @ApiProperty({ type: String, nullable: true })
  next!: string | null;

  @ApiPropertyOptional({ type: 'integer', description: 'With `total=true`' })
  total?: number;
}
