/** What a partner says of its webhooks, field by field, and what it is told of them. */
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  deliveryStatuses,
  partnerEventTypes,
  replayedMax,
  urlCharactersMax,
  webhookStatuses,
  type AttemptView,
  type DeliveryFilter,
  type DeliveryStatus,
  type DeliveryView,
  type PartnerEventType,
  type RotatedWebhookSecret,
  type WebhookChange,
  type WebhookStatus,
  type WebhookView,
} from '@plaza/loyalty';
import { applyDecorators } from '@nestjs/common';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsIn, Matches, ValidateIf } from 'class-validator';
import { IfGiven, LineField, StaffPageQuery } from '../http/fields';
import { PartnerIdField } from './partner-programmes';

const descriptionCharactersMax = 200;
const nullable = { nullable: true } as const;
const decidable = ['active', 'disabled'] as const;

/** Null says something here, so unlike elsewhere it may be sent. */
const IfGivenAndNotNull = () =>
  ValidateIf((_object, value: unknown) => value !== undefined && value !== null);

const EventIdField = () => Matches(/^[1-9]\d{0,17}$/, { message: '$property must be the id of an event' });

const EventTypesField = () =>
  applyDecorators(
    IsArray(),
    ArrayMinSize(1),
    ArrayMaxSize(partnerEventTypes.length),
    ArrayUnique(),
    IsIn(partnerEventTypes, { each: true }),
  );

export class NewWebhookDto {
  @ApiProperty({
    format: 'uri',
    description: 'Called with every event by POST; https, at an address that is public, and not sent on',
  })
  @LineField(urlCharactersMax)
  url!: string;

  @ApiPropertyOptional({ type: String, ...nullable, maxLength: descriptionCharactersMax })
  @IfGivenAndNotNull()
  @LineField(descriptionCharactersMax)
  description?: string | null;

  @ApiPropertyOptional({
    enum: partnerEventTypes,
    isArray: true,
    ...nullable,
    description: 'Only these; all without it, those that are yet to come included',
  })
  @IfGivenAndNotNull()
  @EventTypesField()
  eventTypes?: PartnerEventType[] | null;
}

export class WebhookChangeDto implements WebhookChange {
  @ApiPropertyOptional({ format: 'uri' })
  @IfGiven()
  @LineField(urlCharactersMax)
  url?: string;

  @ApiPropertyOptional({ type: String, ...nullable, maxLength: descriptionCharactersMax })
  @IfGivenAndNotNull()
  @LineField(descriptionCharactersMax)
  description?: string | null;

  @ApiPropertyOptional({ enum: partnerEventTypes, isArray: true, ...nullable })
  @IfGivenAndNotNull()
  @EventTypesField()
  eventTypes?: PartnerEventType[] | null;

  @ApiPropertyOptional({
    enum: decidable,
    description:
      'Made active again, it goes on from where it was: nothing that happened meanwhile is left out',
  })
  @IfGiven()
  @IsIn(decidable)
  status?: (typeof decidable)[number];
}

export class WebhookReplayDto {
  @ApiProperty({ description: 'The id of an event' })
  @EventIdField()
  from!: string;

  @ApiPropertyOptional({
    description: `The id of the last one; without it \`from\` alone is replayed. At most ${String(replayedMax)} events`,
  })
  @IfGiven()
  @EventIdField()
  to?: string;
}

export class WebhookReplayAnswer {
  @ApiProperty({ type: 'integer', description: 'How many are delivered again' })
  events!: number;
}

export class WebhookAnswer implements WebhookView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ format: 'uri' })
  url!: string;

  @ApiProperty({ type: String, ...nullable })
  description!: string | null;

  @ApiProperty({ enum: partnerEventTypes, isArray: true, ...nullable, description: 'Null for all' })
  eventTypes!: PartnerEventType[] | null;

  @ApiProperty({
    enum: webhookStatuses,
    description: '`gone`: it answered 410, and is not called until it is made active again',
  })
  status!: WebhookStatus;

  @ApiProperty()
  createdAt!: Date;

  @ApiProperty({
    type: Date,
    ...nullable,
    description: 'Until then deliveries are signed with the secret before this one, too',
  })
  previousSecretUntil!: Date | null;

  @ApiProperty({ type: Date, ...nullable, description: 'When it accepted an event last' })
  deliveredAt!: Date | null;

  @ApiProperty({
    type: Date,
    ...nullable,
    description: 'Since an event was tried for the last time in vain; null once another one is accepted',
  })
  failingSince!: Date | null;

  @ApiProperty({ type: Date, ...nullable, description: 'When a delivery is tried next, at the earliest' })
  nextAttemptAt!: Date | null;
}

export class NewWebhookAnswer extends WebhookAnswer {
  @ApiProperty({ description: 'Told this once. By it you know that a delivery is ours' })
  secret!: string;
}

export class WebhookListAnswer {
  @ApiProperty({ type: [WebhookAnswer] })
  items!: WebhookAnswer[];

  @ApiProperty({ type: String, ...nullable, description: 'Null: a programme has few enough for one page' })
  next!: string | null;
}

export class RotatedWebhookSecretAnswer implements RotatedWebhookSecret {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ description: 'Told this once' })
  secret!: string;

  @ApiProperty({ description: 'Until then deliveries are signed with both' })
  previousSecretUntil!: Date;
}

export class DeliveryListQuery extends StaffPageQuery implements DeliveryFilter {
  @PartnerIdField()
  partnerId?: string;

  @ApiPropertyOptional({ enum: deliveryStatuses })
  @IfGiven()
  @IsIn(deliveryStatuses)
  status?: DeliveryStatus;

  @ApiPropertyOptional({ description: 'Of this event alone' })
  @IfGiven()
  @EventIdField()
  eventId?: string;
}

class DeliveryAttemptAnswer implements AttemptView {
  @ApiProperty({ type: 'integer', minimum: 1 })
  number!: number;

  @ApiProperty()
  at!: Date;

  @ApiProperty({ type: 'integer' })
  tookMs!: number;

  @ApiProperty({ type: 'integer', ...nullable, description: 'What it answered; null when it did not' })
  status!: number | null;

  @ApiProperty({ type: String, ...nullable })
  error!: string | null;
}

export class WebhookDeliveryAnswer implements DeliveryView {
  @ApiProperty({ description: 'As in the feed and in `webhook-id`' })
  eventId!: string;

  @ApiProperty({ enum: partnerEventTypes })
  type!: PartnerEventType;

  @ApiProperty({
    enum: deliveryStatuses,
    description: '`failed`: the whole schedule is over; replay it, or read it in the feed',
  })
  status!: DeliveryStatus;

  @ApiProperty({ type: 'integer', description: 'How often it was tried' })
  attempts!: number;

  @ApiProperty({ type: [DeliveryAttemptAnswer], description: 'The latest first' })
  lastAttempts!: DeliveryAttemptAnswer[];

  @ApiProperty({ type: Date, ...nullable })
  nextAttemptAt!: Date | null;
}

export class WebhookDeliveryPageAnswer {
  @ApiProperty({ type: [WebhookDeliveryAnswer] })
  items!: WebhookDeliveryAnswer[];

  @ApiProperty({ type: String, ...nullable })
  next!: string | null;

  @ApiPropertyOptional({ type: 'integer', description: 'With `total=true`' })
  total?: number;
}
