/** Refunds: money given back by staff, in part or in full. */
import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Refunds, RefundsQueries, type RefundView } from '@plaza/payments';
import { ForRoles, type Actor, type Page } from '@plaza/platform';
import { CurrentActor } from '../http/current-actor';
import { ApiIdParam, IdParam } from '../http/fields';
import { RequiresIdempotencyKey } from '../http/idempotency.interceptor';
import { RefundAnswer, RefundPageAnswer } from './refunds.answers';
import { RefundDto } from './refunds.dto';

@ApiTags('payments')
@ApiBearerAuth()
@ForRoles('staff')
@Controller('payments')
export class RefundsController {
  constructor(
    private readonly refunds: Refunds,
    private readonly queries: RefundsQueries,
  ) {}

  @Post(':id/refunds')
  @ApiOperation({
    summary: 'Refund a payment, in part or in full',
    description:
      'The money is set aside at once, and the gateway asked until it has said yes or no. What was paid at the counter counts as paid out there.',
  })
  @RequiresIdempotencyKey()
  @ApiIdParam()
  @ApiCreatedResponse({ type: RefundAnswer })
  async refund(
    @IdParam() paymentId: string,
    @Body() { amount, reason }: RefundDto,
    @CurrentActor() actor: Actor,
  ): Promise<RefundView> {
    return this.queries.get(await this.refunds.refund({ paymentId, reason, actor }, amount));
  }

  @Get(':id/refunds')
  @ApiOperation({ summary: 'See the refunds of a payment, and what the gateway answered' })
  @ApiIdParam()
  @ApiOkResponse({ type: RefundPageAnswer })
  list(@IdParam() paymentId: string): Promise<Page<RefundView>> {
    return this.queries.ofPayment(paymentId);
  }

  @Post(':id/refunds/:refundId/ask')
  @ApiOperation({ summary: 'Have the gateway asked again about a refund that it gave no answer about' })
  @HttpCode(200)
  @ApiIdParam()
  @ApiIdParam('refundId')
  @ApiOkResponse({ type: RefundAnswer })
  async askAgain(@IdParam() paymentId: string, @IdParam('refundId') refundId: string): Promise<RefundView> {
    await this.refunds.askAgain(paymentId, refundId);
    return this.queries.get(refundId);
  }
}
