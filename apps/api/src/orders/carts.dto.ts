/** What carts and the waiting list are told, field by field, and what they answer. */
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { holdQuantityMax } from '@plaza/catalog';
import type { AwaitedItem, CartItem, CartView, WaitingView } from '@plaza/orders';
import { IsInt, Max, Min } from 'class-validator';
import { IdField, IfGiven } from '../http/fields';
import { OrderItemDto } from './orders.dto';

export class OpenCartDto {
  @ApiPropertyOptional({ format: 'uuid', description: 'Made by the client: sending it again is safe' })
  @IfGiven()
  @IdField()
  id?: string;

  @ApiPropertyOptional({ format: 'uuid', description: '`online` unless told' })
  @IfGiven()
  @IdField()
  branchId?: string;
}

export class CartItemDto {
  @ApiProperty({
    type: 'integer',
    minimum: 1,
    maximum: holdQuantityMax,
    description: 'How many the cart is to have',
  })
  @IsInt()
  @Min(1)
  @Max(holdQuantityMax)
  quantity!: number;
}

export class AwaitedItemDto extends OrderItemDto implements AwaitedItem {}

export class CartItemAnswer implements CartItem {
  @ApiProperty({ format: 'uuid' })
  productId!: string;

  @ApiProperty()
  sku!: string;

  @ApiProperty()
  name!: string;

  @ApiProperty({ type: 'integer' })
  quantity!: number;

  @ApiProperty({ type: 'integer', description: "Today's, in minor units of the cart's currency" })
  unitPrice!: number;

  @ApiProperty({ type: 'integer' })
  lineTotal!: number;

  @ApiProperty({ description: 'False once its time is over: it is for everybody again' })
  held!: boolean;
}

export class CartAnswer implements CartView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ format: 'uuid' })
  branchId!: string;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  customerId!: string | null;

  @ApiProperty({ type: [CartItemAnswer] })
  items!: CartItemAnswer[];

  @ApiProperty({
    type: 'integer',
    nullable: true,
    description: 'Minor units of `currency`; null when prices have changed so that there is no one sum',
  })
  total!: number | null;

  @ApiProperty({ type: String, nullable: true, description: 'Null while the cart is empty' })
  currency!: string | null;

  @ApiProperty()
  createdAt!: Date;

  @ApiProperty({ description: 'By the clock of the server: until then all of it is held' })
  expiresAt!: Date;

  @ApiProperty()
  expired!: boolean;

  @ApiProperty({ description: 'It was given more time, and cannot be again' })
  extended!: boolean;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'The order that it became' })
  orderId!: string | null;
}

export class WaitingAnswer implements WaitingView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ format: 'uuid' })
  productId!: string;

  @ApiProperty({ type: 'integer', description: 'How many the cart is to have of it' })
  quantity!: number;

  @ApiProperty({ type: 'integer', description: '1 is next' })
  position!: number;

  @ApiProperty()
  askedAt!: Date;

  @ApiProperty({ description: 'It is not waited for any longer than that' })
  waitsUntil!: Date;
}

export class WaitingListAnswer {
  @ApiProperty({ type: [WaitingAnswer] })
  items!: WaitingAnswer[];

  @ApiProperty({ type: String, nullable: true })
  next!: null;
}
