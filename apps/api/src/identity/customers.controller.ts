/** Customers, for staff. Staff and admins are not among them, and cannot be found or changed here. */
import { Body, Controller, Get, Header, HttpCode, Patch, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  ClaimCodes,
  CustomersService,
  PeopleQueries,
  type IssuedClaimCode,
  type PeoplePage,
  type PersonView,
} from '@plaza/identity';
import { ForRoles } from '@plaza/platform';
import { ApiIdParam, IdParam } from '../http/fields';
import { TellsSecrets } from '../http/idempotency.interceptor';
import { LimitedAs } from '../http/rate-limit-policies';
import { ChangeCustomerDto, ClaimCodeAnswer, CounterCustomerDto, CustomerListQuery } from './customers.dto';
import { PersonAnswer, PersonPageAnswer } from './people.answers';

@ApiTags('identity')
@ApiBearerAuth()
@ForRoles('staff')
@Controller('identity/customers')
export class CustomersController {
  constructor(
    private readonly customers: CustomersService,
    private readonly claimCodes: ClaimCodes,
    private readonly people: PeopleQueries,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Customers, newest first, found by document number or by words' })
  @ApiOkResponse({ type: PersonPageAnswer })
  list(@Query() filter: CustomerListQuery): Promise<PeoplePage> {
    return this.people.customers(filter);
  }

  @Post()
  @ApiOperation({ summary: 'Enters a customer who stands at the counter, without a login' })
  @ApiCreatedResponse({ type: PersonAnswer })
  create(@Body() customer: CounterCustomerDto): Promise<PersonView> {
    return this.customers.create(customer);
  }

  @Get(':id')
  @ApiOperation({ summary: 'One customer' })
  @ApiIdParam()
  @ApiOkResponse({ type: PersonAnswer })
  get(@IdParam() id: string): Promise<PersonView> {
    return this.people.customer(id);
  }

  @Patch(':id')
  @ApiOperation({ summary: 'Changes what is known of a customer' })
  @ApiIdParam()
  @ApiOkResponse({ type: PersonAnswer })
  change(@IdParam() id: string, @Body() change: ChangeCustomerDto): Promise<PersonView> {
    return this.customers.change(id, change);
  }

  @Post(':id/disable')
  @ApiOperation({ summary: 'Shuts a customer out: all their sessions end at once, and they cannot sign in' })
  @HttpCode(200)
  @ApiIdParam()
  @ApiOkResponse({ type: PersonAnswer })
  disable(@IdParam() id: string): Promise<PersonView> {
    return this.customers.disable(id);
  }

  @Post(':id/enable')
  @ApiOperation({ summary: 'Lets a customer in again' })
  @HttpCode(200)
  @ApiIdParam()
  @ApiOkResponse({ type: PersonAnswer })
  enable(@IdParam() id: string): Promise<PersonView> {
    return this.customers.enable(id);
  }

  @LimitedAs('claim-code')
  @Post(':id/claim-code')
  @ApiOperation({
    summary: 'Issues a code with which the customer registers a login; the one before is void',
  })
  @TellsSecrets()
  @Header('cache-control', 'no-store')
  @ApiIdParam()
  @ApiCreatedResponse({ type: ClaimCodeAnswer })
  issueClaimCode(@IdParam() id: string): Promise<IssuedClaimCode> {
    return this.claimCodes.issue(id);
  }
}
