/** Accounts: who pays in the payment stream, for staff to look up. */
import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { AccountsQueries, type AccountView } from '@plaza/payments';
import { ForRoles, type CountedPage } from '@plaza/platform';
import { NumberPipe } from '../http/fields';
import { AccountAnswer, AccountPageAnswer } from './accounts.answers';
import { AccountListQuery } from './accounts.dto';
import { accountIdMax } from './payments.dto';

@ApiTags('payments')
@ApiBearerAuth()
@ForRoles('staff')
@Controller('payments/accounts')
export class AccountsController {
  constructor(private readonly accounts: AccountsQueries) {}

  @Get()
  @ApiOperation({ summary: 'List accounts, by their number' })
  @ApiOkResponse({ type: AccountPageAnswer })
  list(@Query() filter: AccountListQuery): Promise<CountedPage<AccountView>> {
    return this.accounts.list(filter);
  }

  @Get(':accountId')
  @ApiOperation({ summary: 'See an account, and when it last paid' })
  @ApiParam({ name: 'accountId', schema: { type: 'integer', minimum: 0 } })
  @ApiOkResponse({ type: AccountAnswer })
  get(@Param('accountId', new NumberPipe('accountId', accountIdMax)) id: number): Promise<AccountView> {
    return this.accounts.get(id);
  }
}
