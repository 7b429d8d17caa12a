/** Who is mailed what becomes of transfers, for staff. */
import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { ForRoles, type CountedPage } from '@plaza/platform';
import { SubscriptionsQueries, SubscriptionsService, type SubscriptionView } from '@plaza/transfers';
import { ApiIdParam, IdParam } from '../http/fields';
import { SubscriptionAnswer, SubscriptionPageAnswer } from './transfers.answers';
import { ChangeSubscriptionDto, SubscriptionDto, SubscriptionListQuery } from './transfers.dto';

@ApiTags('transfers')
@ApiBearerAuth()
@ForRoles('staff')
@Controller('transfers/subscriptions')
export class SubscriptionsController {
  constructor(
    private readonly subscriptions: SubscriptionsService,
    private readonly queries: SubscriptionsQueries,
  ) {}

  @Get()
  @ApiOperation({ summary: 'List subscriptions to the outcome of transfers' })
  @ApiOkResponse({ type: SubscriptionPageAnswer })
  list(@Query() page: SubscriptionListQuery): Promise<CountedPage<SubscriptionView>> {
    return this.queries.list(page);
  }

  @Post()
  @ApiOperation({ summary: 'Subscribe an address to the outcome of transfers' })
  @ApiCreatedResponse({ type: SubscriptionAnswer })
  subscribe(@Body() { companyKey = null, ...wanted }: SubscriptionDto): Promise<SubscriptionView> {
    return this.subscriptions.subscribe({ ...wanted, companyKey });
  }

  @Get(':id')
  @ApiOperation({ summary: 'See a subscription' })
  @ApiIdParam()
  @ApiOkResponse({ type: SubscriptionAnswer })
  get(@IdParam() id: string): Promise<SubscriptionView> {
    return this.queries.get(id);
  }

  @Patch(':id')
  @ApiOperation({ summary: 'Change a subscription' })
  @ApiIdParam()
  @ApiOkResponse({ type: SubscriptionAnswer })
  change(@IdParam() id: string, @Body() wanted: ChangeSubscriptionDto): Promise<SubscriptionView> {
    return this.subscriptions.change(id, wanted);
  }

  @Delete(':id')
  @ApiOperation({ summary: 'End a subscription' })
  @HttpCode(204)
  @ApiIdParam()
  @ApiNoContentResponse()
  end(@IdParam() id: string): Promise<void> {
    return this.subscriptions.end(id);
  }
}
