/** What is told of accounts, for the published description. */
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { AccountView } from '@plaza/payments';

const nullable = { nullable: true } as const;

export class AccountAnswer implements AccountView {
  @ApiProperty({ type: 'integer', minimum: 1 })
  id!: number;

  @ApiProperty({
    type: String,
    ...{ format: 'uuid', ...nullable, description: 'Null for an account that came with the seed data' },
  })
  customerId!: string | null;

  @ApiProperty({ type: String, ...nullable })
  name!: string | null;

  @ApiProperty({ type: String, ...nullable })
  email!: string | null;

  @ApiProperty({ type: String, format: 'date', ...nullable })
  birthdate!: string | null;

  @ApiProperty({
    type: Date,
    ...{ ...nullable, description: 'When its latest payment was made; never goes backwards' },
  })
  lastPaymentDate!: Date | null;

  @ApiProperty()
  createdAt!: Date;
}

export class AccountPageAnswer {
  @ApiProperty({ type: [AccountAnswer] })
  items!: AccountAnswer[];

  @ApiProperty({ type: String, ...nullable })
  next!: string | null;

  @ApiPropertyOptional({ type: 'integer', description: 'With `total=true`' })
  total?: number;
}
