/** What orders answer, field by field. */
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  orderStatuses,
  type HistoryEntry,
  type OrderLineView,
  type OrderStatus,
  type OrderView,
} from '@plaza/orders';

const unpriced =
  'Null until an order with status `accepted` is confirmed, and where the legacy shop did not say';
const unsaid = 'Null where the legacy shop did not say';

export class OrderLineAnswer implements OrderLineView {
  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: unsaid })
  productId!: string | null;

  @ApiProperty({ type: String, nullable: true, description: unpriced })
  name!: string | null;

  @ApiProperty({ type: 'integer' })
  quantity!: number;

  @ApiProperty({
    type: 'integer',
    nullable: true,
    description: `Minor units of the order's currency. ${unpriced}`,
  })
  unitPrice!: number | null;

  @ApiProperty({
    type: 'integer',
    nullable: true,
    description: `What it cost by the list; at the counter it may be sold for another price. ${unpriced}`,
  })
  listPrice!: number | null;

  @ApiProperty({ type: 'integer', nullable: true, description: unpriced })
  lineTotal!: number | null;
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

  @ApiProperty({ type: 'integer', nullable: true, description: `Minor units of \`currency\`. ${unpriced}` })
  total!: number | null;

  @ApiProperty({ type: String, nullable: true, description: unpriced })
  currency!: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: unsaid })
  branchId!: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  customerId!: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'The cart that it was' })
  cartId!: string | null;

  @ApiProperty({ description: 'Sold at the counter' })
  sale!: boolean;

  @ApiProperty({ type: Date, nullable: true, description: 'When it was made, by the clock of the client' })
  placedAt!: Date | null;

  @ApiProperty()
  createdAt!: Date;

  @ApiProperty({ type: Date, nullable: true, description: 'An order that is not paid by then expires' })
  payBefore!: Date | null;

  @ApiProperty({ type: Date, nullable: true })
  paidAt!: Date | null;

  @ApiProperty({ type: String, nullable: true, description: 'The payment that paid it' })
  paymentId!: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'Null until it was paid' })
  invoiceNumber!: string | null;
}

export class BatchItemAnswer {
  @ApiProperty({ type: String, nullable: true, description: 'As it was sent; null when it was no text' })
  id!: string | null;

  @ApiProperty({ enum: ['created', 'known', 'refused'] })
  outcome!: 'created' | 'known' | 'refused';

  @ApiPropertyOptional({ type: OrderAnswer, description: 'Unless it was refused' })
  order?: OrderAnswer;

  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: true,
    description: 'Why it was refused, as the refusal of a single order',
  })
  problem?: object;
}

export class BatchAnswer {
  @ApiProperty({
    type: [BatchItemAnswer],
    description: 'One for each order that was sent, in the same order',
  })
  items!: BatchItemAnswer[];
}

export class OrderPageAnswer {
  @ApiProperty({ type: [OrderAnswer] })
  items!: OrderAnswer[];

  @ApiProperty({ type: String, nullable: true })
  next!: string | null;

  @ApiPropertyOptional({ type: 'integer', description: 'With `total=true`' })
  total?: number;
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
