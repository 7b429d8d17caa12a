/** What is asked about accounts, field by field. */
import { ApiPropertyOptional } from '@nestjs/swagger';
import type { AccountFilter } from '@plaza/payments';
import { IdField, IfGiven, staffListBy } from '../http/fields';

export class AccountListQuery extends staffListBy('id') implements AccountFilter {
  @ApiPropertyOptional({ format: 'uuid', description: 'The account of this customer' })
  @IfGiven()
  @IdField()
  customerId?: string;
}
