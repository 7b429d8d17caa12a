/** What orders are told and asked, field by field. */
import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { holdLinesMax, holdQuantityMax } from '@plaza/catalog';
import { orderStatuses, type OrderStatus } from '@plaza/orders';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsInt,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { IdField, IfGiven, InstantField, LineField, staffListBy } from '../http/fields';

const reasonCharactersMax = 200;
const documentCharactersMax = 40;
const unitPriceMax = 1_000_000_000_000;
const idOrCode = /^[\w-]{1,100}$/;

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

/** The lines of an order. */
const Lines = (type: () => new () => OrderItemDto) =>
  applyDecorators(
    IsArray(),
    ArrayMinSize(1),
    ArrayMaxSize(holdLinesMax),
    ValidateNested({ each: true }),
    Type(type),
  );

export class PlaceOrderDto {
  @ApiPropertyOptional({ format: 'uuid', description: 'Made by the client: sending it again is safe' })
  @IfGiven()
  @IdField()
  id?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'A cart, in place of branch and items' })
  @IfGiven()
  @IdField()
  cartId?: string;

  @ApiPropertyOptional({ format: 'uuid', description: '`online` unless told' })
  @IfGiven()
  @IdField()
  branchId?: string;

  @ApiPropertyOptional({ type: [OrderItemDto], minItems: 1, maxItems: holdLinesMax })
  @IfGiven()
  @Lines(() => OrderItemDto)
  items?: OrderItemDto[];
}

export class BatchedOrderDto {
  @ApiProperty({ format: 'uuid', description: 'Made by the client: sending it again is safe' })
  @IdField()
  id!: string;

  @ApiPropertyOptional({ format: 'uuid', description: '`online` unless told' })
  @IfGiven()
  @IdField()
  branchId?: string;

  @ApiProperty({ type: [OrderItemDto], minItems: 1, maxItems: holdLinesMax })
  @Lines(() => OrderItemDto)
  items!: OrderItemDto[];

  @ApiPropertyOptional({ format: 'date-time', description: 'When it was made, by the clock of the client' })
  @IfGiven()
  @InstantField()
  placedAt?: Date;
}

const batchMax = 100;

export class OrderBatchDto {
  /** Each is checked on its own, so that one fault takes none of the others down. */
  @ApiProperty({ type: [BatchedOrderDto], minItems: 1, maxItems: batchMax })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(batchMax)
  orders!: unknown[];
}

export class SaleItemDto extends OrderItemDto {
  @ApiPropertyOptional({
    type: 'integer',
    minimum: 0,
    maximum: unitPriceMax,
    description: "In place of the list's price; minor units",
  })
  @IfGiven()
  @IsInt()
  @Min(0)
  @Max(unitPriceMax)
  unitPrice?: number;
}

export class SaleDto {
  @ApiPropertyOptional({ format: 'uuid', description: 'Made by the client: sending it again is safe' })
  @IfGiven()
  @IdField()
  id?: string;

  @ApiProperty({ format: 'uuid' })
  @IdField()
  branchId!: string;

  @ApiPropertyOptional({ description: "The customer's document number; without it nobody knows to whom" })
  @IfGiven()
  @LineField(documentCharactersMax)
  document?: string;

  @ApiProperty({ type: [SaleItemDto], minItems: 1, maxItems: holdLinesMax })
  @Lines(() => SaleItemDto)
  items!: SaleItemDto[];
}

export class CancelOrderDto {
  @ApiPropertyOptional({ maxLength: reasonCharactersMax })
  @IfGiven()
  @LineField(reasonCharactersMax)
  reason?: string;
}

export class RefundOrderDto {
  @ApiPropertyOptional({ maxLength: reasonCharactersMax })
  @IfGiven()
  @LineField(reasonCharactersMax)
  reason?: string;
}

export class OrderListQuery extends staffListBy('createdAt') {
  @ApiPropertyOptional({ enum: orderStatuses })
  @IfGiven()
  @IsIn(orderStatuses)
  status?: OrderStatus;

  @ApiPropertyOptional({ format: 'uuid', description: 'For staff; customers see their own' })
  @IfGiven()
  @IdField()
  customerId?: string;

  @ApiPropertyOptional({ description: "For staff: the customer's document number" })
  @IfGiven()
  @LineField(documentCharactersMax)
  document?: string;

  @ApiPropertyOptional({ description: 'Id or code of the branch' })
  @IfGiven()
  @Matches(idOrCode)
  branch?: string;

  @ApiPropertyOptional({ format: 'date-time', description: 'Placed at this instant or later' })
  @IfGiven()
  @InstantField()
  from?: Date;

  @ApiPropertyOptional({ format: 'date-time', description: 'Placed before this instant' })
  @IfGiven()
  @InstantField()
  to?: Date;
}
