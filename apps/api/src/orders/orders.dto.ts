/** What orders are told and asked, field by field, and what they answer. */
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { holdLinesMax, holdQuantityMax } from '@plaza/catalog';
import {
  orderStatuses,
  type HistoryEntry,
  type OrderFilter,
  type OrderLine,
  type OrderStatus,
  type OrderView,
} from '@plaza/orders';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsInt, Max, Min, ValidateNested } from 'class-validator';
import { IdField, IfGiven, LineField, PageQuery } from '../http/fields';

const reasonCharactersMax = 200;

export class OrderItemDto {
  @ApiProperty({ format: 'uuid' })
  @IdField()
  productId!: string;

  @ApiProperty({ type: 'integer', minimum: 1, maximum: holdQuantityMax })
  @IsInt()
  @Min(1)
  @Max(holdQuantityMax)
  quantity!: number;
}

export class PlaceOrderDto {
  @ApiPropertyOptional({ format: 'uuid', description: 'Made by the client: sending it again is safe' })
  @IfGiven()
  @IdField()
  id?: string;

  @ApiPropertyOptional({ format: 'uuid', description: '`online` unless told' })
  @IfGiven()
  @IdField()
  branchId?: string;

  @ApiProperty({ type: [OrderItemDto], minItems: 1, maxItems: holdLinesMax })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(holdLinesMax)
  @ValidateNested({ each: true })
  @Type(() => OrderItemDto)
  items!: OrderItemDto[];
}

export class CancelOrderDto {
  @ApiPropertyOptional({ maxLength: reasonCharactersMax })
  @IfGiven()
  @LineField(reasonCharactersMax)
  reason?: string;
}

export class OrderListQuery extends PageQuery implements OrderFilter {
  @ApiPropertyOptional({ enum: orderStatuses })
  @IfGiven()
  @IsIn(orderStatuses)
  status?: OrderStatus;

  @ApiPropertyOptional({ format: 'uuid', description: 'For staff; customers see their own' })
  @IfGiven()
  @IdField()
  customerId?: string;
}

export class OrderLineAnswer implements OrderLine {
  @ApiProperty({ format: 'uuid' })
  productId!: string;

  @ApiProperty()
  name!: string;

  @ApiProperty({ type: 'integer' })
  quantity!: number;

  @ApiProperty({ type: 'integer', description: "Minor units of the order's currency" })
  unitPrice!: number;

  @ApiProperty({ type: 'integer' })
  lineTotal!: number;
}

export class OrderAnswer implements OrderView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ example: 'P-00000042' })
  number!: string;

  @ApiProperty({ enum: orderStatuses })
  status!: OrderStatus;

  @ApiProperty({ type: [OrderLineAnswer] })
  items!: OrderLineAnswer[];

  @ApiProperty({ type: 'integer', description: 'Minor units of `currency`' })
  total!: number;

  @ApiProperty()
  currency!: string;

  @ApiProperty({ format: 'uuid' })
  branchId!: string;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  customerId!: string | null;

  @ApiProperty()
  createdAt!: Date;

  @ApiProperty({ type: Date, nullable: true, description: 'An order that is not paid by then expires' })
  payBefore!: Date | null;

  @ApiProperty({ type: Date, nullable: true })
  paidAt!: Date | null;
}

export class OrderPageAnswer {
  @ApiProperty({ type: [OrderAnswer] })
  items!: OrderAnswer[];

  @ApiProperty({ type: String, nullable: true })
  next!: string | null;
}

class HistoryActor {
  @ApiProperty()
  kind!: string;

  @ApiProperty()
  id!: string;
}

export class HistoryEntryAnswer implements HistoryEntry {
  @ApiProperty()
  at!: Date;

  @ApiProperty({ type: String, enum: orderStatuses, nullable: true })
  from!: OrderStatus | null;

  @ApiProperty({ enum: orderStatuses })
  to!: OrderStatus;

  @ApiProperty({ type: HistoryActor, nullable: true })
  actor!: HistoryActor | null;

  @ApiProperty({ type: String, nullable: true })
  reason!: string | null;
}

export class HistoryAnswer {
  @ApiProperty({ type: [HistoryEntryAnswer] })
  items!: HistoryEntryAnswer[];

  @ApiProperty({ type: String, nullable: true })
  next!: null;
}
