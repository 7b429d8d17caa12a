/** What is told of invoices, field by field. */
import { ApiProperty } from '@nestjs/swagger';
import { OrderLineAnswer } from '../orders.answers';
import type { InvoiceList, ToldInvoice } from './invoices';

const unsaid = 'Null where the legacy shop did not say';

class InvoiceBranchAnswer {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  code!: string;

  @ApiProperty()
  name!: string;
}

class InvoiceCustomerAnswer {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ type: String, nullable: true, description: 'The document number' })
  document!: string | null;

  @ApiProperty({ type: String, nullable: true })
  fullName!: string | null;
}

class CurrencyTotalAnswer {
  @ApiProperty({ example: 'EUR' })
  currency!: string;

  @ApiProperty({ type: 'integer', description: 'Minor units' })
  total!: number;
}

export class InvoiceAnswer implements ToldInvoice {
  @ApiProperty({
    description:
      'When it was issued, its order, branch, first product and customer, each at its own width, and two check digits',
  })
  number!: string;

  @ApiProperty({ format: 'uuid' })
  orderId!: string;

  @ApiProperty({ example: 'P-00000042' })
  orderNumber!: string;

  @ApiProperty({ description: 'When the order was paid' })
  issuedAt!: Date;

  @ApiProperty({ description: 'All its money was given back' })
  refunded!: boolean;

  @ApiProperty({
    type: InvoiceCustomerAnswer,
    nullable: true,
    description: 'Null for somebody whom nobody knows',
  })
  customer!: InvoiceCustomerAnswer | null;

  @ApiProperty({ type: InvoiceBranchAnswer, nullable: true, description: unsaid })
  branch!: InvoiceBranchAnswer | null;

  @ApiProperty({ type: [OrderLineAnswer] })
  lines!: OrderLineAnswer[];

  @ApiProperty({ type: 'integer', nullable: true, description: `Minor units of \`currency\`. ${unsaid}` })
  total!: number | null;

  @ApiProperty({ type: String, nullable: true, description: unsaid })
  currency!: string | null;

  @ApiProperty({ type: 'integer', description: 'What was given back of the total, in minor units' })
  givenBack!: number;
}

export class InvoiceListAnswer implements InvoiceList {
  @ApiProperty({ type: InvoiceCustomerAnswer })
  customer!: InvoiceCustomerAnswer;

  @ApiProperty({ type: [InvoiceAnswer], description: 'Newest first' })
  invoices!: InvoiceAnswer[];

  @ApiProperty({
    type: 'integer',
    nullable: true,
    description:
      'Over all invoices, on whatever page, less what was given back, in minor units; null when there are several currencies',
  })
  total!: number | null;

  @ApiProperty({ type: String, nullable: true, description: 'Of `total`' })
  currency!: string | null;

  @ApiProperty({ type: [CurrencyTotalAnswer], description: 'The same for each currency' })
  totals!: CurrencyTotalAnswer[];

  @ApiProperty({ type: String, nullable: true })
  next!: string | null;
}
